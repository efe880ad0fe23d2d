import type { Id } from "./claims";
import type { Role } from "./status";

/** Who asks. `system` is the record's own editor, which loads the dossier. */
export type Actor =
  | { readonly kind: "visitor" }
  | {
      readonly kind: "user";
      readonly id: Id;
      readonly name: string;
      readonly role: Role;
      /** How many proposals wait for them; only a page that says so asks. */
      readonly waiting?: () => Promise<number>;
    }
  | { readonly kind: "system" };

/** What the table decides about, a row each (docs/model.md, Who may do what). */
export const ACTIONS = [
  /** Pages, history, as-of views, search. */
  "read",
  /** The record as files; how much of it, server/exports.ts says. */
  "export",
  /** Saved views, watches, password: one's own only. */
  "keep-own",
  /** Who recorded what; the audit of a record. */
  "see-recorder",
  /** Propose commands; withdraw one's own proposal. */
  "propose",
  /** Record, correct, retract a status; evidence; listing; statement; policy action. */
  "record-claim",
  /** Create and edit manufacturer, carrier, retailer, device, source. */
  "edit-entity",
  /** File import, article intake. */
  "import",
  /** Accept or reject a proposal, never one's own. */
  "review",
  "retract-source",
  /** Merge two entities. */
  "merge",
  /** People, roles, settings, rules of review; the whole audit trail in an export. */
  "administer",
] as const;
export type Action = (typeof ACTIONS)[number];

type Cell = "yes" | "own" | "not-own" | "where-public" | "no";
type Column = "visitor" | Role;

const EDITORS = { visitor: "no", analyst: "no", editor: "yes", reviewer: "yes", admin: "yes" } as const;
const REVIEWERS = { visitor: "no", analyst: "no", editor: "no", reviewer: "yes", admin: "yes" } as const;
const READERS = {
  visitor: "where-public",
  analyst: "yes",
  editor: "yes",
  reviewer: "yes",
  admin: "yes",
} as const;

const TABLE: Readonly<Record<Action, Readonly<Record<Column, Cell>>>> = {
  read: READERS,
  export: READERS,
  "keep-own": { visitor: "no", analyst: "own", editor: "own", reviewer: "own", admin: "own" },
  "see-recorder": { visitor: "no", analyst: "yes", editor: "yes", reviewer: "yes", admin: "yes" },
  propose: EDITORS,
  "record-claim": EDITORS,
  "edit-entity": EDITORS,
  import: EDITORS,
  review: { visitor: "no", analyst: "no", editor: "no", reviewer: "not-own", admin: "not-own" },
  "retract-source": REVIEWERS,
  merge: REVIEWERS,
  administer: { visitor: "no", analyst: "no", editor: "no", reviewer: "no", admin: "yes" },
};

/**
 * What the answer hangs on beside the actor: whether visitors may read here, and whether the thing belongs to the actor
 * (only `keep-own` and `review` ask). What is left out counts against the actor.
 */
export type Circumstance = { readonly publicReading?: boolean; readonly own?: boolean };

/** Whether the actor may do it: the one table, asked by the door, the pages and the routes. */
export function may(
  actor: Actor,
  action: Action,
  { publicReading = false, own }: Circumstance = {},
): boolean {
  const column: Column = actor.kind === "user" ? actor.role : actor.kind === "system" ? "editor" : "visitor";
  const cell = TABLE[action][column];
  if (cell === "own") return own === true;
  if (cell === "not-own") return own === false;
  if (cell === "where-public") return publicReading;
  return cell === "yes";
}
