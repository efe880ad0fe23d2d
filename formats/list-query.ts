import { dayOf, echo } from "@/domain/edtf";
import type { Params } from "./view";

/** Filters, sort and page of a list, as its address holds them. What cannot be read is said and counts as absent. */

/** How one filter is written. `say` follows "is not": a status, a year. */
export type Field<T> = { readonly read: (text: string) => T | null; readonly say: string };

/** One of a closed set of words. */
export const oneOf = <const T extends string>(values: readonly T[], say: string): Field<T> => ({
  read: (text) => values.find((value) => value === text) ?? null,
  say,
});

/** A mark that is there or not: `?disputed=1`. */
export const flag: Field<true> = {
  read: (text) => (text === "1" ? true : null),
  say: "1, which turns it on",
};

/** The address of an entity. Whether there is one is for the read to find out. */
export const slug: Field<string> = {
  read: (text) => (/^[a-z0-9][a-z0-9-]{0,99}$/.test(text) ? text : null),
  say: "an address on record",
};

export const country: Field<string> = {
  read: (text) => (/^[A-Z]{2}$/.test(text) ? text : null),
  say: "a country code such as US",
};

export const words: Field<string> = {
  read: (text) => (text.trim() !== "" && text.length <= 200 ? text.trim() : null),
  say: "a text of at most 200 characters",
};

/** A number of days. */
export const days: Field<number> = {
  read: (text) => (/^\d{1,5}$/.test(text) ? Number(text) : null),
  say: "a number of days",
};

/** A number of whole months. */
export const months: Field<number> = {
  read: (text) => (/^\d{1,4}$/.test(text) ? Number(text) : null),
  say: "a number of months",
};

export type Years = { readonly from: number; readonly to: number };

/** "2018", or "2016/2018" with both ends included. */
export const years: Field<Years> = {
  read: (text) => {
    const [, from, to = from] = /^(\d{4})(?:\/(\d{4}))?$/.exec(text) ?? [];
    if (!from || !to || from > to || !dayOf(`${from}-01-01`) || !dayOf(`${to}-01-01`)) return null;
    return { from: Number(from), to: Number(to) };
  },
  say: "a year or a span of years such as 2016/2018",
};

/** The inverse of `years.read`. */
export const printYears = ({ from, to }: Years): string => (from === to ? String(from) : `${from}/${to}`);

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type FilterOf<F extends Fields> = {
  readonly [K in keyof F]: (F[K] extends Field<infer T> ? T : never) | null;
};

export type Sort<K extends string = string> = { readonly key: K; readonly desc: boolean };

export type ListSpec<F extends Fields, K extends string> = {
  readonly fields: F;
  /** What the list can be sorted by; the first is the order without a word in the address. */
  readonly sorts: readonly [Sort<K>, ...Sort<K>[]];
};

/** A list's filters and sorts, checked as they are written. */
export const listSpec = <F extends Fields, const K extends string>(spec: ListSpec<F, K>): ListSpec<F, K> =>
  spec;
export type ReadingOf<S> = S extends ListSpec<infer F, infer K> ? ListReading<F, K> : never;

export type ListProblem = { readonly param: string; readonly message: string };

export type ListReading<F extends Fields, K extends string> = {
  readonly filter: FilterOf<F>;
  readonly sort: Sort<K>;
  /** Counts from 1; may lie past the end. */
  readonly page: number;
  readonly problems: readonly ListProblem[];
  /** The filters and the sort as they stand in the address, without defaults and without the page. */
  readonly keep: Readonly<Record<string, string>>;
};

/** Beyond this nobody pages; it also bounds what OFFSET skips. */
const MAX_PAGE = 100_000;

/** `sort=deals` or, the other way round, `sort=-deals`. */
export const printSort = ({ key, desc }: Sort): string => (desc ? `-${key}` : key);

/** Filters, sort and page of a list from its address. Never fails: what cannot be read is said and counts as absent. */
export function readList<F extends Fields, K extends string>(
  spec: ListSpec<F, K>,
  params: Params,
): ListReading<F, K> {
  const problems: ListProblem[] = [];
  const keep: Record<string, string> = {};
  const single = (param: string): string | null => {
    const value = params[param];
    if (value === undefined || value === "") return null;
    if (typeof value === "string") return value;
    problems.push({ param, message: `"${param}" is given more than once. Give it once.` });
    return null;
  };
  const filter: Record<string, unknown> = {};
  for (const [param, field] of Object.entries(spec.fields)) {
    const text = single(param);
    const value = text === null ? null : field.read(text);
    filter[param] = value;
    if (text === null) continue;
    if (value === null)
      problems.push({ param, message: `"${echo(text)}" is not ${field.say}. The list is shown without it.` });
    else keep[param] = text;
  }
  const [first] = spec.sorts;
  const asked = single("sort");
  const key = asked?.replace(/^-/, "");
  const known = spec.sorts.find((sort) => sort.key === key);
  if (asked !== null && !known)
    problems.push({ param: "sort", message: `The list cannot be sorted by "${echo(asked)}".` });
  const sort = known ? { key: known.key, desc: asked?.startsWith("-") ?? false } : first;
  if (printSort(sort) !== printSort(first)) keep.sort = printSort(sort);
  const page = Number(/^\d{1,6}$/.exec(single("page") ?? "1")?.[0] ?? 1);
  return {
    filter: filter as FilterOf<F>,
    sort,
    page: Math.min(Math.max(1, page), MAX_PAGE),
    problems,
    keep,
  };
}
