import type { Id } from "@/domain/claims";
import type { Instant } from "@/domain/edtf";
import type { MergedKind, ThingKind } from "@/domain/status";
import type { Command } from "./commands";
import type { Evidence, ListingContent, StatementContent, StatusContent, ThingContent } from "./content";

/** What an undo is computed from, and what it comes to. */

/** One command that took effect, from the audit trail. */
export type Deed = {
  readonly command: Command;
  readonly subject: { readonly kind: string; readonly id: Id };
  /** Of the subject, after it. */
  readonly version: number;
  /** What an edit replaced, in the fields of its command; null: nothing, or not known. */
  readonly before: ThingContent | null;
};

type End = { readonly by: string; readonly command: Id; readonly person: string; readonly at: Instant };
type Claim = {
  readonly id: Id;
  readonly command: Id;
  readonly supersedes: Id | null;
  readonly closed: (End & { readonly successor: Id | null }) | null;
};
type Piece = {
  readonly id: Id;
  readonly command: Id;
  readonly retracted: Id | null;
  readonly content: Evidence;
};
type Slug = { readonly slug: string };
export type UndoClaim = Claim &
  (
    | {
        readonly kind: "status";
        readonly deal: Id;
        readonly version: number;
        readonly device: Slug;
        readonly carrier: Slug;
        readonly content: StatusContent;
        readonly evidence: readonly Piece[];
      }
    | {
        readonly kind: "listing";
        readonly device: Slug;
        readonly retailer: Slug;
        readonly market: string;
        readonly content: ListingContent;
        readonly evidence: readonly Piece[];
      }
    | { readonly kind: "statement"; readonly content: StatementContent; readonly evidence?: undefined }
  );

/** A merge as it is now. */
export type MergeNow = {
  readonly entity: MergedKind;
  /** Not un-merged. */
  readonly stands: boolean;
  /** The two were merged once more since. */
  readonly again: boolean;
  /** Either of the two as it is now; null: it was merged with another. */
  readonly from: ThingNow | null;
  readonly into: ThingNow | null;
};
export type ThingNow = { readonly id: Id; readonly slug: string; readonly version: number };

/** A discarded thing as it is now. */
export type DiscardNow = {
  readonly entity: ThingKind;
  readonly subject: Id;
  readonly slug: string;
  /** Not brought back. */
  readonly stands: boolean;
};
/** What refers to a thing: another thing, or (null) a claim, a deal, a comment, a rule, a merge. */
export type RestsOn = { readonly thing: Id; readonly other: Id | null };

/** The record now, as far as the deeds touched it. */
export type UndoNow = {
  /** Every version of every claim that a deed made, closed or added to. */
  readonly claims: readonly UndoClaim[];
  /** By kind and id. */
  readonly things: ReadonlyMap<string, ThingNow>;
  /** The merges that the deeds made or ended, by their ids. */
  readonly merges: ReadonlyMap<Id, MergeNow>;
  /** What refers to the things that the deeds created or brought back. */
  readonly resting: readonly RestsOn[];
  /** The discards that the deeds made or ended, by their ids, and those of things that they created. */
  readonly discards: ReadonlyMap<Id, DiscardNow>;
};

/** A deed that is not taken back, and why. */
export type Left = { readonly command: Id; readonly why: string };
export type Undo = {
  readonly commands: readonly unknown[];
  readonly left: readonly Left[];
  /** Deeds of which nothing stands any more. */
  readonly gone: readonly Id[];
};

/** What every part of an undo writes to. */
export type Undoing = {
  readonly deeds: readonly Deed[];
  readonly now: UndoNow;
  readonly why: string;
  readonly idOf: (word: string) => Id;
  readonly commands: unknown[];
  readonly gone: Id[];
  /** How many commands of this undo have edited each thing so far, by kind and id: each raises its version by one. */
  readonly edited: Map<string, number>;
  leave(ids: readonly Id[], why: string): void;
};

const THING = /^(?:create|edit|retract)-(manufacturer|carrier|retailer|device|source|policy-action)$/;
export const thingOf = (command: Command): ThingKind | null =>
  (THING.exec(command.kind)?.[1] as ThingKind | undefined) ?? null;
