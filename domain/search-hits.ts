import type { SearchWhy } from "./search-why";
import type { SearchWords } from "./search-words";
import type { Certainty, Status } from "./status";

/** In the order in which a page shows them, where nothing else decides. `said`: what somebody said, found by who said it. */
export const SEARCH_KINDS = [
  "device",
  "carrier",
  "manufacturer",
  "retailer",
  "deal",
  "policy-action",
  "said",
  "source",
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** One, some in a sentence, and all as a heading. */
export const SEARCH_KIND_WORDS: Readonly<Record<SearchKind, { one: string; some: string; all: string }>> = {
  device: { one: "device", some: "devices", all: "Devices" },
  carrier: { one: "carrier", some: "carriers", all: "Carriers" },
  manufacturer: { one: "maker", some: "makers", all: "Makers" },
  retailer: { one: "retailer", some: "retailers", all: "Retailers" },
  deal: { one: "deal", some: "deals", all: "Deals" },
  "policy-action": { one: "policy action", some: "policy actions", all: "Policy actions" },
  said: { one: "quote or statement", some: "quotes and statements", all: "Who said what" },
  source: { one: "source", some: "sources", all: "Sources" },
};

export type SearchHit = {
  readonly kind: SearchKind;
  /** How near it is, 0 the nearest: exactly the name, its beginning, a part of it, some of its words, through another thing. */
  readonly rank: number;
  /** The thing's own; a deal's and an utterance's is the device's, null when it is about none. */
  readonly slug: string | null;
  /** The carrier's slug, of a deal and of what was said about one. */
  readonly carrier: string | null;
  /** Of what somebody said: the claim that it is evidence for, or the statement that it is, and the source's slug. */
  readonly said: {
    readonly in: "status" | "listing" | "statement";
    readonly id: string;
    readonly source: string;
  } | null;
  readonly name: string;
  /** What tells it from others of its name: its maker, country, publisher. */
  readonly detail: string;
  /** Of a deal, on the day looked at. */
  readonly status: Status | null;
  readonly certainty: Certainty | null;
  readonly why: SearchWhy;
};

/** What was found of one kind: the best first. `total` counts all; with `more` only those that were looked through. */
export type SearchGroup = {
  readonly kind: SearchKind;
  readonly total: number;
  readonly more: boolean;
  readonly hits: readonly SearchHit[];
};

/** What a search found. */
export type Found = {
  /** With hits, in the order in which they are shown. */
  readonly groups: readonly SearchGroup[];
  /** How many of each kind there are, shown or not. */
  readonly totals: Readonly<Partial<Record<SearchKind, number>>>;
};

/** What a search found that forgives slips of the fingers. */
export type Forgiven = Found & {
  /** What was looked for in the end. */
  readonly words: SearchWords;
  /** As it was typed nothing was found; these words were looked for instead. null: found as typed, or not at all. */
  readonly meant: string | null;
  /** Nothing was found: names on record, or parts of the search, that may be looked for. */
  readonly suggestions: readonly string[];
};

/** The group of the nearest hit first: "huawei" means the maker before its devices. Ties keep the order of SEARCH_KINDS. */
export function inOrder(groups: readonly SearchGroup[]): readonly SearchGroup[] {
  const best = ({ hits }: SearchGroup) => Math.min(...hits.map(({ rank }) => rank));
  return [...groups].sort(
    (a, b) => best(a) - best(b) || SEARCH_KINDS.indexOf(a.kind) - SEARCH_KINDS.indexOf(b.kind),
  );
}
