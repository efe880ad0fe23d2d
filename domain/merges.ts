import type { Id } from "./claims";
import type { Instant } from "./edtf";

/** What a merge would file under the kept one, counted. */
export type Moving = {
  readonly devices: number;
  readonly deals: number;
  readonly claims: number;
  readonly listings: number;
  readonly statements: number;
  readonly evidence: number;
  readonly citations: number;
  readonly aliases: number;
  /** Deals whose pair both have: their histories fold into one. The first few by the name of the other side. */
  readonly folding: { readonly count: number; readonly names: readonly string[] };
};

/** A standing merge, as the kept one's page lists it. */
export type MergedHere = {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly why: string;
  readonly at: Instant;
  readonly by: string;
  /** Rows that it moved. */
  readonly rows: number;
};

/** What is counted, in words, in the order in which it is told; what is none is left out. */
export const MOVING_WORDS = [
  ["devices", "device", "devices"],
  ["deals", "deal", "deals"],
  ["claims", "status change", "status changes"],
  ["listings", "listing", "listings"],
  ["statements", "statement", "statements"],
  ["evidence", "piece of evidence", "pieces of evidence"],
  ["citations", "citation", "citations"],
  ["aliases", "other name", "other names"],
] as const satisfies readonly (readonly [keyof Moving, string, string])[];
