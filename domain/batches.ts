import type { Id } from "./claims";
import type { Instant } from "./edtf";

/** What people send together: batches that were carried out, proposals that wait (docs/decisions/011). */

export const BATCH_KINDS = ["intake", "import", "bulk-edit", "undo", "proposal"] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

/** `claim`: one form of the editor's desk. */
export const PROPOSAL_KINDS = ["claim", "intake", "import", "bulk-edit", "undo"] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const PROPOSAL_STATES = ["open", "sent-back", "accepted", "rejected", "withdrawn"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const PROPOSAL_DEEDS = [
  "proposed",
  "mended",
  "sent-back",
  "accepted",
  "rejected",
  "withdrawn",
] as const;
export type ProposalDeed = (typeof PROPOSAL_DEEDS)[number];

/** What an undo takes back: one command, or a batch as a whole. */
export type Undoes = { readonly command: Id } | { readonly batch: Id };

/** How a list of commands is marked in the trail. An undo says why and of what. */
export type BatchMark =
  | { readonly kind: Exclude<BatchKind, "undo" | "proposal">; readonly title: string }
  | { readonly kind: "undo"; readonly title: string; readonly reason: string; readonly undoes: Undoes };

/** An undo as a mark: of what, and why. */
export type UndoMark = BatchMark & { readonly kind: "undo" };

/** One line of the queue. */
export type Waiting = {
  readonly id: Id;
  readonly kind: ProposalKind;
  readonly title: string;
  readonly state: ProposalState;
  readonly commands: number;
  readonly author: { readonly id: Id; readonly name: string };
  readonly at: Instant;
  readonly decided: { readonly name: string; readonly at: Instant } | null;
};

/** One line of the list of batches. */
export type BatchRow = {
  readonly id: Id;
  readonly kind: BatchKind;
  readonly title: string;
  readonly reason: string | null;
  readonly commands: number;
  readonly proposal: Id | null;
  readonly person: string;
  readonly at: Instant;
  readonly undone: { readonly person: string; readonly at: Instant } | null;
};
