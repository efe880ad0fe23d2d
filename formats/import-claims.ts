import { parseEdtf } from "@/domain/edtf";
import { tidy } from "@/domain/import";
import { urlProblem } from "@/domain/names";
import {
  ATTRIBUTIONS,
  type Attribution,
  REASONS,
  type Reason,
  SOURCE_KINDS,
  type SourceKind,
  STANCES,
  STATUSES,
  type Stance,
  type Status,
} from "@/domain/status";

/**
 * A row of a file of status changes or listings: one claim and one piece of evidence for it. Rows that say the same claim
 * are further evidence of it. The names of the fields are the heads of our own files (formats/import-fields.ts).
 */

export type SourceDraft = {
  readonly slug: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly kind: SourceKind;
  readonly lang: string;
  readonly author: string | null;
};

export type EvidenceDraft = {
  readonly stance: Stance;
  readonly attribution: Attribution;
  readonly speaker: string | null;
  readonly quote: string | null;
  readonly via: readonly string[] | "not-named" | null;
};

export type ClaimDraft = {
  readonly device: string;
  /** The carrier's or the retailer's name. */
  readonly place: string;
  readonly source: SourceDraft;
  readonly evidence: EvidenceDraft;
  readonly note: string | null;
} & (
  | {
      readonly kind: "status";
      readonly status: Status;
      readonly effective: string;
      readonly effectiveWords: string | null;
      readonly target: string | null;
      readonly targetWords: string | null;
      readonly reasons: readonly Reason[];
      readonly exclusive: boolean | null;
      readonly policyActions: readonly string[];
    }
  | { readonly kind: "listing"; readonly market: string; readonly from: string; readonly to: string | null }
);

export type ClaimReading =
  | { readonly ok: true; readonly draft: ClaimDraft }
  | { readonly ok: false; readonly field: string; readonly message: string };

class Wrong extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** A row of a file of claims as the claim that it says, or its first fault with the field. Names are not looked up yet. */
export function readClaim(
  kind: "statuses" | "listings",
  fields: Readonly<Record<string, string>>,
): ClaimReading {
  try {
    return { ok: true, draft: kind === "statuses" ? statusOf(fields) : listingOf(fields) };
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, field: error.field, message: error.message };
    throw error;
  }
}

type Fields = Readonly<Record<string, string>>;

const text = (fields: Fields, name: string): string | null => tidy(fields[name] ?? "") || null;

function due(fields: Fields, name: string): string {
  const found = text(fields, name);
  if (found === null) throw new Wrong(name, `"${name}" is empty.`);
  return found;
}

function date(fields: Fields, name: string): string | null {
  const found = text(fields, name);
  if (found === null) return null;
  const read = parseEdtf(found);
  if (!read.ok) throw new Wrong(name, read.message);
  return read.value.text;
}

function oneOf<T extends string>(fields: Fields, name: string, set: readonly T[], standard: T | null): T {
  const found = text(fields, name)
    ?.toLowerCase()
    .replaceAll(/[\s_]+/g, "-");
  if (found === undefined && standard !== null) return standard;
  const one = set.find((s) => s === found);
  if (one === undefined) throw new Wrong(name, `"${name}" is one of: ${set.join(", ")}.`);
  return one;
}

const many = (fields: Fields, name: string): string[] =>
  (fields[name] ?? "")
    .split(/[;\n]/)
    .map(tidy)
    .filter((one) => one !== "");

function yesNo(fields: Fields, name: string): boolean | null {
  const found = text(fields, name)?.toLowerCase();
  if (found === undefined) return null;
  if (["yes", "true", "1"].includes(found)) return true;
  if (["no", "false", "0"].includes(found)) return false;
  throw new Wrong(name, `"${name}" is yes or no.`);
}

function statusOf(fields: Fields): ClaimDraft {
  const effective = date(fields, "effective");
  if (effective === null) throw new Wrong("effective", `"effective" is empty.`);
  const status = oneOf(fields, "status", STATUSES, null);
  const target = date(fields, "target");
  if (target !== null && status !== "planned") throw new Wrong("target", "Only a plan has a target.");
  const reasons = many(fields, "reasons").map((r) => oneOf({ reasons: r }, "reasons", REASONS, null));
  return {
    kind: "status",
    device: due(fields, "device"),
    place: due(fields, "carrier"),
    status,
    effective,
    effectiveWords: text(fields, "effective_words"),
    target,
    targetWords: text(fields, "target_words"),
    reasons: [...new Set(reasons)],
    exclusive: yesNo(fields, "exclusive"),
    policyActions: many(fields, "policy_actions"),
    ...shared(fields),
  };
}

function listingOf(fields: Fields): ClaimDraft {
  const market = due(fields, "market").toUpperCase();
  if (!/^[A-Z]{2}$/.test(market))
    throw new Wrong("market", "A country is two letters, such as US (ISO 3166-1).");
  const from = date(fields, "from");
  if (from === null) throw new Wrong("from", `"from" is empty.`);
  return {
    kind: "listing",
    device: due(fields, "device"),
    place: due(fields, "retailer"),
    market,
    from,
    to: date(fields, "to"),
    ...shared(fields),
  };
}

function shared(fields: Fields): Pick<ClaimDraft, "source" | "evidence" | "note"> {
  const slug = text(fields, "source");
  const url = text(fields, "source_url");
  const problem = url && urlProblem(url);
  if (problem) throw new Wrong("source_url", problem);
  const publisher = text(fields, "source_publisher");
  const published = date(fields, "source_published");
  if (slug === null && url === null && (publisher === null || published === null)) {
    throw new Wrong(
      "source",
      "A claim needs its source: its address name here, its web address, or publisher and day of publication.",
    );
  }
  const via = many(fields, "via");
  return {
    note: text(fields, "note"),
    source: {
      slug,
      url,
      publisher,
      title: text(fields, "source_title"),
      published,
      kind: oneOf(fields, "source_kind", SOURCE_KINDS, "news"),
      lang: text(fields, "source_lang")?.toLowerCase() ?? "en",
      author: text(fields, "source_author"),
    },
    evidence: {
      stance: oneOf(fields, "stance", STANCES, "supports"),
      attribution: oneOf(fields, "attribution", ATTRIBUTIONS, "unattributed"),
      speaker: text(fields, "speaker"),
      quote: text(fields, "quote"),
      via: via.length === 0 ? null : via[0] === "not-named" ? "not-named" : via,
    },
  };
}
