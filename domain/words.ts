import type { CellMark } from "./matrix";
import type {
  AliasKind,
  Attribution,
  CarrierKind,
  Certainty,
  DeviceKind,
  Reason,
  RetailerKind,
  Role,
  SourceKind,
  Stance,
  StatementStance,
  Status,
} from "./status";

/** How a status is said. `verb` follows the carrier's name and stands before the device's: "Verizon dropped its plan for …". */
export type StatusWords = {
  readonly letter: string;
  readonly word: string;
  readonly meaning: string;
  readonly verb: string;
  /** Without an object: "Verizon dropped its plan". */
  readonly did: string;
};

export const STATUS_WORDS: Readonly<Record<Status, StatusWords>> = {
  planned: {
    letter: "P",
    word: "planned",
    meaning: "The carrier intends to sell the device.",
    verb: "plans to sell",
    did: "plans to sell it",
  },
  carried: {
    letter: "C",
    word: "carried",
    meaning: "The device is on sale at the carrier.",
    verb: "sells",
    did: "began to sell it",
  },
  paused: {
    letter: "H",
    word: "paused",
    meaning: "Plan or sale is suspended, neither dropped nor resumed.",
    verb: "paused",
    did: "paused it",
  },
  withdrawn: {
    letter: "W",
    word: "withdrawn",
    meaning: "The carrier dropped its plan or pulled the device from sale.",
    verb: "withdrew",
    did: "withdrew it",
  },
  declined: {
    letter: "N",
    word: "declined",
    meaning: "The carrier said no without ever having planned to sell the device.",
    verb: "declined",
    did: "declined it",
  },
  "retail-only": {
    letter: "R",
    word: "retail only",
    meaning: "The carrier does not sell the device; it is bought unlocked and used on this network.",
    verb: "leaves to retailers",
    did: "leaves it to retailers",
  },
  ended: {
    letter: "E",
    word: "ended",
    meaning: "Sale at the carrier came to its normal end.",
    verb: "ended the sale of",
    did: "ended its sale",
  },
};

/** What a change did, as a sentence without its subject: a withdrawal drops a plan or pulls a device from sale. */
export function statusDeed(from: Status | null, to: Status): string {
  if (to === "withdrawn" && from === "planned") return "dropped its plan";
  if (to === "withdrawn" && from === "carried") return "pulled it from sale";
  if (to === "planned" && from === "planned") return "moved its plan";
  if (to === "planned" && (from === "paused" || from === "withdrawn")) return "plans again to sell it";
  if (to === "paused" && from === "planned") return "paused its plan";
  if (to === "paused" && from === "carried") return "paused its sale";
  if (to === "carried" && (from === "paused" || from === "ended" || from === "withdrawn"))
    return "sells it again";
  return STATUS_WORDS[to].did;
}

/** Why an unusual transition needs a note (the refusal `note-needed`, the warning of the form). `from` null: no status before. */
export function unusualTransition(from: Status | null, to: Status): string {
  const after = from === null ? "no status" : `"${STATUS_WORDS[from].word}"`;
  if (from === to) return `${after} again is unusual: it already was. Write a note that explains it.`;
  return `"${STATUS_WORDS[to].word}" after ${after} is unusual. Write a note that explains it.`;
}

export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  "political-pressure": "political pressure",
  regulatory: "regulation",
  security: "security",
  "safety-recall": "safety recall",
  commercial: "commercial",
  technical: "technical",
  supply: "supply",
  legal: "legal dispute",
  "end-of-life": "end of life",
  unknown: "reason not known",
};

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  supports: "supports",
  disputes: "disputes",
  "no-comment": "does not comment",
};

/** Word, and what it says about who stands behind a piece of evidence. */
export const ATTRIBUTION_WORDS: Readonly<Record<Attribution, { word: string; meaning: string }>> = {
  official: { word: "official", meaning: "The carrier, the manufacturer or a regulator says so." },
  named: { word: "named", meaning: "Somebody who is named says so, without speaking for a party." },
  anonymous: { word: "anonymous", meaning: "People who are not named say so." },
  document: { word: "document", meaning: "A document or picture shows it." },
  unattributed: { word: "unattributed", meaning: "The source says so without telling where it has it from." },
};

