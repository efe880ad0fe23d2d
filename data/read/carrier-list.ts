import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import { PAGE_SIZE, type Page, pageOf } from "@/domain/deal-rows";
import type { CarrierLine } from "@/domain/entity-rows";
import type { CarrierKind } from "@/domain/status";
import type { CarrierReading } from "@/formats/lists";
import { Prisma } from "@/generated/prisma/client";
import { boardSql } from "./board-sql";
import { allOf, createdBy, namedLike } from "./entity-sql";
import { talliesSql, tallyOf } from "./tallies";
import { dealsAt } from "./whose-deals";

const { sql } = Prisma;

type Query = Pick<CarrierReading, "filter" | "sort" | "page"> & { readonly view: View };
type Row = {
  slug: string;
  name: string;
  country: string;
  kind: CarrierKind;
  host: string | null;
  host_name: string | null;
  parts: unknown;
};
export type CarrierTotals = { readonly countries: number; readonly guests: number };

/**
 * Carriers with how their deals stand on the view's day; with a manufacturer in the filter, those for its devices.
 * `guests`: how many are MVNOs. Two queries.
 */
export async function carrierList(
  db: Db,
  { view, filter, sort, page: asked }: Query,
): Promise<Page<CarrierLine> & CarrierTotals> {
  const where = whereOf(view, filter);
  const [counted] = await db.$queryRaw<({ total: number } & CarrierTotals)[]>`
    SELECT count(*)::int AS total, count(DISTINCT e.country)::int AS countries,
           (count(*) FILTER (WHERE e.kind = 'MVNO'))::int AS guests
    FROM carrier e LEFT JOIN carrier h ON h.id = e.host_id WHERE ${where}`;
  const { total, ...totals } = counted ?? { total: 0, countries: 0, guests: 0 };
  const { page, pages } = pageOf(total, asked);
  const { manufacturer } = filter;
  const deals = manufacturer ? dealsAt({ manufacturer }) : null;
  const ofPage = manufacturer
    ? sql`
      SELECT d.id FROM deal d JOIN page p ON p.id = d.carrier_id
      JOIN device v ON v.id = d.device_id JOIN manufacturer m ON m.id = v.manufacturer_id AND m.slug = ${manufacturer}`
    : { carriers: sql`SELECT id FROM page` };
  const rows = await db.$queryRaw<Row[]>`
    WITH page AS MATERIALIZED (
      SELECT e.id, row_number() OVER (ORDER BY ${orderOf(sort)}) AS place
      FROM carrier e LEFT JOIN carrier h ON h.id = e.host_id
      ${sort.key === "deals" ? sql`LEFT JOIN (${talliesSql(view, "carrier", deals)}) t ON t.of_id = e.id` : Prisma.empty}
      WHERE ${where} ORDER BY place LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}
    )
    SELECT e.slug, e.name, e.country, e.kind, h.slug AS host, h.name AS host_name, t.parts
    FROM page p
    JOIN carrier e ON e.id = p.id
    LEFT JOIN carrier h ON h.id = e.host_id
    LEFT JOIN (${talliesSql(view, "carrier", ofPage)}) t ON t.of_id = p.id
    ORDER BY p.place`;
  return { rows: rows.map(toLine), total, ...totals, page, pages };
}

function whereOf(view: View, filter: CarrierReading["filter"]): Prisma.Sql {
  const { q, country, network, host, manufacturer, status } = filter;
  return allOf([
    createdBy(view),
    ...(q ? [namedLike("carrier", q)] : []),
    ...(country ? [sql`e.country = ${country}`] : []),
    ...(network ? [sql`e.kind = ${network}`] : []),
    ...(host ? [sql`h.slug = ${host}`] : []),
    ...(manufacturer || status
      ? [
          sql`e.id IN (
            SELECT b.carrier_id FROM (${boardSql(view, manufacturer ? dealsAt({ manufacturer }) : null)}) b
            WHERE ${status ? sql`b.status = ${status}` : sql`true`})`,
        ]
      : []),
  ]);
}

function orderOf({ key, desc }: CarrierReading["sort"]): Prisma.Sql {
  const way = desc ? sql`DESC` : sql`ASC`;
  if (key === "name") return sql`e.name_key ${way}, e.country, e.id`;
  if (key === "deals") return sql`coalesce(t.deals, 0) ${way}, e.country, e.name_key, e.id`;
  return sql`e.country ${way}, e.name_key ${way}, e.id`;
}

const toLine = ({ host, host_name, parts, ...r }: Row): CarrierLine => ({
  ...r,
  host: host !== null && host_name !== null ? { slug: host, name: host_name } : null,
  ...tallyOf(parts),
});
