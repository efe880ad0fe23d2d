import type { Db } from "@/data/db";
import { edtf } from "@/data/rows";
import type { Id, View } from "@/domain/claims";
import type { Status } from "@/domain/status";
import { type BulkRow, MOST_AT_ONCE } from "@/formats/bulk";
import { type Place, printPlace } from "@/formats/choice";
import type { DealFilter, DealReading } from "@/formats/lists";
import { Prisma } from "@/generated/prisma/client";
import { boardSql } from "./board-sql";
import { dealFacets, dealRows } from "./deal-list";

type Filtered = { readonly view: View; readonly filter: DealFilter; readonly sort: DealReading["sort"] };

/** The first deals that a filter leaves, at most `MOST_AT_ONCE`; `total` counts all of them. Three queries. */
export async function bulkRows(db: Db, asked: Filtered): Promise<{ rows: BulkRow[]; total: number }> {
  const [{ total }, rows] = await Promise.all([
    dealFacets(db, asked.view, asked.filter),
    dealRows(db, { ...asked, size: MOST_AT_ONCE, skip: 0 }),
  ]);
  const places = rows.map(({ device, carrier }) => ({ device: device.slug, carrier: carrier.slug }));
  return { total, rows: await placeRows(db, asked.view, places) };
}

/** A SELECT of places, in their order: device, carrier, n. */
const placesSql = (places: readonly Place[]) => Prisma.sql`
  SELECT * FROM unnest(${places.map((p) => p.device)}::text[], ${places.map((p) => p.carrier)}::text[])
    WITH ORDINALITY p (device, carrier, n)`;

type Row = {
  device: string;
  device_name: string;
  carrier: string;
  carrier_name: string;
  country: string;
  version: number | null;
  status: Status | null;
  certain: boolean;
  since: string;
};

/** Deals as they stand on the view's day, in the order given; a place without a deal as such, one that is not on record left out. One query. */
export async function placeRows(db: Db, view: View, places: readonly Place[]): Promise<BulkRow[]> {
  const deals = Prisma.sql`
    SELECT d.id FROM place p JOIN device v ON v.slug = p.device JOIN carrier k ON k.slug = p.carrier
    JOIN deal d ON d.device_id = v.id AND d.carrier_id = k.id`;
  const rows = await db.$queryRaw<Row[]>`
    WITH place AS MATERIALIZED (${placesSql(places)})
    SELECT v.slug AS device, v.name AS device_name, k.slug AS carrier, k.name AS carrier_name, k.country, d.version,
           b.status, b.certain, c.effective_text AS since
    FROM place p JOIN device v ON v.slug = p.device JOIN carrier k ON k.slug = p.carrier
    LEFT JOIN deal d ON d.device_id = v.id AND d.carrier_id = k.id
    LEFT JOIN (${boardSql(view, deals)}) b ON b.deal_id = d.id
    LEFT JOIN status_change c ON c.id = b.claim_id
    ORDER BY p.n`;
  return rows.map((r) => ({
    device: { slug: r.device, name: r.device_name },
    carrier: { slug: r.carrier, name: r.carrier_name, country: r.country },
    version: r.version,
    now: r.status && { status: r.status, certain: r.certain, since: edtf(r.since) },
  }));
}

/** The deal at some places (null: none yet) and what it is called, by `printPlace`. One query. */
export async function placeNames(
  db: Db,
  places: readonly Place[],
): Promise<ReadonlyMap<string, { deal: Id | null; name: string }>> {
  const rows = await db.$queryRaw<{ device: string; carrier: string; deal: Id | null; name: string }[]>`
    SELECT p.device, p.carrier, d.id AS deal, v.name || ' at ' || k.name AS name
    FROM (${placesSql(places)}) p JOIN device v ON v.slug = p.device JOIN carrier k ON k.slug = p.carrier
    LEFT JOIN deal d ON d.device_id = v.id AND d.carrier_id = k.id`;
  return new Map(rows.map(({ device, carrier, ...found }) => [printPlace({ device, carrier }), found]));
}
