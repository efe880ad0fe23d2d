import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dealBatches } from "@/data/derived/deals";
import { deriveEverything } from "@/data/derived/everything";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { verifyRecord } from "@/data/verify/verify";
import { openClient } from "@/server/db";
import { chunks } from "./copy";
import { fill, rowsOf } from "./fill";
import { asReplica } from "./replica";
import { FLAGSHIP, SIZES, type Size } from "./size";
import { makeWorld, type World } from "./world";

const TINY: Size = {
  ...SIZES.S,
  deals: 900,
  statusChanges: 2_400,
  devices: 120,
  brands: 20,
  sources: 1_800,
  listings: 200,
  statements: 200,
};

/** What is sent to the database of each table. */
const written = (world: World): [table: string, text: string][] =>
  rowsOf(world).map(([table, rows]) => [table, [...chunks(rows)].join("")]);

const INDEXES = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1";

describe("a synthetic world", () => {
  const world = makeWorld(TINY);
  let t: TestDatabase;
  let indexesBefore: unknown[];

  beforeAll(async () => {
    t = await openTestDatabase();
    indexesBefore = await t.sql(INDEXES);
    await fill(asReplica(t.owner), world);
    const prisma = openClient(asReplica(t.owner), { patient: true });
    await deriveEverything(prisma);
    await prisma.$disconnect();
  }, 120_000);
  afterAll(() => t.drop());

  it("is the same each time, to the last byte", () => {
    expect(written(makeWorld(TINY))).toEqual(written(world));
    const other = written(makeWorld(TINY, 1));
    for (const [table, text] of written(world)) expect(other, table).not.toContainEqual([table, text]);
  });

  it("has the deals and changes that it is asked for, the flagship's among them", async () => {
    const counts = await t.sql(
      `SELECT count(DISTINCT d.id)::int AS deals, count(*)::int AS changes FROM deal d JOIN status_change c ON c.deal_id = d.id
       JOIN device v ON v.id = d.device_id GROUP BY v.slug = $1 ORDER BY 1`,
      [FLAGSHIP.slug],
    );
    expect(counts).toEqual([
      { deals: 400, changes: 1_000 },
      { deals: 500, changes: 1_400 },
    ]);
  });

  it("has corrections, retractions, slips, vague dates, disputes, relays and several origins", async () => {
    const [row] = await t.sql<Record<string, number>>(`SELECT
      (SELECT count(*) FROM status_change WHERE verb = 'correct')::int AS corrections,
      (SELECT count(*) FROM retraction WHERE status_change_id IS NOT NULL)::int AS retractions,
      (SELECT count(*) FROM retraction WHERE evidence_id IS NOT NULL)::int AS fallen,
      (SELECT count(*) FROM deal_span a JOIN deal_span b ON b.deal_id = a.deal_id AND b.place = a.place + 1
       WHERE a.status = 'planned' AND b.status = 'planned')::int AS slips,
      (SELECT count(*) FROM status_change WHERE effective_text LIKE '%/%')::int AS intervals,
      (SELECT count(*) FROM status_change WHERE effective_text LIKE '../%')::int AS open_starts,
      (SELECT count(*) FROM status_change WHERE effective_text LIKE '%/..')::int AS open_ends,
      (SELECT count(*) FROM status_change WHERE effective_text LIKE '%~')::int AS about,
      (SELECT count(*) FROM deal_span WHERE disputed)::int AS disputed,
      (SELECT count(*) FROM deal_span WHERE origins > 1)::int AS corroborated,
      (SELECT count(*) FROM deal_span WHERE articles > origins)::int AS relays,
      (SELECT count(*) FROM evidence_via)::int AS via,
      (SELECT count(*) FROM citation)::int AS citations,
      (SELECT count(*) FROM source_retraction)::int AS withdrawn_sources,
      (SELECT count(*) FROM listing WHERE verb = 'end')::int AS ended_listings,
      (SELECT count(*) FROM statement)::int AS statements,
      (SELECT count(*) FROM status_change_policy_action)::int AS by_policy`);
    for (const [what, count] of Object.entries(row ?? {})) expect(count, what).toBeGreaterThan(0);
  });

  it("is whole: everything derived follows, and every reference leads somewhere", async () => {
    expect(await verifyRecord(t.prisma)).toEqual([]);
    const references = await t.sql<{ name: string; check: string }>(`
      SELECT c.conname AS name, format('SELECT count(*)::int AS n FROM %s a WHERE %s AND NOT EXISTS (SELECT FROM %s b WHERE %s)',
        c.conrelid::regclass, string_agg(format('a.%I IS NOT NULL', x.attname), ' AND '), c.confrelid::regclass,
        string_agg(format('a.%I = b.%I', x.attname, y.attname), ' AND ')) AS check
      FROM pg_constraint c, unnest(c.conkey, c.confkey) AS k (own, other)
      JOIN pg_attribute x ON true JOIN pg_attribute y ON true
      WHERE c.contype = 'f' AND x.attrelid = c.conrelid AND x.attnum = k.own AND y.attrelid = c.confrelid AND y.attnum = k.other
      GROUP BY c.oid, c.conname, c.conrelid, c.confrelid`);
    expect(references.length).toBeGreaterThan(30);
    for (const { name, check } of references) expect(await t.sql(check), name).toEqual([{ n: 0 }]);
  });

  it("is gone through in batches, each deal once", async () => {
    const batches: string[][] = [];
    for await (const ids of dealBatches(t.prisma)) batches.push(ids);
    expect(batches.length).toBeGreaterThan(1);
    const deals = await t.sql<{ id: string }>("SELECT id FROM deal ORDER BY id");
    expect(batches.flat().sort()).toEqual(deals.map(({ id }) => id));
  });

  it("has every index of a record", async () => {
    expect(indexesBefore.length).toBeGreaterThan(100);
    expect(await t.sql(INDEXES)).toEqual(indexesBefore);
  });

  it("goes on as any record: its clock and numbers run on from the last one", async () => {
    const [row] = await t.sql<{ later: boolean; next: boolean }>(`SELECT
      rangebook_instant() > (SELECT max(at) FROM audit_entry) AS later,
      nextval(pg_get_serial_sequence('status_change', 'seq')) > (SELECT max(seq) FROM status_change) AS next`);
    expect(row).toEqual({ later: true, next: true });
  });
});
