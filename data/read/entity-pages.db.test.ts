import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/data/db";
import { counting } from "@/data/testing/counting";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { type Folded, foldAll, viewsOf } from "@/data/testing/folded";
import { begun, spellsFolded } from "@/data/testing/spells";
import type { View } from "@/domain/claims";
import { addDays, type Day } from "@/domain/edtf";
import { listingState } from "@/domain/listings";
import { countsOf } from "@/domain/overview";
import type { Lasting } from "@/domain/survival";
import { readList } from "@/formats/list-query";
import { LISTING_LIST, PORTFOLIO } from "@/formats/lists";
import { readMatrixFilter } from "@/formats/matrix-query";
import { carrierPage } from "./carrier-page";
import { deviceHistory } from "./device-history";
import { manufacturerPage } from "./manufacturer-page";
import { overview } from "./overview";
import { retailerPage } from "./retailer-page";
import { statusMatrix } from "./status-matrix";

/** What the pages of carriers, manufacturers and retailers show is what the pure fold of the claims says. */

let t: TestDatabase;
let folded: (view: View) => Promise<readonly Folded[]>;
let loaded = "";
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
  folded = await foldAll(t);
  loaded = new Date().toISOString();
});
afterAll(() => t.drop());

const TODAY: View = { on: "2026-11-25", known: null, record: null };
const NO_LIST = readList(PORTFOLIO, {});
const carrier = (slug: string, view: View) => carrierPage(t.prisma, slug, { ...NO_LIST, view });

const yearOf = (day: Day) => Number(day.slice(0, 4));

/** Entries and exits of a deal: the year, and the status before and after. */
const movesOf = (lane: Folded, on: Day) =>
  begun(lane, on).flatMap(({ claim: { status }, begins }, i) => {
    const before = lane.history[i - 1]?.claim.status === "carried";
    return (status === "carried") === before ? [] : [{ deal: lane.deal, year: yearOf(begins), status }];
  });

function planOf(lane: Folded, on: Day) {
  const past = begun(lane, on);
  const at = past.findLastIndex(
    ({ claim }, i) => claim.status === "planned" && past[i - 1]?.claim.status !== "planned",
  );
  const start = past[at];
  const after = past.slice(Math.max(0, at)).find(({ claim }) => claim.status !== "planned");
  return start ? [{ year: yearOf(start.begins), outcome: after?.claim.status ?? ("planned" as const) }] : [];
}

const tallied = (stays: readonly { ended: boolean; time: number }[]): Lasting[] =>
  [...new Map(stays.map((s) => [`${s.time} ${s.ended}`, s])).values()].map((s) => ({
    time: s.time,
    ended: s.ended,
    n: stays.filter((o) => o.time === s.time && o.ended === s.ended).length,
  }));
const inOrder = (rows: readonly Lasting[]) =>
  [...rows].sort((a, b) => a.time - b.time || Number(a.ended) - Number(b.ended));

describe.each(viewsOf(() => loaded))("on %s", (_, viewOf) => {
  it.each(["verizon", "att", "ee", "softbank", "boost-mobile"])("%s is as its deals fold", async (slug) => {
    const view = viewOf();
    const data = await carrier(slug, view);
    if (!data) throw new Error(`no carrier ${slug}`);
    const lanes = (await folded(view)).filter((l) => l.at.carrier === slug);
    const now = lanes.flatMap((l) => (l.now ? [{ status: l.now.status, maker: l.at.maker }] : []));
    expect(data.facets.total).toBe(now.length);
    expect(data.deals.total).toBe(now.length);
    for (const { slug: maker, counts } of data.portfolio.makers)
      expect([maker, counts]).toEqual([
        maker,
        countsOf(
          now.filter((d) => d.maker === maker),
          () => 1,
        ),
      ]);
    expect(data.portfolio.all).toBe(new Set(now.map((d) => d.maker)).size);
    expectPast(data.past, lanes, view);
    const stays = await spellsFolded(t, lanes, view);
    const { atLeast, atMost } = data.past.stays;
    expect(inOrder(atLeast)).toEqual(
      inOrder(tallied(stays.map((s) => ({ ...s, time: s.atLeast, ended: s.ended !== null })))),
    );
    expect(inOrder(atMost)).toEqual(
      inOrder(tallied(stays.map((s) => ({ ...s, time: s.atMost, ended: s.ended !== null })))),
    );
  });

  it.each(["huawei", "samsung", "fairphone"])("%s is as its deals fold", async (slug) => {
    const view = viewOf();
    const data = await manufacturerPage(t.prisma, slug, view);
    if (!data) throw new Error(`no manufacturer ${slug}`);
    const lanes = (await folded(view)).filter((l) => l.at.maker === slug);
    const sold = lanes.filter((l) => l.now?.status === "carried");
    expect(data.facets.total).toBe(lanes.filter((l) => l.now).length);
    expect(data.selling).toEqual({
      carriers: new Set(sold.map((l) => l.at.carrier)).size,
      countries: new Set(sold.map((l) => l.at.country)).size,
    });
    expectPast(data.past, lanes, view);
    for (const { day, carriers, countries } of data.reach) {
      const then = (await folded({ ...view, on: day })).filter(
        (l) => l.at.maker === slug && l.now?.status === "carried",
      );
      expect([day, carriers, countries]).toEqual([
        day,
        new Set(then.map((l) => l.at.carrier)).size,
        new Set(then.map((l) => l.at.country)).size,
      ]);
    }
    const { matrix } = data;
    const known = lanes.filter((l) => l.history.length > 0);
    expect([matrix.devices, matrix.carriers]).toEqual([
      new Set(known.map((l) => l.at.device)).size,
      new Set(known.map((l) => l.at.carrier)).size,
    ]);
    for (const row of matrix.rows)
      matrix.columns.forEach((column, i) => {
        const lane = known.find((l) => l.at.device === row.device.slug && l.at.carrier === column.slug);
        const cell = row.cells[i];
        expect(Boolean(cell)).toBe(lane !== undefined);
        expect([cell?.state?.status, cell?.state?.certain]).toEqual([lane?.now?.status, lane?.now?.certain]);
      });
  });

  it("what a retailer lists is what the pages of the devices show", async () => {
    const view = viewOf();
    const data = await retailerPage(t.prisma, "best-buy", { ...readList(LISTING_LIST, {}), view });
    if (!data) throw new Error("no Best Buy");
    const listed = data.listings.rows.map((l) => `${l.device.slug} ${l.from.text} ${l.certainty.certainty}`);
    const expected: string[] = [];
    for (const slug of new Set(data.listings.rows.map((l) => l.device.slug))) {
      const history = await deviceHistory(t.prisma, slug, view);
      for (const lane of history?.retailers ?? [])
        if (lane.retailer.slug === "best-buy")
          expected.push(
            ...lane.entries.map((e) => `${slug} ${e.listing.from.text} ${e.certainty.certainty}`),
          );
    }
    expect(listed.sort()).toEqual(expected.sort());
    const states = data.listings.rows.map((l) => listingState(l, view.on).state);
    for (const state of ["ahead", "listed", "ended"] as const)
      expect(data.states[state]).toBe(states.filter((s) => s === state).length);
  });
});

