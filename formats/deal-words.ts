import type { MarkFilter } from "@/domain/deal-facets";
import { DEVICE_KIND_WORDS, STATUS_WORDS } from "@/domain/words";
import type { NameOf } from "./content";
import type { DealFilter } from "./lists";
import { type SaidFilter, type Say, SAY as SHARED, saidFilters, spanWords } from "./said-filters";

/** What the weak spots are called where a list is narrowed to them. */
export const MARK_WORDS = {
  disputed: "disputed",
  stale: "stale",
  uncertain: "not certain on this day",
} as const;
export const ORIGIN_WORDS: Readonly<Record<NonNullable<MarkFilter["origins"]>, string>> = {
  one: "one unofficial origin",
  several: "two or more origins",
};

const statusWord = (status: NonNullable<DealFilter["status"]>) =>
  status === "none" ? "no status on this day" : STATUS_WORDS[status].word;

export const SLIP_WORDS = { 0: "never", 1: "once", 2: "twice", 3: "three times or more" } as const;

/** Each filter of a list of deals in words. */
const SAY: Say<DealFilter> = {
  status: statusWord,
  certainty: SHARED.certainty,
  disputed: () => MARK_WORDS.disputed,
  stale: () => MARK_WORDS.stale,
  uncertain: () => MARK_WORDS.uncertain,
  origins: (o) => ORIGIN_WORDS[o],
  reason: SHARED.reason,
  manufacturer: SHARED.manufacturer,
  device: SHARED.device,
  carrier: SHARED.carrier,
  country: SHARED.country,
  kind: (k) => DEVICE_KIND_WORDS[k],
  network: SHARED.network,
  entered: (years) => `sale began ${spanWords(years)}`,
  left: (years) => `sale ended ${spanWords(years)}`,
  became: (s) => `after its sale ${STATUS_WORDS[s].word}`,
  planned: (years) => `latest plan begun ${spanWords(years)}`,
  outcome: (s) => (s === "planned" ? "latest plan still open" : `latest plan then ${STATUS_WORDS[s].word}`),
  slips: (n) => (n === "0" ? "latest plan never slipped" : `latest plan slipped ${SLIP_WORDS[n]}`),
  waited: (n) => `latest plan surely open for ${n} days or more`,
  maywait: (n) => `latest plan perhaps open for ${n} days or more`,
};

/** The filters in force on a list of deals, in words. */
export const dealFilterWords = (filter: DealFilter, name: NameOf): SaidFilter<keyof DealFilter>[] =>
  saidFilters(SAY, filter, name);
