import type { Db } from "@/data/db";
import { type DerivedDeal, dealBatches, deriveDeals } from "@/data/derived/deals";
import { SPAN_TABLES, type SpanTable, spanJsonSql } from "@/data/derived/span-columns";
import { instantSql } from "@/data/read/claim-sql";
import { jsonRows } from "@/data/read/json-rows";
import { sideBySide } from "@/data/side-by-side";
import type { Id } from "@/domain/claims";
import type { Readings } from "@/domain/readings";
import type { ClaimKnown } from "@/domain/spans";
import { Prisma } from "@/generated/prisma/client";
import { type Difference, difference } from "./difference";

type StoredDeal = Readings & {
  id: Id;
  device: string;
  carrier: string;
  claims: number;
  at: string | null;
  filed: boolean;
  known: ClaimKnown[];
};

/** The rows of a deal `d` in a table of spans. */
const spansSql = (table: SpanTable, order: string) => Prisma.sql`
  coalesce((SELECT json_agg(${spanJsonSql(table)} ORDER BY ${Prisma.raw(order)}) FROM ${Prisma.raw(table)} s
            WHERE s.deal_id = d.id), '[]')`;

/** Whether no row of the table has another carrier or manufacturer than the deal. */
const filedSql = (table: SpanTable) => Prisma.sql`
  NOT EXISTS (SELECT FROM ${Prisma.raw(table)} s WHERE s.deal_id = d.id
              AND (s.carrier_id, s.manufacturer_id) IS DISTINCT FROM (d.carrier_id, v.manufacturer_id))`;

/** What is stored of these deals, in the shapes of the domain. */
const stored = (db: Db, deals: readonly Id[]) =>
  jsonRows<StoredDeal>(
    db,
    Prisma.sql`
  SELECT d.id, v.slug AS device, c.slug AS carrier, d.claim_count AS claims,
    ${Prisma.join((Object.keys(SPAN_TABLES) as SpanTable[]).map(filedSql), " AND ")} AS filed,
    ${instantSql("d.last_recorded_at")} AS at,
    ${instantSql("d.first_recorded_at")} AS "firstRecordedAt", ${instantSql("d.settled_at")} AS "settledAt",
    ${spansSql("deal_span", "s.place")} AS spans,
    ${spansSql("span_by_known", "s.held_from, s.place")} AS "byKnown",
    ${spansSql("span_by_record", "s.held_from, s.place")} AS "byRecord",
    coalesce((SELECT json_agg(json_build_object('deal', k.deal_id, 'claim', k.claim_id, 'from', k.known_from,
        'until', k.known_until)) FROM claim_known k WHERE k.deal_id = d.id), '[]') AS known
  FROM deal d JOIN device v ON v.id = d.device_id JOIN carrier c ON c.id = d.carrier_id
  WHERE d.id = ANY (${[...deals]}::uuid[])`,
  );

/** Batches at once: one is folded here while the database reads another. */
const AT_ONCE = [1, 2];

/** Everything derived of every deal against the fold of its claims. */
export async function verifyDeals(db: Db): Promise<Difference[]> {
  const found = await sideBySide(AT_ONCE, dealBatches(db), async (_, ids) => {
    const [are, should] = await Promise.all([stored(db, ids), deriveDeals(db, ids)]);
    const rows = new Map(are.map((row) => [row.id, row]));
    return should.flatMap((derived) => {
      const row = rows.get(derived.deal);
      return row ? compareDeal(row, derived) : [];
    });
  });
  return found.flat();
}

function compareDeal(row: StoredDeal, { readings, known, lastRecordedAt }: DerivedDeal): Difference[] {
  const where = `deal ${row.device} @ ${row.carrier}`;
  const own: [what: string, is: unknown, should: unknown][] = [
    ["claim_count", row.claims, readings.spans.length],
    ["last_recorded_at", row.at, lastRecordedAt],
    ["carrier and manufacturer of its spans", row.filed ? "its own" : "others", "its own"],
    ["first_recorded_at", row.firstRecordedAt, readings.firstRecordedAt],
    ["settled_at", row.settledAt, readings.settledAt],
  ];
  const heldOnce = ({ from, place }: { from: string; place: number }) => `${place} from ${from}`;
  return [
    ...own.filter(([, is, should]) => is !== should).map((of) => difference(where, ...of)),
    ...compareRows(`${where}, span`, row.spans, readings.spans, ({ place }) => String(place)),
    ...compareRows(`${where}, by what was published, span`, row.byKnown, readings.byKnown, heldOnce),
    ...compareRows(`${where}, by what was recorded, span`, row.byRecord, readings.byRecord, heldOnce),
    ...compareKnown(where, row.known, known),
  ];
}

/** Rows against those that should be there, each named by `nameOf`. */
function compareRows<Row extends object>(
  where: string,
  is: readonly Row[],
  should: readonly Row[],
  nameOf: (row: Row) => string,
): Difference[] {
  const named = (rows: readonly Row[]) => new Map(rows.map((row) => [nameOf(row), row]));
  const [stored, expected] = [named(is), named(should)];
  return [...new Set([...stored.keys(), ...expected.keys()])].flatMap((name) => {
    const [a, b] = [stored.get(name), expected.get(name)];
    if (!a || !b) return [difference(`${where} ${name}`, "the row", a && "there", b && "there")];
    return (Object.keys(b) as (keyof Row & string)[])
      .filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]))
      .map((key) => difference(`${where} ${name}`, key, a[key], b[key]));
  });
}

function compareKnown(where: string, is: readonly ClaimKnown[], should: readonly ClaimKnown[]): Difference[] {
  const said = (rows: readonly ClaimKnown[]) =>
    new Map(rows.map(({ claim, from, until }) => [claim, `${from}/${until ?? ".."}`]));
  const [a, b] = [said(is), said(should)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((claim) => a.get(claim) !== b.get(claim))
    .map((claim) => difference(`${where}, claim ${claim}`, "known", a.get(claim), b.get(claim)));
}
