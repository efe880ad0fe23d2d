import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { edtf } from "@/data/rows";
import { counting } from "@/data/testing/counting";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { command, succeed } from "@/data/testing/world";
import type { SourceGraph, StatusClaim, View } from "@/domain/claims";
import { addDays } from "@/domain/edtf";
import { type HistoryEntry, historyOf } from "@/domain/history";
import { changesOf, type PolicyDetail, SIDES, type Side, WHOS } from "@/domain/policy";
import { readPolicyQuery } from "@/formats/policy-query";
import type { Params } from "@/formats/view";
import { statusClaims } from "./claims";
import { namingChanges } from "./policy-around";
import { policyDetail } from "./policy-detail";

let t: TestDatabase;
let all: { deals: { id: string; maker: string }[]; claims: StatusClaim[]; graph: SourceGraph };
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
  const rows = await t.prisma.deal.findMany({
    select: { id: true, device: { select: { manufacturer: { select: { slug: true } } } } },
  });
  const deals = rows.map((d) => ({ id: d.id, maker: d.device.manufacturer.slug }));
  all = { deals, ...(await statusClaims(t.prisma, { deals: deals.map((d) => d.id) })) };
});
afterAll(() => t.drop());

const TODAY: View = { on: "2026-11-24", known: null, record: null };
async function detail(slug: string, view: View = TODAY, params: Params = {}): Promise<PolicyDetail> {
  const found = await policyDetail(t.prisma, slug, view, readPolicyQuery(params));
  if (found === null || found === "not-yet") throw new Error(`${slug}: ${found}`);
  return found;
}

/** The same from the pure functions: each standing change with its maker. */
const standing = (view: View): (HistoryEntry & { maker: string })[] =>
  all.deals.flatMap(({ id, maker }) =>
    historyOf(
      all.claims.filter((c) => c.deal === id),
      all.graph,
      view,
    ).map((entry) => ({ ...entry, maker })),
  );

const views: [string, View][] = [
  ["today", TODAY],
  ["on a day after it", { on: "2018-05-01", known: null, record: null }],
  ["by what was published by a day after it", { on: "2019-06-30", known: "2019-06-30", record: null }],
];

