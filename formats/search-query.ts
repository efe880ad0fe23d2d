import { echo } from "@/domain/edtf";
import { SEARCH_KINDS, type SearchHit, type SearchKind } from "@/domain/search-hits";
import { readSearch, SEARCH_LIMIT } from "@/domain/search-words";
import { STATUSES, type Status } from "@/domain/status";
import {
  carrierPath,
  dealPath,
  devicePath,
  manufacturerPath,
  policyPath,
  type Query,
  retailerPath,
  sourcePath,
  withClaim,
} from "./paths";
import type { Params } from "./view";

/** What a status rests on, as far as a search asks for it. */
export const EVIDENCE_MARKS = ["anonymous", "one-origin", "disputed", "stale"] as const;
export type EvidenceMark = (typeof EVIDENCE_MARKS)[number];

/** What deals must have, and devices through one of their deals. Maker: a slug; country: the carrier's, two letters. */
export type SearchFilter = {
  readonly manufacturer: string | null;
  readonly country: string | null;
  readonly status: Status | null;
  readonly evidence: EvidenceMark | null;
};

export type SearchQuery = {
  readonly text: string;
  /** null: the first of every kind. */
  readonly kind: SearchKind | null;
  readonly filter: SearchFilter;
  /** Counts from 1, within a kind. */
  readonly page: number;
};

export type SearchReading = { readonly query: SearchQuery; readonly problems: readonly string[] };

/** `/search?q=…`; what cannot be read is said and left out. Text beyond the limit is not searched for at all. */
export function readSearchQuery(params: Params): SearchReading {
  const problems: string[] = [];
  const single = (name: string): string | null => {
    const value = params[name];
    if (value === undefined || value === "") return null;
    if (typeof value === "string") return value;
    problems.push(`"${name}" is given more than once. Give it once.`);
    return null;
  };
  const oneOf = <T extends string>(name: string, all: readonly T[]): T | null => {
    const value = single(name);
    const known = all.find((one) => one === value) ?? null;
    if (value !== null && known === null)
      problems.push(`"${echo(value)}" is no ${name} to search by. Possible: ${all.join(", ")}.`);
    return known;
  };
  const like = (name: string, pattern: RegExp, help: string): string | null => {
    const value = single(name);
    if (value === null || pattern.test(value)) return value;
    problems.push(`"${echo(value)}" is no ${name}. ${help}`);
    return null;
  };
  const text = (single("q") ?? "").trim();
  const long = [...text].length > SEARCH_LIMIT;
  if (long)
    problems.push(
      `This search has ${[...text].length} characters. At most ${SEARCH_LIMIT} are looked for: shorten it.`,
    );
  else if (text !== "" && readSearch(text).words.length === 0)
    problems.push(`"${echo(text)}" has no letter and no digit. Write a part of a name.`);
  const filter: SearchFilter = {
    manufacturer: like("manufacturer", /^[a-z0-9-]{1,100}$/, "Write its slug, as in huawei."),
    country: like("country", /^[A-Z]{2}$/, "Write two capital letters, as in US."),
    status: oneOf("status", STATUSES),
    evidence: oneOf("evidence", EVIDENCE_MARKS),
  };
  const page = Number(like("page", /^[1-9]\d{0,5}$/, "Pages count from 1.") ?? 1);
  return { query: { text: long ? "" : text, kind: oneOf("kind", SEARCH_KINDS), filter, page }, problems };
}

/** The parameters that lead back to this search, without its page; `readSearchQuery` reads them. */
export function printSearch({ text, kind, filter }: Omit<SearchQuery, "page">): Record<string, string> {
  const all = { q: text, kind, ...filter };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ""),
  );
}

export const isFiltered = (filter: SearchFilter): boolean =>
  Object.values(filter).some((value) => value !== null);

/** Where a hit leads. What somebody said is shown at its claim, at its device, or in its source. */
export function hitPath(hit: Pick<SearchHit, "kind" | "slug" | "carrier" | "said">, query?: Query): string {
  const slug = hit.slug ?? "";
  switch (hit.kind) {
    case "device":
      return devicePath(slug, query);
    case "carrier":
      return carrierPath(slug, query);
    case "manufacturer":
      return manufacturerPath(slug, query);
    case "retailer":
      return retailerPath(slug, query);
    case "deal":
      return dealPath(slug, hit.carrier ?? "", query);
    case "policy-action":
      return policyPath(slug, query);
    case "source":
      return sourcePath(slug, query);
    case "said":
      return saidPath(hit, query);
  }
}

function saidPath(
  { slug, carrier, said }: Pick<SearchHit, "slug" | "carrier" | "said">,
  query?: Query,
): string {
  if (!said) throw new TypeError("What was said has no place.");
  if (slug === null) return sourcePath(said.source, query);
  if (said.in === "statement") return `${devicePath(slug, query)}#s-${said.id}`;
  if (said.in === "listing" || carrier === null) return devicePath(slug, withClaim(query, said.id));
  return `${dealPath(slug, carrier, query)}#c-${said.id}`;
}
