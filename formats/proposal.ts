import type { ProposalDeed, Waiting } from "@/domain/batches";
import type { Id } from "@/domain/claims";
import type { Instant } from "@/domain/edtf";
import type { Command } from "./commands";

/** A proposal as its page shows it. */
export type ProposalStep = {
  readonly version: number;
  readonly deed: ProposalDeed;
  readonly comment: string | null;
  readonly person: string;
  readonly at: Instant;
  readonly changed: boolean;
};
export type Proposal = Omit<Waiting, "commands"> & {
  readonly version: number;
  readonly commands: readonly Command[];
  readonly steps: readonly ProposalStep[];
  readonly batch: Id | null;
  /** Other proposals that wait on the same deals or things, at most ten. */
  readonly others: readonly { readonly id: Id; readonly title: string; readonly author: string }[];
  /** The ones before and after it that wait for this person, and its place among them; null when it does not. */
  readonly place: {
    readonly at: number;
    readonly of: number;
    readonly previous: Id | null;
    readonly next: Id | null;
  } | null;
};
