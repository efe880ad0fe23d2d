import type { MarkFilter } from "@/domain/deal-facets";
import {
  CARRIER_KIND_WORDS,
  CERTAINTY_WORDS,
  DEVICE_KIND_WORDS,
  REASON_WORDS,
  STATUS_WORDS,
} from "@/domain/words";
import { countryName } from "@/formats/countries";
import type { Years } from "@/formats/list-query";
import type { DealFilter } from "@/formats/lists";

const spanWords = ({ from, to }: Years) => (from === to ? `in ${from}` : `from ${from} to ${to}`);

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

type Say = { readonly [K in keyof DealFilter]: (value: NonNullable<DealFilter[K]>, name: string) => string };

/** Each filter of a list of deals in words. */
const SAY: Say = {
  status: statusWord,
  certainty: (c) => CERTAINTY_WORDS[c].word,
  disputed: () => MARK_WORDS.disputed,
  stale: () => MARK_WORDS.stale,
  uncertain: () => MARK_WORDS.uncertain,
  origins: (o) => ORIGIN_WORDS[o],
  reason: (r) => `reason: ${REASON_WORDS[r]}`,
  manufacturer: (_, name) => `devices of ${name}`,
  device: (_, name) => name,
  carrier: (_, name) => `at ${name}`,
  country: (c) => `carriers in ${countryName(c)}`,
  kind: (k) => DEVICE_KIND_WORDS[k],
  network: (n) => `at an ${CARRIER_KIND_WORDS[n].word}`,
  entered: (years) => `sale began ${spanWords(years)}`,
  left: (years) => `sale ended ${spanWords(years)}`,
  became: (s) => `after its sale ${STATUS_WORDS[s].word}`,
  planned: (years) => `latest plan begun ${spanWords(years)}`,
  outcome: (s) => (s === "planned" ? "latest plan still open" : `latest plan then ${STATUS_WORDS[s].word}`),
  slips: (n) => (n === "0" ? "latest plan never slipped" : `latest plan slipped ${SLIP_WORDS[n]}`),
  waited: (n) => `latest plan surely open for ${n} days or more`,
  maywait: (n) => `latest plan perhaps open for ${n} days or more`,
};

/** The filters in force, each with its name in the address. `nameOf`: what an address is called. */
export function filterWords(
  filter: DealFilter,
  nameOf: (param: keyof DealFilter, slug: string) => string,
): { readonly param: keyof DealFilter; readonly words: string }[] {
  return (Object.keys(SAY) as (keyof DealFilter)[]).flatMap((param) => {
    const value = filter[param];
    if (value === null) return [];
    const name = typeof value === "string" ? nameOf(param, value) : "";
    return [{ param, words: (SAY[param] as (value: unknown, name: string) => string)(value, name) }];
  });
}
