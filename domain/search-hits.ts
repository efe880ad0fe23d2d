import type { AliasKind, Status } from "./status";

export const SEARCH_KINDS = [
  "deal",
  "device",
  "carrier",
  "manufacturer",
  "retailer",
  "source",
  "policy-action",
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/**
 * Why a thing was found. `name`, `alias`, `text` (of a source or policy action): what the words were found in.
 * `like`: it is only spelled alike.
 */
export type SearchWhy = {
  readonly in: "name" | "alias" | "text";
  readonly like: boolean;
  readonly alias: { readonly kind: AliasKind; readonly text: string } | null;
};

export type SearchHit = {
  readonly kind: SearchKind;
  readonly slug: string;
  /** The carrier's slug, of a deal. */
  readonly carrier: string | null;
  readonly name: string;
  /** What tells it from others of its name: its maker, country, publisher. */
  readonly detail: string;
  /** Of a deal, on the day looked at. */
  readonly status: Status | null;
  readonly why: SearchWhy;
};

/** What was found of one kind: the best first; `total` counts all. */
export type SearchGroup = {
  readonly kind: SearchKind;
  readonly total: number;
  readonly hits: readonly SearchHit[];
};
