import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import { PAGE_SIZE, type Page, pageOf } from "@/domain/deal-rows";
import type { RetailerLine } from "@/domain/entity-rows";
import type { RetailerReading } from "@/formats/lists";
import { Prisma } from "@/generated/prisma/client";
import { allOf, createdBy, namedLike } from "./entity-sql";
import { listingsSql } from "./listing-sql";

const { sql } = Prisma;

type Query = Pick<RetailerReading, "filter" | "sort" | "page"> & { readonly view: View };

/** Retailers with what they list on the view's day. Two queries. */
export async function retailerList(
  db: Db,
  { view, filter, sort, page: asked }: Query,
): Promise<Page<RetailerLine> & { readonly countries: readonly string[] }> {
  const { q, country, kind } = filter;
  const where = allOf([
    createdBy(view),
    ...(q ? [namedLike("retailer", q)] : []),
    ...(country ? [sql`e.country = ${country}`] : []),
    ...(kind ? [sql`e.kind = ${kind}`] : []),
  ]);
  const [counted] = await db.$queryRaw<{ total: number; countries: string[] | null }[]>`
    SELECT (SELECT count(*)::int FROM retailer e WHERE ${where}) AS total,
           (SELECT array_agg(DISTINCT e.country) FROM retailer e WHERE ${createdBy(view)}) AS countries`;
  const { total, countries } = counted ?? { total: 0, countries: [] };
  const { page, pages } = pageOf(total, asked);
  const tallied = (retailers: Prisma.Sql | null) => sql`
    SELECT l.retailer_id AS of_id, (count(*) FILTER (WHERE l.state = 'listed'))::int AS listed,
           (count(*) FILTER (WHERE l.state = 'ended'))::int AS ended
    FROM (${listingsSql(view, retailers)}) l GROUP BY 1`;
  const rows = await db.$queryRaw<RetailerLine[]>`
    WITH page AS MATERIALIZED (
      SELECT e.id, row_number() OVER (ORDER BY ${orderOf(sort)}) AS place
      FROM retailer e
      ${sort.key === "listings" ? sql`LEFT JOIN (${tallied(null)}) t ON t.of_id = e.id` : Prisma.empty}
      WHERE ${where} ORDER BY place LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}
    )
    SELECT e.slug, e.name, e.country, e.kind, coalesce(t.listed, 0) AS listed, coalesce(t.ended, 0) AS ended
    FROM page p
    JOIN retailer e ON e.id = p.id
    LEFT JOIN (${tallied(sql`SELECT id FROM page`)}) t ON t.of_id = p.id
    ORDER BY p.place`;
  return { rows, total, countries: (countries ?? []).sort(), page, pages };
}

function orderOf({ key, desc }: RetailerReading["sort"]): Prisma.Sql {
  const way = desc ? sql`DESC` : sql`ASC`;
  if (key === "country") return sql`e.country ${way}, e.name_key, e.id`;
  if (key === "listings") return sql`coalesce(t.listed, 0) ${way}, e.name_key, e.id`;
  return sql`e.name_key ${way}, e.id`;
}
