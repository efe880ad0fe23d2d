import { afterAll, beforeAll, expect, it } from "vitest";
import { dealBatches } from "@/data/derived/deals";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { boardRow } from "@/data/testing/folded";
import { verifyRecord } from "@/data/verify/verify";
import type { Id, View } from "@/domain/claims";
import { laneOf } from "@/domain/device-history";
import { grouped } from "@/domain/grouped";
import { Prisma } from "@/generated/prisma/client";
import { type BoardRow, boardSql } from "./board-sql";
import { statusClaims } from "./claims";
import { historySql } from "./history-sql";

/** Status, certainty and marks of every deal of the dossier: SQL and the fold of the domain say the same. */

let t: TestDatabase;
let deals: Id[] = [];
let loaded = "";
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
  for await (const ids of dealBatches(t.prisma)) deals = [...deals, ...ids];
  deals.sort(); // as the boards below are
  loaded = new Date().toISOString();
  await shake();
});
afterAll(() => t.drop());

/** What the dossier has little of: sources and evidence taken back. Past the door, so derived rows are folded anew. */
async function shake(): Promise<void> {
  const [user] = await t.sql<{ id: string }>(`SELECT id FROM "user" LIMIT 1`);
  await t.sql(
    `INSERT INTO source_retraction (source_id, on_text, on_earliest, on_latest, reason, recorded_by_id, command_id)
     SELECT id, '2018-06-01', '2018-06-01', '2018-06-01', 'Taken back.', $1, $1 FROM source
     WHERE published_latest < '2018-06-01' AND get_byte(uuid_send(id), 3) < 24`,
    [user?.id],
  );
  await t.sql(
    `INSERT INTO retraction (id, evidence_id, reason, recorded_by_id, command_id)
     SELECT gen_random_uuid(), id, 'Misread.', $1, $1 FROM evidence WHERE get_byte(uuid_send(id), 3) < 24`,
    [user?.id],
  );
}

const view = (on: string, known: string | null = null, record: string | null = null): View => ({
  on,
  known,
  record,
});

const folded = async (at: View) => {
  const { claims, graph } = await statusClaims(t.prisma, { deals, record: at.record });
  const byDeal = grouped(claims, (c) => c.deal);
  return deals.flatMap(
    (deal) =>
      boardRow(laneOf({ id: deal, carrier: {} as never }, byDeal.get(deal) ?? [], [], graph, at)) ?? [],
  );
};

const asked = (at: View, of: Prisma.Sql | null = null) => t.prisma.$queryRaw<BoardRow[]>`
  SELECT deal_id, claim_id, status, certain, begins::text, published::text, certainty, disputed, origins, articles, stale
  FROM (${boardSql(at, of)}) b ORDER BY deal_id`;

const VIEWS: [string, () => View][] = [
  ["today", () => view("2026-11-25")],
  ["a past day", () => view("2018-01-15")],
  ["a past day as published then", () => view("2018-02-01", "2018-02-01")],
  ["a day as published long after", () => view("2018-01-15", "2019-06-30")],
  ["an earlier record", () => view("2020-01-01", null, loaded)],
  ["an earlier record as published by a day", () => view("2019-05-22", "2019-05-22", loaded)],
];

it("derived rows of the dossier follow from its claims until something is changed past the door", async () => {
  expect((await verifyRecord(t.prisma)).length).toBeGreaterThan(0);
  const { deriveDeals, storeDerived } = await import("@/data/derived/deals");
  await t.prisma.$transaction(async (tx) => storeDerived(tx, await deriveDeals(tx, deals)), {
    timeout: 60_000,
  });
  expect((await verifyRecord(t.prisma)).filter((d) => d.where.startsWith("deal"))).toEqual([]);
});

it.each(VIEWS)("the board on %s is that of the pure fold", async (_, of) => {
  const at = of();
  const expected = await folded(at);
  expect(expected.length).toBeGreaterThan(50);
  expect(await asked(at)).toEqual(expected);
});

it.each(VIEWS)("a few deals on %s read as they do among all", async (_, of) => {
  const at = of();
  const some = deals.slice(40, 80);
  const expected = (await folded(at)).filter((row) => some.includes(row.deal_id));
  const scope = Prisma.sql`SELECT unnest(${some}::uuid[])`;
  expect(await asked(at, scope)).toEqual(expected);
});

it("the folded histories and the fold in SQL order the same spans", async () => {
  const of = (at: View) => t.prisma.$queryRaw`
    SELECT claim_id, deal_id, seq::int, status, sort_earliest::text, ends::text, published::text, before_status, place::int
    FROM (${historySql(at)}) h ORDER BY deal_id, place`;
  const now = await of(view("2026-11-25"));
  expect(now).toHaveLength(606);
  expect(await of(view("2026-11-25", "2100-12-31"))).toEqual(now);
});
