import type { Reason, Status } from "@/domain/status";
import type { Option, Passage } from "@/intake/proposal";
import type { KnownSource } from "./standing";

/** Under which head a proposal stands. */
export const GROUPS = ["new", "have", "brand", "listing", "statement", "own"] as const;
export type DraftGroup = (typeof GROUPS)[number];

/** What accepting it would do. `nothing`: the record has it, and there is nothing to add. */
export type DraftDeed = "status" | "evidence" | "listing" | "end-listing" | "statement" | "nothing";

export type DraftQuestion = {
  readonly field: "device" | "carrier" | "retailer";
  readonly says: string;
  readonly options: readonly Option[];
};

/** A proposal as the editor sees it: what stands in its fields until they change it, and what the record has. */
export type Draft = {
  /** Says what it is about, so that it stays the same when the text is read again. Letters, digits, hyphens. */
  readonly key: string;
  readonly group: DraftGroup;
  readonly deed: DraftDeed;
  readonly title: string;
  readonly passage: Passage | null;
  /** Of a deal: the status before; of a proposal about a status: that status. */
  readonly before: Status | null;
  readonly status: Status | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly reasons: readonly Reason[];
  /** Numbers of upstream sources (`up.0` …), "not-named", or nothing. */
  readonly rests: readonly string[];
  readonly questions: readonly DraftQuestion[];
  /** Sentences for the editor: what the words were, what the record has. */
  readonly says: readonly string[];
  readonly warnings: readonly string[];
  /** A device that the record lacks, as the text writes it. */
  readonly newDevice: { readonly name: string; readonly maker: string | null } | null;
};

export type UpstreamDraft = {
  readonly publisher: string;
  readonly published: string;
  readonly candidates: readonly KnownSource[];
};

/** All that a read article puts on the editor's desk. */
export type Desk = {
  readonly source: Readonly<Record<"publisher" | "title" | "author" | "published" | "url", string>>;
  readonly known: KnownSource | null;
  readonly upstream: readonly UpstreamDraft[];
  readonly drafts: readonly Draft[];
  readonly notRead: readonly { readonly passage: Passage; readonly why: string }[];
};

/** Whether a proposal can be taken without a look at it: nothing is asked, nothing is unusual, nothing is created. */
export const isClear = ({ questions, warnings, deed, group, newDevice }: Draft): boolean =>
  questions.length === 0 &&
  warnings.length === 0 &&
  deed !== "nothing" &&
  group !== "brand" &&
  group !== "own" &&
  newDevice === null;

/** The name of a field of a proposal in the form: `p.status-….effective`. */
export const fieldOf = (key: string, name: string): string => `p.${key}.${name}`;
export const upstreamField = (row: number, name: string): string => `up.${row}.${name}`;
export const sourceField = (name: string): string => `src.${name}`;

/** "Verizon (verizon)": how a reference is written in a form, and read back without asking again. */
export const reference = ({ slug, name }: Option): string => `${name} (${slug})`;

/** Where a first row of one's own would go beyond the cited ones. */
export const MAX_UPSTREAM = 20;
export const MAX_OWN = 20;
