import { redirect } from "next/navigation";
import { keptOf } from "@/data/read/kept-of";
import type { MergedKind } from "@/domain/status";
import type { Query } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { db } from "@/server/db";

/**
 * Leads from the slug of something that was merged to the kept one's page, with the query as it was asked; otherwise does
 * nothing. For now, not for ever (307): a browser that had learnt it would still redirect after an un-merge.
 */
export async function redirectMerged(
  kind: MergedKind,
  slug: string,
  params: Params,
  pathOf: (slug: string, query: Query) => string,
): Promise<void> {
  const kept = await keptOf(db(), kind, slug.slice(0, 100));
  if (kept) redirect(pathOf(kept.slug, asQuery(params)));
}

/** What the slugs of a filter are of. `devices=a,b` is a list of them. */
const FILTERS: Readonly<Record<string, MergedKind>> = {
  manufacturer: "manufacturer",
  carrier: "carrier",
  host: "carrier",
  device: "device",
  manufacturers: "manufacturer",
  carriers: "carrier",
  devices: "device",
};
const MOST_SLUGS = 8;

/** The query with each slug of something merged replaced by the kept one's; null: none of them was merged. */
async function keptQuery(
  params: Params,
  kinds: Readonly<Record<string, MergedKind>> = FILTERS,
): Promise<URLSearchParams | null> {
  const query = asQuery(params);
  let moved = false;
  for (const [name, kind] of Object.entries(kinds)) {
    const slugs = query.get(name)?.split(",").slice(0, MOST_SLUGS) ?? [];
    const kept = await Promise.all(slugs.map((slug) => keptOf(db(), kind, slug.slice(0, 100))));
    if (kept.every((one) => one === null)) continue;
    moved = true;
    query.set(name, [...new Set(slugs.map((slug, i) => kept[i]?.slug ?? slug))].join(","));
  }
  return moved ? query : null;
}

const KINDS: Readonly<Record<string, MergedKind>> = {
  device: "device",
  carrier: "carrier",
  spells: "carrier",
  manufacturer: "manufacturer",
  source: "source",
  retailer: "retailer",
};

/** The same for a file of a page, whose path stands in `slug`. */
export const keptFileQuery = (page: string, params: Params): Promise<URLSearchParams | null> => {
  const kind = KINDS[page];
  return keptQuery(params, kind ? { ...FILTERS, slug: kind } : FILTERS);
};

/**
 * For a page that found nothing: leads on when its filters name something merged, as above. What was merged has no deal,
 * device or claim any more, so a page that found something need not ask.
 */
export async function redirectMergedFilters(params: Params, pathOf: (query: Query) => string): Promise<void> {
  const query = await keptQuery(params);
  if (query) redirect(pathOf(query));
}

/** Of a parameter that is given twice the first holds, which every page refuses or takes alike. */
const asQuery = (params: Params): URLSearchParams =>
  new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) => {
      const one = typeof value === "string" ? value : value?.[0];
      return one === undefined ? [] : [[name, one]];
    }),
  );
