import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { type Folded, foldAll, viewsOf } from "@/data/testing/folded";
import type { Id, View } from "@/domain/claims";
import { isOneOrigin } from "@/domain/deal-facets";
import { readList } from "@/formats/list-query";
import { DEAL_LIST } from "@/formats/lists";
import type { Params } from "@/formats/view";
import { dealList } from "./deal-list";

/** What a list of deals holds, and every number over it, is what the pure fold of the claims says. */

let t: TestDatabase;
let folded: (view: View) => Promise<readonly Folded[]>;
let loaded = "";
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
  folded = await foldAll(t);
  loaded = new Date().toISOString();
});
afterAll(() => t.drop());

/** All pages of a list, and what its first page counts. */
async function listed(view: View, params: Params) {
  const reading = readList(DEAL_LIST, params);
  expect(reading.problems).toEqual([]);
  const first = await dealList(t.prisma, { ...reading, view });
  const rows = [...first.rows];
  for (let page = 2; page <= first.pages; page++)
    rows.push(...(await dealList(t.prisma, { ...reading, view, page })).rows);
  expect(rows).toHaveLength(first.total);
  expect(new Set(rows.map((r) => r.deal)).size).toBe(first.total);
  return { rows, facets: first.facets };
}
const ids = (rows: readonly { deal: Id }[]) => rows.map((r) => r.deal).sort();

const yearsOf = (lane: Folded, on: string, is: (status: string, before: string | null) => boolean) =>
  lane.history.flatMap((e, i) =>
    e.begins <= on && is(e.claim.status, lane.history[i - 1]?.claim.status ?? null)
      ? [Number(e.begins.slice(0, 4))]
      : [],
  );

/** The latest row of `planned` claims up to a day, and what followed it. */
function planOf(lane: Folded, on: string) {
  const begun = lane.history.filter((e) => e.begins <= on).map((e) => e);
  const start = begun.findLastIndex(
    (e, i) => e.claim.status === "planned" && begun[i - 1]?.claim.status !== "planned",
  );
  const first = begun[start];
  if (!first) return null;
  const after = begun.slice(start).find((e) => e.claim.status !== "planned");
  return { year: Number(first.begins.slice(0, 4)), outcome: after?.claim.status ?? "planned" };
}

const FILTERS: [Params, (lane: Folded, view: View) => boolean][] = [
  [{}, (l) => l.now !== null],
  [{ status: "none" }, (l) => l.now === null && l.history.length > 0],
  [{ status: "withdrawn" }, (l) => l.now?.status === "withdrawn"],
  [{ certainty: "rumoured" }, (l) => l.now?.entry.certainty.certainty === "rumoured"],
  [{ disputed: "1" }, (l) => l.now?.entry.certainty.disputed ?? false],
  [{ stale: "1", status: "carried" }, (l) => (l.now?.status === "carried" && l.stale?.stale) ?? false],
  [{ uncertain: "1" }, (l) => l.now?.certain === false],
  [{ origins: "one" }, (l) => l.now !== null && isOneOrigin(l.now.entry.certainty.certainty)],
  [{ origins: "several" }, (l) => (l.now?.entry.certainty.origins.length ?? 0) >= 2],
  [{ reason: "safety-recall" }, (l) => l.now?.claim.reasons.includes("safety-recall") ?? false],
  [{ manufacturer: "huawei" }, (l) => l.now !== null && l.at.maker === "huawei"],
  [
    { carrier: "verizon", status: "carried" },
    (l) => l.now?.status === "carried" && l.at.carrier === "verizon",
  ],
  [
    { country: "GB", network: "MNO" },
    (l) => l.now !== null && l.at.country === "GB" && l.at.network === "MNO",
  ],
  [
    { entered: "2016/2018" },
    (l, { on }) =>
      yearsOf(l, on, (s, b) => s === "carried" && b !== "carried").some((y) => y >= 2016 && y <= 2018),
  ],
  [
    { left: "2016/2019", became: "withdrawn" },
    (l, { on }) =>
      yearsOf(l, on, (s, b) => s === "withdrawn" && b === "carried").some((y) => y >= 2016 && y <= 2019),
  ],
  [
    { planned: "2016/2018", outcome: "withdrawn" },
    (l, { on }) => {
      const plan = planOf(l, on);
      return plan !== null && plan.year >= 2016 && plan.year <= 2018 && plan.outcome === "withdrawn";
    },
  ],
  [{ outcome: "carried" }, (l, { on }) => planOf(l, on)?.outcome === "carried"],
];

