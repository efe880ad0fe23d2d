import type { Transaction } from "@/data/db";
import type { Id } from "@/domain/claims";
import type { Day, Instant } from "@/domain/edtf";
import type { Refusal } from "@/domain/refusal";
import type { ThingKind } from "@/domain/status";
import type { Command, CommandKind } from "@/formats/commands";
import type { Prisma } from "@/generated/prisma/client";
import type { References } from "./references";

/** What a command is about, in answers and in the audit trail. */
export const SUBJECT_KINDS = [
  "deal",
  "listing",
  "statement",
  "manufacturer",
  "carrier",
  "retailer",
  "device",
  "source",
  "policy-action",
] as const;
export type Subject = {
  readonly kind: (typeof SUBJECT_KINDS)[number];
  readonly id: Id;
  readonly slug?: string;
};

/** The same answer each time that the same command is sent. `claim`: the claim that it made, if it made one. */
export type Answer = {
  readonly commandId: Id;
  readonly kind: CommandKind;
  readonly subject: Subject;
  readonly claim: Id | null;
  readonly version: number;
};

/** A deal that this transaction touches. `fresh`: claims made here, with the place of their command in the list. */
export type OpenDeal = { readonly id: Id; version: number; readonly fresh: Map<Id, number> };

/** One running transaction of the door. */
export type Work = {
  readonly tx: Transaction;
  /** The account that everything is recorded under. */
  readonly user: Id;
  readonly at: Instant;
  readonly today: Day;
  readonly references: References;
  /** Deals to bring up to date before commit, by id. */
  readonly deals: Map<Id, OpenDeal>;
  /** Chains of listings to bring up to date before commit, by their first one. */
  readonly listings: Set<Id>;
  /** Things to take out before commit, all at once, with the place of their command in the list. */
  readonly discards: Map<Id, { readonly kind: ThingKind; readonly command: Id; readonly index: number }>;
  /** The list says why as a whole, as an undo does: no claim needs a note that explains an unusual transition. */
  readonly explained?: boolean;
  /** All commands of the list, those that took effect before, and what was done of later ones together with an earlier one. */
  readonly commands: readonly Command[];
  readonly replayed: ReadonlySet<Id>;
  readonly ahead: Map<Id, Done>;
  /** Place of the running command in the list. */
  index: number;
};

/** What a handler says it did; `before`: the text that an edit replaced, for the audit trail. */
export type Done = {
  readonly subject: Subject;
  readonly claim?: Id;
  readonly version: number;
  readonly before?: Prisma.InputJsonValue;
};

/** Ends the transaction with an expected failure. */
export class Refused extends Error {
  constructor(
    readonly refusal: Refusal,
    /** Place of the refused command, when it is not the running one. */
    readonly index?: number,
  ) {
    super(refusal.message);
  }
}

export const stamp = (work: Work, command: Command) => ({ recordedById: work.user, commandId: command.id });
