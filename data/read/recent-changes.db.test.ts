import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { busyRecord } from "@/data/testing/busy-record";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { type ChangeFilter, keepsRow } from "@/domain/change-filter";
import type { ChangeRow } from "@/domain/change-rows";
import type { View } from "@/domain/claims";
import type { Axis } from "@/domain/difference";
import { grouped } from "@/domain/grouped";
import { historyOf } from "@/domain/history";
import { statusClaims } from "./claims";
import { recentChanges } from "./recent-changes";

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
  await busyRecord(t);
}, 180_000);
afterAll(() => t.drop());

const NOW: View = { on: "2026-11-24", known: null, record: null };
const VIEWS: readonly (readonly [string, View])[] = [
  ["today", NOW],
  ["a past day", { ...NOW, on: "2018-06-01" }],
  ["as published by a day", { ...NOW, on: "2018-06-01", known: "2018-06-01" }],
  ["an earlier record", { ...NOW, record: "2026-02-27T12:00:00.000Z" }],
];

/** All pages of the list, in order. */
async function all(by: Axis, view = NOW, filter: ChangeFilter = {}): Promise<ChangeRow[]> {
  const rows: ChangeRow[] = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    const found = await recentChanges(t.prisma, { view, by, filter, page, size: 1_000, recorder: true });
    expect(found.page).toBe(page);
    rows.push(...found.rows);
    pages = found.pages;
    if (page === pages) expect(rows).toHaveLength(found.total);
  }
  return rows;
}

const folded = async (view: View) => {
  const deals = await t.prisma.deal.findMany({ select: { id: true } });
  const { claims, graph } = await statusClaims(t.prisma, {
    deals: deals.map(({ id }) => id),
    record: view.record,
  });
  return [...grouped(claims, (c) => c.deal).values()].flatMap((own) => historyOf(own, graph, view));
};

describe("recentChanges", () => {
  it.each(VIEWS)("lists, %s, the claims that stand and have begun, newest first", async (_, view) => {
    const expected = (await folded(view)).filter((entry) => entry.begins <= view.on);
    const byId = new Map(expected.map((entry) => [entry.claim.id, entry]));
    for (const by of ["effective", "published"] as const) {
      const rows = await all(by, view);
      expect(new Set(rows.map((row) => row.claim.id))).toEqual(new Set(byId.keys()));
      const days = rows.map((row) => {
        const entry = byId.get(row.claim.id);
        expect(row.before?.id ?? null).toBe(entry?.previous ?? null);
        expect(row.judged?.certainty).toBe(entry?.certainty.certainty);
        return by === "published" ? entry?.published : entry?.begins;
      });
      expect(days).toEqual([...days].sort().reverse());
    }
  });

  it("lists everything that was done in the record, corrections and retractions too", async () => {
    const rows = await all("recorded");
    const instants = rows.map((row) => row.recorded.at);
    expect(instants).toEqual([...instants].sort().reverse());
    const counts = (mark: string) => rows.filter((row) => row.mark === mark).length;
    const [stored] = await t.sql<Record<string, number>>(`
      SELECT (SELECT count(*) FROM status_change WHERE verb = 'record')::int AS record,
             (SELECT count(*) FROM status_change WHERE verb = 'correct')::int AS correct,
             (SELECT count(*) FROM retraction WHERE status_change_id IS NOT NULL)::int AS retract,
             (SELECT count(*) FROM evidence e JOIN status_change c ON c.id = e.status_change_id
              WHERE e.recorded_at > c.recorded_at)::int AS evidence,
             (SELECT count(*) FROM retraction r JOIN evidence e ON e.id = r.evidence_id
              WHERE e.status_change_id IS NOT NULL)::int AS "retract-evidence"`);
    for (const [mark, n] of Object.entries(stored ?? {})) expect([mark, counts(mark)]).toEqual([mark, n]);
    expect(Object.values(stored ?? {}).every((n) => n > 10)).toBe(true);
    expect(rows.filter((row) => row.mark === "retract").every((row) => row.why === "It was never so.")).toBe(
      true,
    );
    const before = await all("recorded", { ...NOW, record: "2026-02-27T12:00:00.000Z" });
    expect(before).toHaveLength(rows.filter((row) => row.recorded.at <= "2026-02-27T12:00:00.000Z").length);
  });

  it.each<ChangeFilter>([
    { status: "withdrawn" },
    { reason: "safety-recall" },
    { reason: "none", status: "withdrawn" },
    { certainty: "rumoured" },
    { certainty: "confirmed", status: "carried" },
    { manufacturer: "huawei", certainty: "reported" },
  ])("keeps by %j what the pure filter keeps, under every view", async (filter) => {
    for (const [by, view] of [
      ["effective", NOW],
      ["recorded", NOW],
      ["effective", { ...NOW, on: "2018-06-01", known: "2018-06-01" }],
      ["recorded", { ...NOW, record: "2026-02-27T12:00:00.000Z" }],
    ] as const) {
      const whole = await all(by, view);
      const keys = (rows: readonly ChangeRow[]) => rows.map((row) => row.key);
      const expected = whole.filter(
        (row) =>
          keepsRow(row, filter) &&
          (!filter.manufacturer || row.deal.manufacturer.slug === filter.manufacturer),
      );
      expect(keys(await all(by, view, filter))).toEqual(keys(expected));
      if (view === NOW) expect(expected.length).toBeGreaterThan(0);
    }
  });

  it("finds the last page when asked for one past it, and nothing honestly", async () => {
    const ask = (page: number, filter: ChangeFilter) =>
      recentChanges(t.prisma, { view: NOW, by: "effective", filter, page, size: 50, recorder: false });
    const last = await ask(9_999, {});
    expect(last.page).toBe(last.pages);
    expect(last.rows.length).toBe(last.total - 50 * (last.pages - 1));
    expect(await ask(3, { carrier: "nobody" })).toEqual({ rows: [], total: 0, page: 1, pages: 1 });
  });
});