describe("policyDetail", () => {
  it.each(
    views.flatMap(([name, view]) =>
      (["zte-denial-order-2018", "huawei-entity-list-2019"] as const).flatMap((slug) =>
        ["7", "90", "400"].map((days) => [name, view, slug, days] as const),
      ),
    ),
  )("counts, %s, what the domain finds around it (%s %s %s days)", async (_, view, slug, days) => {
    const { affects, date, around } = await detail(slug, view, { days });
    const from = addDays(date.earliest, -Number(days));
    const to = addDays(date.latest, Number(days));
    const sideOf = (e: HistoryEntry): Side =>
      e.from.latest < date.earliest ? "before" : e.begins >= date.earliest ? "after" : "either";
    const near = standing(view).filter((e) => e.begins >= from && e.begins <= to && e.begins <= view.on);
    const named = new Set(affects.map((m) => m.slug));
    for (const who of WHOS) {
      for (const side of SIDES) {
        const expected = near.filter((e) => sideOf(e) === side && named.has(e.maker) === (who === "named"));
        expect([who, side, changesOf(around.counts, { who, side })]).toEqual([who, side, expected.length]);
      }
    }
    expect(around.total).toBe(near.length);
    const byId = new Map(near.map((e) => [e.claim.id, e]));
    for (const change of around.changes) {
      const entry = byId.get(change.id);
      expect(change).toMatchObject({
        status: entry?.claim.status,
        certainty: entry?.certainty.certainty,
        disputed: entry?.certainty.disputed,
        side: entry && sideOf(entry),
      });
    }
  });

  it("lists what is asked for, as many as were counted", async () => {
    const found = await detail("zte-denial-order-2018", TODAY, {
      who: "named",
      side: "after",
      became: "withdrawn",
    });
    expect(found.around.changes.length).toBe(found.around.total);
    expect(found.around.total).toBeGreaterThan(0);
    for (const c of found.around.changes)
      expect([c.who, c.side, c.status]).toEqual(["named", "after", "withdrawn"]);
  });

  it("has the claims that name it, with what they were before", async () => {
    const found = await detail("huawei-entity-list-2019");
    const naming = standing(TODAY).filter((e) => e.claim.policyActions.includes(found.id));
    expect(found.naming.map((c) => c.id).sort()).toEqual(naming.map((e) => e.claim.id).sort());
    expect(found.namingTotal).toBe(naming.length);
    expect(found.naming.every((c) => c.names)).toBe(true);
    const statuses = new Map(all.claims.map((c) => [c.id, c.status]));
    for (const change of found.naming) {
      const entry = naming.find((e) => e.claim.id === change.id);
      expect(change.before).toBe(entry?.previous ? statuses.get(entry.previous) : null);
    }
  });

  it("has the claims that name it page by page; past the end, the last one", async () => {
    const { id } = await detail("huawei-entity-list-2019");
    const action = { id, date: edtf("2019-05-16") };
    const at = (page: number) => namingChanges(t.prisma, TODAY, action, { page, size: 2 });
    const { total, pages } = await at(1);
    expect(pages).toBe(Math.ceil(total / 2));
    expect(pages).toBeGreaterThan(2);
    const all: string[] = [];
    for (let page = 1; page <= pages; page++) all.push(...(await at(page)).changes.map((c) => c.id));
    expect(new Set(all).size).toBe(total);
    const last = await at(pages);
    expect(last).toMatchObject({ page: pages, total });
    expect(await at(pages + 7)).toEqual(last);
  });

  it("has issuer, summary, sources, and what was said about it", async () => {
    const found = await detail("australia-5g-guidance-2018");
    expect(found).toMatchObject({ issuer: "Australian Government", happened: true });
    expect(found.sources.map((s) => s.slug)).toEqual([
      "siliconrepublic-20180823-australia",
      "telecomtv-20180824-australia",
    ]);
    expect(found.affects.map((m) => m.slug)).toEqual(["huawei", "zte"]);
    await succeed(t.prisma, [
      command({
        kind: "record-statement",
        speaker: "A spokesperson",
        org: "huawei",
        date: "2018-08-23",
        about: { device: null, carrier: null, manufacturer: "huawei", policyAction: found.slug },
        stance: "criticises",
        quote: "extremely disappointing",
        summary: "Calls the guidance a disappointing result for consumers.",
        source: "siliconrepublic-20180823-australia",
      }),
    ]);
    const { statements } = await detail(found.slug);
    expect(statements).toMatchObject([
      { org: "Huawei", stance: "criticises", about: { device: null, manufacturer: { slug: "huawei" } } },
    ]);
    expect(
      (await detail(found.slug, { on: "2018-08-23", known: "2018-08-22", record: null })).statements,
    ).toEqual([]);
  });

  it("had not happened yet on an earlier day, and was not on record at an earlier instant", async () => {
    const early = await detail("huawei-entity-list-2019", { on: "2019-01-01", known: null, record: null });
    expect(early).toMatchObject({ happened: false, naming: [], namingTotal: 0 });
    const record = "2001-01-01T00:00:00.000Z";
    expect(
      await policyDetail(t.prisma, "huawei-entity-list-2019", { ...TODAY, record }, readPolicyQuery({})),
    ).toBe("not-yet");
    expect(await policyDetail(t.prisma, "no-such-law", TODAY, readPolicyQuery({}))).toBeNull();
  });

  it("asks five times", async () => {
    const { db, asked } = counting(t.prisma);
    await policyDetail(db, "huawei-entity-list-2019", TODAY, readPolicyQuery({}));
    expect(asked()).toBe(5);
  });
});