describe.each(viewsOf(() => loaded))("on %s", (name, of) => {
  // Every filter where histories are read as stored, and where they are folded in SQL; elsewhere the first few.
  const filters = name === "today" || name === "a past day as published then" ? FILTERS : FILTERS.slice(0, 3);
  it.each(filters)(
    "%j leaves the deals that the fold leaves, each once over all pages",
    async (params, keeps) => {
      const view = of();
      const lanes = (await folded(view)).filter((l) => keeps(l, view));
      const { rows } = await listed(view, params);
      expect(ids(rows)).toEqual(lanes.map((l) => l.deal).sort());
      const byDeal = new Map(lanes.map((l) => [l.deal, l]));
      for (const { deal, now } of rows) {
        const lane = byDeal.get(deal);
        expect([now?.claim, now?.certain, now?.certainty, now?.stale, now?.since.text]).toEqual([
          lane?.now?.claim.id,
          lane?.now?.certain,
          lane?.now?.entry.certainty.certainty,
          lane?.now ? (lane.stale?.stale ?? false) : undefined,
          lane?.now?.entry.from.text,
        ]);
      }
    },
  );

  it("each facet is the number that its filter finds", async () => {
    const view = of();
    const base = { manufacturer: "samsung" };
    const { facets } = await listed(view, base);
    const found = async (more: Params) => (await listed(view, { ...base, ...more })).rows.length;
    expect(facets.status.carried).toBe(await found({ status: "carried" }));
    expect(facets.status.none).toBe(await found({ status: "none" }));
    expect(facets.certainty.confirmed).toBe(await found({ certainty: "confirmed" }));
    expect(facets.stale).toBe(await found({ stale: "1" }));
    expect(facets.uncertain).toBe(await found({ uncertain: "1" }));
    expect(facets.origins.one).toBe(await found({ origins: "one" }));
    const narrowed = (await listed(view, { ...base, status: "carried" })).facets;
    expect(narrowed.total).toBe(facets.status.carried);
    expect(narrowed.status).toEqual(facets.status);
    expect(narrowed.certainty.reported).toBe(await found({ status: "carried", certainty: "reported" }));
  });
});

it.each([
  ["device", (r: { maker: { name: string } }) => r.maker.name],
  ["-carrier", (r: { carrier: { name: string } }) => r.carrier.name],
])("sorts by %s over all pages", async (sort, keyOf) => {
  const { rows } = await listed({ on: "2026-11-25", known: null, record: null }, { sort });
  const keys = rows.map((r) =>
    keyOf(r)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ""),
  );
  const sorted = [...keys].sort();
  expect(keys.filter((k) => /^[a-z0-9]+$/.test(k))).toEqual(sort.startsWith("-") ? sorted.reverse() : sorted);
});

it("a page past the end is the last one", async () => {
  const reading = readList(DEAL_LIST, { page: "99" });
  const view: View = { on: "2026-11-25", known: null, record: null };
  const last = await dealList(t.prisma, { ...reading, view });
  expect(last.page).toBe(last.pages);
  expect(last.rows.length).toBeGreaterThan(0);
});

it("a slug that nobody has leaves nothing", async () => {
  const { rows } = await listed({ on: "2026-11-25", known: null, record: null }, { carrier: "nobody" });
  expect(rows).toEqual([]);
});
