import type { Id } from "./claims";
import type { Instant } from "./edtf";

/** What somebody said about a claim, a deal or a proposal. */
export type Said = {
  readonly id: Id;
  /** The claim that it is kept with; null: the deal or the proposal as a whole. */
  readonly claim: Id | null;
  readonly text: string;
  readonly person: string;
  readonly at: Instant;
  /** Names of those whom it speaks to. */
  readonly to: readonly string[];
};

/** A comment that speaks to a person, for their desk. */
export type Mention = Said & {
  /** "Huawei Mate 10 Pro at Verizon", or the title of a proposal. */
  readonly about: string;
  readonly pair: { readonly device: string; readonly carrier: string } | null;
  readonly proposal: Id | null;
};
