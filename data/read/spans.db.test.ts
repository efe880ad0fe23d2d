import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { busyRecord } from "@/data/testing/busy-record";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { boardRow, type Folded, foldAll } from "@/data/testing/folded";
import { verifyRecord } from "@/data/verify/verify";
import type { View } from "@/domain/claims";
import { type PlanMark, planMarksOf } from "@/domain/plan-marks";
import { lastHeardOf } from "@/domain/stale";
import { boardSql, statusSql } from "./board-sql";
import { historySql } from "./history-sql";
import { isStored, touchedDealsSql } from "./spans-sql";

/**
 * Views of the past read stored histories, and fold only the deals that the record touched since where a view has both times
 * (docs/decisions/019): on random days, known and record, the answer is that of the pure fold of all claims, column by column (docs/promises.md, D6).
 */

let t: TestDatabase;
let folded: (view: View) => Promise<readonly Folded[]>;
let views: fc.Arbitrary<View>;
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
  await busyRecord(t);
  folded = await foldAll(t);
  // The days and instants at which something became known or was recorded, and those just before.
  const days = await t.sql<{ day: string }>(`
    SELECT DISTINCT (x.day - y.less)::text AS day
    FROM (SELECT published_latest AS day FROM source_version UNION SELECT on_latest FROM source_retraction) x
    CROSS JOIN (VALUES (0), (1)) y (less) ORDER BY 1`);
  const instants = await t.sql<{ at: string }>(`
    SELECT DISTINCT to_char((x.at - y.less * interval '1 ms') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
    FROM (SELECT recorded_at AS at FROM status_change UNION SELECT recorded_at FROM retraction
          UNION SELECT recorded_at FROM source_version UNION SELECT recorded_at FROM source_retraction
          UNION SELECT recorded_at FROM citation UNION SELECT recorded_at FROM evidence) x
    CROSS JOIN (VALUES (0), (1)) y (less) ORDER BY 1`);
  const day = fc.constantFrom(...days.map((d) => d.day));
  const instant = fc.constantFrom(...instants.map((i) => i.at));
  const none = fc.constant(null);
  views = fc.oneof(
    fc.record({ on: day, known: day, record: none }),
    fc.record({ on: day, known: none, record: instant }),
    fc.record({ on: day, known: day, record: instant }),
    fc.record({ on: day, known: day, record: instant }),
  );
}, 180_000);
afterAll(() => t.drop());

const boardOf = async (view: View) =>
  (await folded(view))
    .flatMap((lane) => {
      const row = boardRow(lane);
      if (!row) return [];
      const heard = lastHeardOf(lane.history, lane.graph, view) ?? row.published;
      return [{ ...row, heard, reasons: lane.now?.claim.reasons }];
    })
    .sort((a, b) => (a.deal_id < b.deal_id ? -1 : 1));

const planned = (mark: PlanMark | undefined) => ({
  plan: mark?.plan,
  plan_step: mark?.planStep,
  plan_begins: mark?.planBegins,
  plan_begun: mark?.planBegun,
  plan_slips: mark?.planSlips,
  plan_until: mark?.planUntil,
});

const historiesOf = async (view: View) =>
  (await folded(view))
    .flatMap(({ deal, history }) =>
      history.map(({ claim, begins, ends, published }, i) => ({
        deal_id: deal,
        place: i + 1,
        claim_id: claim.id,
        status: claim.status,
        before_status: history[i - 1]?.claim.status ?? null,
        sort_earliest: begins,
        ends,
        published,
        earliest: claim.effective.earliest,
        latest: claim.effective.latest,
        reasons: claim.reasons,
        ...planned(planMarksOf(history)[i]),
      })),
    )
    .sort((a, b) => (a.deal_id < b.deal_id ? -1 : a.deal_id > b.deal_id ? 1 : a.place - b.place));

it("what is derived of a busy record follows from its claims", async () => {
  const found = await verifyRecord(t.prisma);
  expect(found.filter(({ where }) => where.startsWith("deal"))).toEqual([]);
});

it("boards and histories of the past are those of the pure fold", async () => {
  const met = { published: 0, recorded: 0, untouched: 0, folded: 0 };
  await fc.assert(
    fc.asyncProperty(views, async (view) => {
      const board = await boardOf(view);
      if (isStored(view)) met[view.known === null ? "recorded" : "published"] += board.length;
      else {
        const rows = await t.prisma.$queryRaw<{ id: string }[]>`${touchedDealsSql(view, null)}`;
        const touched = new Set(rows.map(({ id }) => id));
        for (const { deal_id } of board) met[touched.has(deal_id) ? "folded" : "untouched"] += 1;
      }
      expect(
        await t.prisma.$queryRaw`
          SELECT deal_id, claim_id, status, certain, begins::text, published::text, certainty, disputed, origins, articles,
                 heard::text, stale, reasons
          FROM (${boardSql(view)}) b ORDER BY deal_id::text`,
      ).toEqual(board);
      expect(
        await t.prisma.$queryRaw`
          SELECT deal_id, claim_id, status FROM (${statusSql(view)}) b ORDER BY deal_id::text`,
      ).toEqual(board.map(({ deal_id, claim_id, status }) => ({ deal_id, claim_id, status })));
      expect(
        await t.prisma.$queryRaw`
          SELECT deal_id, place, claim_id, status, before_status, sort_earliest::text, ends::text, published::text,
                 earliest::text, latest::text, reasons, plan, plan_step, plan_begins::text, plan_begun::text, plan_slips,
                 plan_until::text
          FROM (${historySql(view)}) h ORDER BY deal_id::text, place`,
      ).toEqual(await historiesOf(view));
    }),
    { numRuns: 120 },
  );
  expect(met.published + met.recorded).toBeGreaterThan(1_000);
  // All ways were taken, else the test would say nothing of one.
  for (const [way, deals] of Object.entries(met)) expect(deals, way).toBeGreaterThan(100);
}, 180_000);
