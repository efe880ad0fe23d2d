import type { ChangeFilter } from "@/domain/change-filter";
import type { ChangeKind } from "@/domain/change-rows";
import { CELL_MARK_WORDS, STATUS_WORDS } from "@/domain/words";
import type { NameOf } from "./content";
import type { ListingReading, OverviewReading, SpellReading } from "./lists";
import type { MatrixFilter } from "./matrix-query";
import { SAY, type SaidFilter, type Say, saidFilters } from "./said-filters";

/** The filters of each view in words; those of a list of deals stand in `deal-words.ts`. */

const CHANGES: Say<ChangeFilter> = {
  manufacturer: SAY.manufacturer,
  device: SAY.device,
  carrier: SAY.carrier,
  country: SAY.country,
  network: SAY.network,
  status: (status) => STATUS_WORDS[status].word,
  certainty: SAY.certainty,
  reason: (reason) => (reason === "none" ? "no reason given" : SAY.reason(reason)),
};

/** What a list of changes is narrowed to. */
export const changeFilterWords = (filter: ChangeFilter, name: NameOf): SaidFilter<keyof ChangeFilter>[] =>
  saidFilters(CHANGES, filter, name);

/** Of a comparison one kind of change alone. */
export const PART_WORDS: Readonly<Record<ChangeKind, string>> = {
  world: "where the world changed",
  corrected: "what we corrected",
  evidence: "where only the evidence changed",
};

type Cells = Pick<
  MatrixFilter,
  "manufacturer" | "country" | "kind" | "status" | "certainty" | "reason" | "mark"
>;
const CELLS: Say<Cells> = {
  manufacturer: SAY.manufacturer,
  country: SAY.country,
  kind: SAY.network,
  status: (status) => STATUS_WORDS[status].word,
  certainty: SAY.certainty,
  reason: SAY.reason,
  mark: (mark) => CELL_MARK_WORDS[mark],
};

/** What the matrix is narrowed to. */
export const matrixFilterWords = (filter: MatrixFilter, name: NameOf): SaidFilter<keyof Cells>[] =>
  saidFilters<Cells>(CELLS, filter, name);

const OVERVIEW: Say<OverviewReading["filter"]> = {
  manufacturer: SAY.manufacturer,
  country: SAY.country,
  years: ({ from, to }) => (from === to ? `the year ${from}` : `the years ${from} to ${to}`),
};

/** What the overview is narrowed to. */
export const overviewFilterWords = (
  filter: OverviewReading["filter"],
  name: NameOf,
): SaidFilter<keyof OverviewReading["filter"]>[] => saidFilters(OVERVIEW, filter, name);

const longer = (months: number): string => `${months} ${months === 1 ? "month" : "months"} or longer`;
const SPELLS: Say<SpellReading["filter"]> = {
  manufacturer: SAY.manufacturer,
  state: (state) => (state === "going" ? "no end known" : "ended"),
  became: (status) => `then ${STATUS_WORDS[status].word}`,
  lasted: (months) => `surely lasted ${longer(months)}`,
  maylast: (months) => `perhaps lasted ${longer(months)}`,
};

/** What a list of spells on sale is narrowed to. */
export const spellFilterWords = (
  filter: SpellReading["filter"],
  name: NameOf,
): SaidFilter<keyof SpellReading["filter"]>[] => saidFilters(SPELLS, filter, name);

type Listings = ListingReading["filter"];

/** The state of a listing on the day looked at. */
export const LISTING_STATE_WORDS: Readonly<Record<NonNullable<Listings["state"]>, string>> = {
  ahead: "not yet on sale",
  listed: "on sale",
  ended: "ended",
};

/** What a retailer's list is narrowed to. */
export const listingFilterWords = (filter: Listings): SaidFilter<keyof Listings>[] =>
  saidFilters<Listings>({ state: (state) => LISTING_STATE_WORDS[state] }, filter, (_, slug) => slug);
