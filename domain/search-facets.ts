import type { SearchKind } from "./search-hits";

/** What is counted: the deals found, or the devices found. */
export type FacetUnit = Extract<SearchKind, "deal" | "device">;

export const FACETS = ["status", "evidence", "manufacturer", "country"] as const;
export type FacetName = (typeof FACETS)[number];

/** One value of a facet and how many would be left with it, the other filters as they are. */
export type FacetValue = {
  readonly facet: FacetName;
  /** A slug, a country's two letters, a status, a mark of evidence. */
  readonly value: string;
  /** Of a manufacturer its name, else the value. */
  readonly name: string;
  readonly count: number;
};
