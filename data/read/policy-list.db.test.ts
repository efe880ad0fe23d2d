import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import type { View } from "@/domain/claims";
import { historyOf } from "@/domain/history";
import { statusClaims } from "./claims";
import { policyList } from "./policy-list";

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
});
afterAll(() => t.drop());

const views: [string, View][] = [
  ["today", { on: "2026-11-24", known: null, record: null }],
  ["on a day of 2018, by what is known today", { on: "2018-01-09", known: null, record: null }],
  ["by what was published at the end of 2018", { on: "2018-12-31", known: "2018-12-31", record: null }],
];

describe("policyList", () => {
  it.each(views)("counts the standing claims that name each, %s", async (_, view) => {
    const deals = (await t.prisma.deal.findMany({ select: { id: true } })).map((d) => d.id);
    const { claims, graph } = await statusClaims(t.prisma, { deals });
    const standing = deals.flatMap((deal) =>
      historyOf(
        claims.filter((c) => c.deal === deal),
        graph,
        view,
      ),
    );
    const { lines, total } = await policyList(t.prisma, { view, page: 1 });
    expect(lines).toHaveLength(total);
    expect(lines.length).toBeGreaterThan(5);
    for (const { id, slug, claims: count } of lines) {
      const naming = standing.filter((e) => e.claim.policyActions.includes(id) && e.begins <= view.on);
      expect([slug, count]).toEqual([slug, naming.length]);
    }
    expect(lines.some((line) => line.claims > 0)).toBe(true);
  });

  it("puts the latest first, with issuer and those whom it affects", async () => {
    const { lines, issuers, named } = await policyList(t.prisma, { view: views[0]?.[1] as View, page: 1 });
    const days = lines.map(({ date }) => date.earliest);
    expect(days).toEqual([...days].sort().reverse());
    expect(issuers).toBe(new Set(lines.map((l) => l.issuer)).size);
    expect(named).toBe(new Set(lines.flatMap((l) => l.affects.map((m) => m.slug))).size);
    expect(lines.find((l) => l.slug === "congress-letter-to-fcc-2017")?.affects).toEqual([
      { slug: "huawei", name: "Huawei" },
    ]);
  });

  it("has nothing that happened or was recorded after the view", async () => {
    const early = await policyList(t.prisma, {
      view: { on: "2010-01-01", known: null, record: null },
      page: 1,
    });
    expect(early.lines.every((l) => l.date.earliest <= "2010-01-01")).toBe(true);
    const record = "2001-01-01T00:00:00.000Z";
    expect(
      (await policyList(t.prisma, { view: { on: "2026-01-01", known: null, record }, page: 7 })).total,
    ).toBe(0);
  });
});
