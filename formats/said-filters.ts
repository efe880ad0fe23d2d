import type { CarrierKind, Certainty, Reason, ThingKind } from "@/domain/status";
import { CARRIER_KIND_WORDS, CERTAINTY_WORDS, REASON_WORDS } from "@/domain/words";
import type { NameOf } from "./content";
import { countryName } from "./countries";
import type { Years } from "./list-query";

/** How filters say themselves: above a list, on paper and in what is cited of it by the same words. */

/** One filter in words, with its name in the address. */
export type SaidFilter<Param extends PropertyKey> = { readonly param: Param; readonly words: string };

/** What each filter says, in the order in which they are told; "": nothing. */
export type Say<F> = { readonly [K in keyof F]: (value: NonNullable<F[K]>, name: NameOf) => string };

/** The filters in force, in words. */
export function saidFilters<F extends object>(say: Say<F>, filter: F, name: NameOf): SaidFilter<keyof F>[] {
  return (Object.keys(say) as (keyof F)[]).flatMap((param) => {
    const value = filter[param];
    if (value === null || value === undefined) return [];
    const words = say[param](value, name);
    return words === "" ? [] : [{ param, words }];
  });
}

/** The filters in force as the end of a sentence: ", narrowed to devices of Huawei, at Verizon"; "" without any. */
export const narrowedWords = (said: readonly { readonly words: string }[]): string =>
  said.length === 0 ? "" : `, narrowed to ${said.map(({ words }) => words).join(", ")}`;

/** What slugs are called, by lists of what has been read; the slug itself where nobody knows it. */
export const namesIn =
  (
    known: { readonly [K in ThingKind]?: readonly { readonly slug: string; readonly name: string }[] },
  ): NameOf =>
  (kind, slug) =>
    known[kind]?.find((one) => one.slug === slug)?.name ?? slug;

/** "in 2018", "from 2016 to 2018". */
export const spanWords = ({ from, to }: Years): string =>
  from === to ? `in ${from}` : `from ${from} to ${to}`;

/** Filters that several views share. */
export const SAY = {
  manufacturer: (slug: string, name: NameOf) => `devices of ${name("manufacturer", slug)}`,
  carrier: (slug: string, name: NameOf) => `at ${name("carrier", slug)}`,
  device: (slug: string, name: NameOf) => name("device", slug),
  country: (code: string) => `carriers in ${countryName(code)}`,
  network: (kind: CarrierKind) => `at an ${CARRIER_KIND_WORDS[kind].word}`,
  certainty: (certainty: Certainty) => CERTAINTY_WORDS[certainty].word,
  reason: (reason: Reason) => `reason: ${REASON_WORDS[reason]}`,
} as const;
