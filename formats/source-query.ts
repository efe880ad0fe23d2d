import { SOURCE_SORTS, type SourceFilter, type SourceSort } from "@/domain/source-list";
import { SOURCE_KINDS, type SourceKind } from "@/domain/status";
import type { Params } from "./view";

/** What the address of the list of sources asks for. */
export type SourceQuery = {
  readonly filter: SourceFilter;
  readonly sort: SourceSort;
  /** Counts from 1. */
  readonly page: number;
};

const LIMIT = 200;

/** One value of a parameter; "" when it is absent or given twice. */
const one = (params: Params, name: string): string => {
  const value = params[name];
  return typeof value === "string" ? value.trim().slice(0, LIMIT) : "";
};

/** A page's number from an address; what is none is the first. */
export function readPage(params: Params, name = "page"): number {
  const text = one(params, name);
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

const member = <T extends string>(set: readonly T[], text: string): T | null =>
  set.find((word) => word === text) ?? null;

/** Never fails: what cannot be read asks for nothing. */
export function readSourceQuery(params: Params): SourceQuery {
  const seen = one(params, "seen");
  const retracted = one(params, "retracted");
  return {
    filter: {
      text: one(params, "q"),
      publisher: one(params, "publisher"),
      kind: member<SourceKind>(SOURCE_KINDS, one(params, "kind")),
      seen: seen === "yes" ? true : seen === "no" ? false : null,
      retracted: retracted === "yes" ? true : retracted === "no" ? false : null,
    },
    sort: member<SourceSort>(SOURCE_SORTS, one(params, "sort")) ?? "newest",
    page: readPage(params),
  };
}

const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? "yes" : "no");

/** The parameters that lead back to a query; defaults and empty ones are left out. The page only past the first. */
export function printSourceQuery({ filter, sort, page }: SourceQuery): Record<string, string> {
  const all = {
    q: filter.text,
    publisher: filter.publisher,
    kind: filter.kind,
    seen: yesNo(filter.seen),
    retracted: yesNo(filter.retracted),
    sort: sort === "newest" ? null : sort,
    page: page === 1 ? null : String(page),
  };
  return Object.fromEntries(Object.entries(all).flatMap(([k, v]) => (v ? [[k, v]] : [])));
}

export const ALL_SOURCES: SourceQuery = {
  filter: { text: "", publisher: "", kind: null, seen: null, retracted: null },
  sort: "newest",
  page: 1,
};
