import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import type { View } from "@/domain/claims";
import { standingOf } from "@/domain/compare";
import { sumOf } from "@/domain/overview";
import { compareDeals } from "./compare-deals";
import { compareManufacturers } from "./compare-manufacturers";
import { dealHistory } from "./deal-history";

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
});
afterAll(() => t.drop());

const at = (on: string, known: string | null = null): View => ({ on, known, record: null });
const PHONES = ["huawei-mate-10-pro", "huawei-p10", "no-such-phone"];

it.each([
  ["2019-06-01", null],
  ["2018-01-20", "2018-01-20"],
])(
  "devices at carriers on %s, as published by %s, stand as on the pages of their deals",
  async (on, known) => {
    const view = at(on, known);
    const { subjects, meetings, total } = await compareDeals(t.prisma, {
      by: "devices",
      slugs: PHONES,
      page: 1,
      view,
    });
    expect(subjects.map((s) => s.slug)).toEqual(PHONES.slice(0, 2));
    expect(meetings).toHaveLength(total);
    for (const { slug, deals } of meetings) {
      for (const [i, deal] of deals.entries()) {
        const { history } = await dealHistory(t.prisma, { device: PHONES[i] ?? "", carrier: slug }, view);
        expect([slug, standingOf(deal)]).toEqual([
          slug,
          history ? (history.lanes[0]?.now?.status ?? "no-status") : "no-deal",
        ]);
      }
    }
    // Shared carriers come first.
    const shared = meetings.map((m) => m.deals.filter((d) => d !== null).length);
    expect(shared).toEqual([...shared].sort().reverse());
  },
);

it("carriers meet with devices, thirty a page", async () => {
  const ask = (page: number) =>
    compareDeals(t.prisma, { by: "carriers", slugs: ["verizon", "att"], page, view: at("2019-06-01") });
  const first = await ask(1);
  expect(first.pages).toBeGreaterThan(1);
  const rest = await Promise.all(Array.from({ length: first.pages - 1 }, (_, i) => ask(i + 2)));
  const slugs = [first, ...rest].flatMap((p) => p.meetings.map((m) => m.slug));
  expect(new Set(slugs).size).toBe(first.total);
});

it("manufacturers: numbers are those of their deals", async () => {
  const view = at("2019-06-01");
  const { subjects, carriers, total } = await compareManufacturers(t.prisma, {
    slugs: ["huawei", "samsung"],
    view,
  });
  const rows = await t.sql<{ maker: string; status: string; deals: number }>(
    `SELECT m.slug AS maker, s.status, count(*)::int AS deals FROM status_on('2019-06-01', NULL, NULL) s
     JOIN deal d ON d.id = s.deal_id JOIN device v ON v.id = d.device_id JOIN manufacturer m ON m.id = v.manufacturer_id
     WHERE m.slug IN ('huawei', 'samsung') GROUP BY 1, 2`,
  );
  for (const { maker, status, deals } of rows)
    expect(subjects.find((s) => s.slug === maker)?.counts).toMatchObject({ [status]: deals });
  for (const [i, s] of subjects.entries()) {
    expect(sumOf(s.counts)).toBe(rows.filter((r) => r.maker === s.slug).reduce((n, r) => n + r.deals, 0));
    expect(s.trend.at(-1)?.counts).toEqual(s.counts);
    if (carriers.length === total)
      expect(carriers.reduce((n, c) => n + (c.sold[i] ?? 0), 0)).toBe(s.counts.carried);
  }
});
