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

/** Of a parameter that is given twice the first holds, which every page refuses or takes alike. */
const asQuery = (params: Params): URLSearchParams =>
  new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) => {
      const one = typeof value === "string" ? value : value?.[0];
      return one === undefined ? [] : [[name, one]];
    }),
  );
