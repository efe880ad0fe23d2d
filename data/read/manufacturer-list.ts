import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import { PAGE_SIZE, type Page, pageOf } from "@/domain/deal-rows";
import type { ManufacturerLine } from "@/domain/entity-rows";
import type { ManufacturerReading } from "@/formats/lists";
import { Prisma } from "@/generated/prisma/client";
import { boardSql } from "./board-sql";
import { allOf, createdBy, namedLike } from "./entity-sql";
import { partsSql, talliesSql, tallyOf } from "./tallies";

const { sql } = Prisma;

type Query = Pick<ManufacturerReading, "filter" | "sort" | "page"> & { readonly view: View };
type Row = Omit<ManufacturerLine, "counts" | "staleCarried"> & { parts: unknown };

/** Manufacturers with their devices, how far these reach, and how their deals stand on the view's day. Two queries. */
export async function manufacturerList(
  db: Db,
  { view, filter, sort, page: asked }: Query,
): Promise<Page<ManufacturerLine> & { readonly countries: number }> {
  const { q, country } = filter;
  const where = allOf([
    createdBy(view),
    ...(q ? [namedLike("manufacturer", q)] : []),
    ...(country ? [sql`e.country = ${country}`] : []),
  ]);
  const [counted] = await db.$queryRaw<{ total: number; countries: number }[]>`
    SELECT count(*)::int AS total, count(DISTINCT e.country)::int AS countries FROM manufacturer e WHERE ${where}`;
  const { total, countries } = counted ?? { total: 0, countries: 0 };
  const { page, pages } = pageOf(total, asked);
  const ofPage = { manufacturers: sql`SELECT id FROM page` };
  const devices = (of: Prisma.Sql) => sql`
    SELECT e.manufacturer_id AS of_id, count(*)::int AS n FROM device e WHERE ${createdBy(view)} AND ${of} GROUP BY 1`;
  const rows = await db.$queryRaw<Row[]>`
    WITH page AS MATERIALIZED (
      SELECT e.id
      FROM manufacturer e
      ${sort.key === "deals" ? sql`LEFT JOIN (${talliesSql(view, "manufacturer", null)}) t ON t.of_id = e.id` : Prisma.empty}
      ${sort.key === "devices" ? sql`LEFT JOIN (${devices(sql`true`)}) n ON n.of_id = e.id` : Prisma.empty}
      WHERE ${where} ORDER BY ${orderOf(sort)} LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}
    ),
    board AS MATERIALIZED (
      SELECT b.manufacturer_id AS of_id, b.carrier_id, b.status, b.stale FROM (${boardSql(view, ofPage)}) b
    ),
    reach AS (
      SELECT b.of_id, count(DISTINCT c.id)::int AS carriers, count(DISTINCT c.country)::int AS countries
      FROM board b JOIN carrier c ON c.id = b.carrier_id
      WHERE b.status = 'carried' GROUP BY 1
    )
    SELECT e.slug, e.name, e.country, coalesce(n.n, 0) AS devices, coalesce(r.carriers, 0) AS carriers,
           coalesce(r.countries, 0) AS countries, t.parts
    FROM page p
    JOIN manufacturer e ON e.id = p.id
    LEFT JOIN (${devices(sql`e.manufacturer_id IN (SELECT id FROM page)`)}) n ON n.of_id = p.id
    LEFT JOIN reach r ON r.of_id = p.id
    LEFT JOIN (${partsSql(sql`board`)}) t ON t.of_id = p.id
    ORDER BY ${orderOf(sort)}`;
  return {
    rows: rows.map(({ parts, ...r }) => ({ ...r, ...tallyOf(parts) })),
    total,
    countries,
    page,
    pages,
  };
}

function orderOf({ key, desc }: ManufacturerReading["sort"]): Prisma.Sql {
  const way = desc ? sql`DESC` : sql`ASC`;
  if (key === "country") return sql`e.country ${way}, e.name_key, e.id`;
  if (key === "devices") return sql`coalesce(n.n, 0) ${way}, e.name_key, e.id`;
  if (key === "deals") return sql`coalesce(t.deals, 0) ${way}, e.name_key, e.id`;
  return sql`e.name_key ${way}, e.id`;
}
