import type { Db } from "@/data/db";
import { judgeFor } from "@/domain/certainty";
import type { Id, View } from "@/domain/claims";
import { type Named, PAGE_SIZE, pageOf } from "@/domain/deal-rows";
import type { Day } from "@/domain/edtf";
import type { ListingLine, RetailerData } from "@/domain/entity-pages";
import type { ListingState } from "@/domain/listings";
import type { ListingReading } from "@/formats/lists";
import { Prisma } from "@/generated/prisma/client";
import { listingsWhere, sourceGraph, sourcesNamed } from "./claims";
import { retailerAbout } from "./entity-about";
import { listingsSql } from "./listing-sql";

const { sql } = Prisma;

type Asked = Pick<ListingReading, "filter" | "sort" | "page"> & { readonly view: View };

/** What a retailer lists on the view's day, and since when; null: no such retailer. Five queries. */
export async function retailerPage(
  db: Db,
  slug: string,
  { view, filter, sort, page: asked }: Asked,
): Promise<RetailerData | null> {
  const about = await retailerAbout(db, slug);
  if (!about) return null;
  const listings = sql`
    SELECT c.*, s.state FROM (${listingsSql(view, sql`SELECT ${about.id}::uuid`)}) s
    CROSS JOIN LATERAL (SELECT * FROM listing c WHERE c.id = s.id OFFSET 0) c`;
  const counted = await db.$queryRaw<{ state: ListingState; n: number; from: Day; to: Day }[]>`
    SELECT l.state, count(*)::int AS n, min(greatest(l.from_earliest, l.from_latest - 3650))::text AS from,
           max(coalesce(l.to_latest, l.from_latest))::text AS to
    FROM (${listings}) l GROUP BY 1`;
  const states = { ahead: 0, listed: 0, ended: 0 };
  for (const { state, n } of counted) states[state] = n;
  const total = filter.state ? states[filter.state] : states.ahead + states.listed + states.ended;
  const { page, pages } = pageOf(total, asked);
  const way = sort.desc ? sql`DESC` : sql`ASC`;
  const names = sql`v.name_key ${sort.key === "device" ? way : sql`ASC`}, l.id`;
  const found = await db.$queryRaw<{ id: Id; device: Named; maker: Named }[]>`
    SELECT l.id, jsonb_build_object('slug', v.slug, 'name', v.name) AS device,
           jsonb_build_object('slug', m.slug, 'name', m.name) AS maker
    FROM (${listings}) l
    JOIN device v ON v.id = l.device_id
    JOIN manufacturer m ON m.id = v.manufacturer_id
    WHERE ${filter.state ? sql`l.state = ${filter.state}` : sql`true`}
    ORDER BY ${sort.key === "from" ? sql`l.from_earliest ${way},` : Prisma.empty} ${names}
    LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
  return {
    about,
    states,
    span: spanOf(counted),
    listings: { rows: await linesOf(db, view, found), total, page, pages },
  };
}

function spanOf(counted: readonly { from: Day; to: Day }[]): RetailerData["span"] {
  const from = counted.map((c) => c.from).sort()[0];
  const to = counted
    .map((c) => c.to)
    .sort()
    .at(-1);
  return from !== undefined && to !== undefined ? { from, to } : null;
}

/** The listings of a page with what their evidence comes to. */
async function linesOf(
  db: Db,
  view: View,
  found: readonly { id: Id; device: Named; maker: Named }[],
): Promise<ListingLine[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const listings = await listingsWhere(db, sql`c.id = ANY (${ids}::uuid[])`);
  const graph = await sourceGraph(db, sourcesNamed(listings), view.record);
  const byId = new Map(listings.map((l) => [l.id, l]));
  const judge = judgeFor(graph, view);
  return found.flatMap(({ id, device, maker }) => {
    const listing = byId.get(id);
    if (!listing) return [];
    const { market, from, to, note, evidence } = listing;
    return [{ id, device, maker, market, from, to, note, certainty: judge(evidence) }];
  });
}
