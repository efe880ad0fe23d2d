import type { Id } from "./claims";
import type { Named } from "./deal-rows";
import type { Day, Edtf, Instant } from "./edtf";
import type { Certainty, Reason, Stance, Status } from "./status";

/** A deal as lists name it. */
export type DealRef = {
  readonly device: { readonly slug: string; readonly name: string };
  readonly carrier: { readonly slug: string; readonly name: string; readonly country: string };
};

/** A deal that changed, with the maker that lists group it by. */
export type ChangedDeal = DealRef & {
  readonly manufacturer: { readonly slug: string; readonly name: string };
};

/**
 * How something came into the record: `record` the world changed · `correct` a claim replaced one that was wrong ·
 * `retract` a claim was taken back · `evidence` evidence was added later · `retract-evidence` it was taken back.
 */
export type ChangeMark = "record" | "correct" | "retract" | "evidence" | "retract-evidence";

/** What a claim says, as a list shows it. */
export type ChangeClaim = {
  readonly id: Id;
  readonly status: Status;
  readonly effective: Edtf;
  readonly target: Edtf | null;
  readonly targetWords: string | null;
  readonly reasons: readonly Reason[];
  readonly note: string | null;
};

/** What a claim rests on, counted. */
export type Judged = {
  readonly certainty: Certainty;
  readonly disputed: boolean;
  readonly articles: number;
  readonly origins: number;
};

/** A publisher, and how it stands to the claim. */
export type Witness = { readonly publisher: string; readonly stance: Stance };

/** One line of the list of changes. */
export type ChangeRow = {
  readonly key: string;
  readonly mark: ChangeMark;
  readonly deal: ChangedDeal;
  readonly claim: ChangeClaim;
  /** The status before it in the history; for a correction the claim that it replaced. null: none. */
  readonly before: ChangeClaim | null;
  /** null when the claim does not stand under the view. */
  readonly judged: Judged | null;
  /** What it rested on before, where only the evidence changed. */
  readonly judgedBefore: Judged | null;
  /** Why a claim was corrected or retracted, as its editor wrote it. */
  readonly why: string | null;
  /** The evidence that came or went. */
  readonly evidence: { readonly added: readonly Witness[]; readonly removed: readonly Witness[] };
  /** When the public could know it: the claim, or the evidence that came. null: the claim does not stand. */
  readonly published: Day | null;
  /** `by` is null for readers who may not see it. */
  readonly recorded: { readonly at: Instant; readonly by: string | null };
};

/** A change in few words: which status a deal took, after which. */
export type ChangeLine = {
  readonly key: Id;
  readonly deal: { readonly device: Named; readonly carrier: Named };
  readonly claim: { readonly id: Id; readonly status: Status; readonly effective: Edtf };
  readonly before: { readonly status: Status } | null;
};

/** One page of the list of changes; `page` counts from 1 and is the one that was found. */
export type ChangePage = {
  readonly rows: readonly ChangeRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

/** The kinds of a difference between two days, in the order in which a report tells them (domain/difference.ts). */
export const CHANGE_KINDS = ["world", "corrected", "evidence"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What share a group of changes has in each kind. `key`: slug or reason; null: no reason was given. */
export type GroupCount = {
  readonly key: string | null;
  readonly name: string;
} & Readonly<Record<ChangeKind, number>>;

/** Lines of one group, or without groups all of them under one that has no name. `total`: how many it has on all pages. */
export type RowGroup = {
  readonly key: string | null;
  readonly name: string;
  readonly total: number;
  readonly rows: readonly ChangeRow[];
};

/**
 * One page of one kind, oldest first within a group. `total`: the changes of this kind; `lines`: as they are listed, where
 * a change with several reasons stands under each of them.
 */
export type ChangePart = {
  readonly groups: readonly RowGroup[];
  readonly total: number;
  readonly lines: number;
  readonly page: number;
  readonly pages: number;
};

/** What differs between two days. `groups`: the largest first; null: not grouped. */
export type ChangesBetween = Readonly<Record<ChangeKind, ChangePart>> & {
  readonly groups: readonly GroupCount[] | null;
};