export const CERTAINTY_WORDS: Readonly<Record<Certainty, { word: string; meaning: string }>> = {
  confirmed: { word: "confirmed", meaning: "An official source says so, or a document shows it." },
  corroborated: { word: "corroborated", meaning: "It rests on two or more independent origins." },
  reported: { word: "reported", meaning: "It rests on one origin, named or unattributed." },
  rumoured: { word: "rumoured", meaning: "It rests on one origin that names nobody." },
  unsupported: { word: "unsupported", meaning: "All its support was retracted." },
};
export const DISPUTED_MEANING = "An official source disputes it.";
export const STALE_MEANING = "Nothing was heard for so long that this may no longer hold.";

/** The corner marks of a matrix, each as what the cell says of its deal. */
export const CELL_MARK_WORDS: Readonly<Record<CellMark, string>> = {
  single: "rests on one origin",
  disputed: "disputed by an official source",
  uncertain: "uncertain on this day",
  stale: "nothing heard for too long",
  none: "deal without a status on this day",
};

/** Follows the speaker: "Ken Hu criticises". */
export const STATEMENT_WORDS: Readonly<Record<StatementStance, string>> = {
  confirms: "confirms",
  denies: "denies",
  "no-comment": "does not comment",
  criticises: "criticises",
  supports: "supports",
};

export const SOURCE_KIND_WORDS: Readonly<Record<SourceKind, string>> = {
  news: "news report",
  "press-release": "press release",
  blog: "blog",
  regulatory: "regulator's document",
  statement: "statement",
  reference: "reference work",
};

export const CARRIER_KIND_WORDS: Readonly<Record<CarrierKind, { word: string; meaning: string }>> = {
  MNO: { word: "MNO", meaning: "Runs its own network." },
  MVNO: { word: "MVNO", meaning: "Sells service on the network of another carrier, its host." },
};

export const RETAILER_KIND_WORDS: Readonly<Record<RetailerKind, string>> = {
  shop: "shop",
  reseller: "reseller",
  "manufacturer-store": "manufacturer's own store",
};

export const DEVICE_KIND_WORDS: Readonly<Record<DeviceKind, string>> = {
  phone: "phone",
  tablet: "tablet",
  watch: "watch",
  hotspot: "hotspot",
  other: "other",
};

export const ALIAS_KIND_WORDS: Readonly<Record<AliasKind, string>> = {
  name: "other name",
  model: "model number",
  "code-name": "code name",
  "mcc-mnc": "MCC-MNC",
  wikidata: "Wikidata",
};

export const ROLE_WORDS: Readonly<Record<Role, { word: string; meaning: string }>> = {
  analyst: { word: "analyst", meaning: "Reads, searches, exports." },
  editor: { word: "editor", meaning: "Also records, corrects and proposes." },
  reviewer: { word: "reviewer", meaning: "Also accepts proposals, merges, and retracts sources." },
  admin: { word: "admin", meaning: "Also manages people and settings." },
};

/** The three times of a claim (docs/model.md, Three times), and the question that each answers in a page's address. */
export const TIME_WORDS = {
  on: {
    word: "effective",
    meaning: "When it was true in the world.",
    question: "What was the status on that day?",
    example: "2018-01-15",
  },
  known: {
    word: "published",
    meaning: "When the public could know it: the earliest publication among what supports it.",
    question: "Going by what had been published by that day, what did the market know?",
    example: "2018-01-20",
  },
  record: {
    word: "recorded",
    meaning: "When our record took it.",
    question: "What did we say at that instant? Such a link shows the same for ever and can be cited.",
    example: "2026-11-23T10:00Z",
  },
} as const;

/** What a page looks at when it is not simply today. */
export { viewSentence } from "./view-words";