function expectPast(
  past: NonNullable<Awaited<ReturnType<typeof carrier>>>["past"],
  lanes: readonly Folded[],
  { on }: View,
) {
  const moves = lanes.flatMap((l) => movesOf(l, on));
  const deals = (of: (m: (typeof moves)[number]) => boolean) =>
    new Set(moves.filter(of).map((m) => m.deal)).size;
  expect(past.moved).toEqual({
    entered: deals((m) => m.status === "carried"),
    left: deals((m) => m.status !== "carried"),
  });
  for (const { year, entered, left, became } of past.moves) {
    expect([year, entered, left]).toEqual([
      year,
      deals((m) => m.year === year && m.status === "carried"),
      deals((m) => m.year === year && m.status !== "carried"),
    ]);
    expect(became.withdrawn).toBe(deals((m) => m.year === year && m.status === "withdrawn"));
  }
  expect(past.moves.reduce((n, y) => n + y.entered + y.left, 0) > 0).toBe(moves.length > 0);
  const plans = lanes.flatMap((l) => planOf(l, on));
  for (const { year, outcome, plans: n } of past.plans)
    expect(n).toBe(plans.filter((p) => p.year === year && p.outcome === outcome).length);
  expect(past.plans.reduce((n, p) => n + p.plans, 0)).toBe(plans.length);
  const latest = lanes.flatMap((l) => begun(l, on).map((e) => e.begins)).sort();
  expect(past.latest).toHaveLength(Math.min(8, latest.length));
}

// A page asks once more for the state that the record is in, those with a clock for the events around the day, and the overview for
// what its fields offer: six in all.
it("asks so little that no page asks more than six times, whatever the view", async () => {
  const day = "2018-02-01";
  const record = "2019-01-01T00:00:00.000Z";
  type Load = (db: Db, view: View) => Promise<unknown>;
  const loads: readonly (readonly [Load, number])[] = [
    [(db, view) => carrierPage(db, "att", { ...NO_LIST, view }), 4],
    [(db, view) => manufacturerPage(db, "huawei", view), 4],
    [(db, view) => retailerPage(db, "best-buy", { ...readList(LISTING_LIST, {}), view }), 5],
    [(db, view) => statusMatrix(db, { view, filter: readMatrixFilter({}) }), 4],
    [(db, view) => overview(db, { view, manufacturer: null, country: null, years: null }), 3],
  ];
  for (const view of [TODAY, { on: day, known: day, record: null }, { on: day, known: null, record }])
    for (const [load, most] of loads) {
      const { db, asked } = counting(t.prisma);
      await load(db, view);
      expect(asked()).toBeLessThanOrEqual(most);
    }
});

it("is null for what is not on record", async () => {
  expect(await carrier("nobody", TODAY)).toBeNull();
  expect(await manufacturerPage(t.prisma, "nobody", TODAY)).toBeNull();
  expect(await retailerPage(t.prisma, "nobody", { ...readList(LISTING_LIST, {}), view: TODAY })).toBeNull();
});

it("says who hosts whom", async () => {
  expect((await carrier("boost-mobile", TODAY))?.about.host?.slug).toBe("sprint");
  expect((await carrier("sprint", TODAY))?.about.guests.map((g) => g.slug)).toContain("boost-mobile");
});

it("leaves out what was said later, or published later", async () => {
  const all = (await manufacturerPage(t.prisma, "huawei", TODAY))?.said;
  const some = (await manufacturerPage(t.prisma, "huawei", { ...TODAY, known: "2018-02-01" }))?.said;
  expect(all?.all).toBeGreaterThan(some?.all ?? 0);
  expect(some?.all).toBeGreaterThan(0);
  const day = addDays(all?.statements.at(-1)?.date.earliest ?? "", -1);
  expect((await manufacturerPage(t.prisma, "huawei", { ...TODAY, on: day }))?.said.all).toBeLessThan(
    all?.all ?? 0,
  );
});
