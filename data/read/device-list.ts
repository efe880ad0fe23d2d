import type { Db } from "@/data/db";
import { edtfOrNull } from "@/data/rows";
import type { View } from "@/domain/claims";
import { PAGE_SIZE, type Page, pageOf } from "@/domain/deal-rows";
import type { DeviceLine } from "@/domain/entity-rows";
import type { DeviceKind } from "@/domain/status";
import type { DeviceReading } from "@/formats/lists";
import { Prisma } from "@/generated/prisma/client";
import { boardSql } from "./board-sql";
import { ALL_DEALS, dealsOf } from "./deal-scope";
import { allOf, createdBy, namedLike } from "./entity-sql";
import { talliesSql, tallyOf } from "./tallies";

const { sql } = Prisma;

type Query = Pick<DeviceReading, "filter" | "sort" | "page"> & { readonly view: View };
type Row = {
  slug: string;
  name: string;
  kind: DeviceKind;
  announced: string | null;
  models: string[] | null;
  maker: string;
  maker_name: string;
  parts: unknown;
};

/** Devices with how they stand at carriers on the view's day. `makers`: how many manufacturers they have. Two queries. */
export async function deviceList(
  db: Db,
  { view, filter, sort, page: asked }: Query,
): Promise<Page<DeviceLine> & { readonly makers: number }> {
  const where = whereOf(view, filter);
  const [counted] = await db.$queryRaw<{ total: number; makers: number }[]>`
    SELECT count(*)::int AS total, count(DISTINCT e.manufacturer_id)::int AS makers
    FROM device e JOIN manufacturer m ON m.id = e.manufacturer_id WHERE ${where}`;
  const { total, makers } = counted ?? { total: 0, makers: 0 };
  const { page, pages } = pageOf(total, asked);
  const deals = dealsOf({ ...ALL_DEALS, carrier: filter.carrier });
  const ofPage = sql`
    SELECT d.id FROM deal d JOIN page p ON p.id = d.device_id
    ${filter.carrier ? sql`JOIN carrier c ON c.id = d.carrier_id AND c.slug = ${filter.carrier}` : Prisma.empty}`;
  const rows = await db.$queryRaw<Row[]>`
    WITH page AS MATERIALIZED (
      SELECT e.id
      FROM device e JOIN manufacturer m ON m.id = e.manufacturer_id
      ${sort.key === "deals" ? sql`LEFT JOIN (${talliesSql(view, "device", deals)}) t ON t.of_id = e.id` : Prisma.empty}
      WHERE ${where} ORDER BY ${orderOf(sort)} LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}
    )
    SELECT e.slug, e.name, e.kind, e.announced_text AS announced, m.slug AS maker, m.name AS maker_name, t.parts,
           (SELECT array_agg(a.text ORDER BY a.text) FROM alias a WHERE a.device_id = e.id AND a.kind = 'model') AS models
    FROM page p
    JOIN device e ON e.id = p.id
    JOIN manufacturer m ON m.id = e.manufacturer_id
    LEFT JOIN (${talliesSql(view, "device", ofPage)}) t ON t.of_id = p.id
    ORDER BY ${orderOf(sort)}`;
  return { rows: rows.map(toLine), total, makers, page, pages };
}

function whereOf(
  view: View,
  { q, manufacturer, kind, carrier, status }: DeviceReading["filter"],
): Prisma.Sql {
  return allOf([
    createdBy(view),
    ...(q ? [namedLike("device", q)] : []),
    ...(manufacturer ? [sql`m.slug = ${manufacturer}`] : []),
    ...(kind ? [sql`e.kind = ${kind}`] : []),
    ...(carrier || status
      ? [
          sql`e.id IN (
            SELECT d.device_id FROM (${boardSql(view, dealsOf({ ...ALL_DEALS, carrier, manufacturer }))}) b
            JOIN deal d ON d.id = b.deal_id WHERE ${status ? sql`b.status = ${status}` : sql`true`})`,
        ]
      : []),
  ]);
}

function orderOf({ key, desc }: DeviceReading["sort"]): Prisma.Sql {
  const way = desc ? sql`DESC NULLS LAST` : sql`ASC`;
  if (key === "name") return sql`e.name_key ${way}, e.id`;
  if (key === "announced") return sql`e.announced_earliest ${way}, m.name_key, e.name_key, e.id`;
  if (key === "deals") return sql`coalesce(t.deals, 0) ${way}, m.name_key, e.name_key, e.id`;
  return sql`m.name_key ${way}, e.name_key ${way}, e.id`;
}

const toLine = ({ announced, models, maker, maker_name, parts, ...r }: Row): DeviceLine => ({
  ...r,
  announced: edtfOrNull(announced),
  models: models ?? [],
  maker: { slug: maker, name: maker_name },
  ...tallyOf(parts),
});
