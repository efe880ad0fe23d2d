import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { type Folded, foldAll, viewsOf } from "@/data/testing/folded";
import type { View } from "@/domain/claims";
import type { Page } from "@/domain/deal-rows";
import type { Tally } from "@/domain/entity-rows";
import { listingState } from "@/domain/listings";
import { countsOf, sumOf } from "@/domain/overview";
import { type Fields, type ListSpec, readList } from "@/formats/list-query";
import { CARRIER_LIST, DEVICE_LIST, MANUFACTURER_LIST, RETAILER_LIST } from "@/formats/lists";
import type { Params } from "@/formats/view";
import { carrierList } from "./carrier-list";
import { deviceHistory } from "./device-history";
import { deviceList } from "./device-list";
import { manufacturerList } from "./manufacturer-list";
import { retailerList } from "./retailer-list";

/** What the lists of devices, carriers, manufacturers and retailers count is what the pure fold says. */

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

/** All pages of a list. */
async function all<F extends Fields, K extends string, Row extends { slug: string }>(
  spec: ListSpec<F, K>,
  params: Params,
  list: (reading: ReturnType<typeof readList<F, K>>) => Promise<Page<Row>>,
): Promise<Row[]> {
  const reading = readList(spec, params);
  expect(reading.problems).toEqual([]);
  const first = await list(reading);
  const rows = [...first.rows];
  for (let page = 2; page <= first.pages; page++) rows.push(...(await list({ ...reading, page })).rows);
  expect(rows).toHaveLength(first.total);
  expect(new Set(rows.map((r) => r.slug)).size).toBe(first.total);
  return rows;
}
const devices = (view: View, params: Params = {}) =>
  all(DEVICE_LIST, params, (r) => deviceList(t.prisma, { ...r, view }));
const carriers = (view: View, params: Params = {}) =>
  all(CARRIER_LIST, params, (r) => carrierList(t.prisma, { ...r, view }));
const manufacturers = (view: View, params: Params = {}) =>
  all(MANUFACTURER_LIST, params, (r) => manufacturerList(t.prisma, { ...r, view }));
const retailers = (view: View, params: Params = {}) =>
  all(RETAILER_LIST, params, (r) => retailerList(t.prisma, { ...r, view }));

/** How the deals of an entity stand, from the fold. */
function tally(lanes: readonly Folded[]): Tally {
  const now = lanes.flatMap((l) => (l.now ? [{ status: l.now.status, stale: l.stale?.stale ?? false }] : []));
  return {
    counts: countsOf(now, () => 1),
    staleCarried: now.filter((d) => d.status === "carried" && d.stale).length,
  };
}
const of = ({ counts, staleCarried }: Tally): Tally => ({ counts, staleCarried });
const sells = (l: Folded) => l.now?.status === "carried";

describe.each(viewsOf(() => loaded))("on %s", (_, viewOf) => {
  it("each device is counted as its deals fold", async () => {
    const lanes = await folded(viewOf());
    for (const row of await devices(viewOf()))
      expect([row.slug, of(row)]).toEqual([row.slug, tally(lanes.filter((l) => l.at.device === row.slug))]);
  });

  it("each carrier is counted as its deals fold", async () => {
    const lanes = await folded(viewOf());
    for (const row of await carriers(viewOf()))
      expect([row.slug, of(row)]).toEqual([row.slug, tally(lanes.filter((l) => l.at.carrier === row.slug))]);
  });

  it("each manufacturer is counted as its deals fold, its carriers and countries each once", async () => {
    const lanes = await folded(viewOf());
    for (const row of await manufacturers(viewOf())) {
      const own = lanes.filter((l) => l.at.maker === row.slug);
      expect([row.slug, of(row)]).toEqual([row.slug, tally(own)]);
      expect([row.carriers, row.countries]).toEqual([
        new Set(own.filter(sells).map((l) => l.at.carrier)).size,
        new Set(own.filter(sells).map((l) => l.at.country)).size,
      ]);
    }
  });

  it("carriers that sell something of a manufacturer are those of the fold, and counted for it alone", async () => {
    const lanes = (await folded(viewOf())).filter((l) => l.at.maker === "huawei");
    const rows = await carriers(viewOf(), { manufacturer: "huawei", status: "carried" });
    expect(rows.map((r) => r.slug).sort()).toEqual(
      [...new Set(lanes.filter(sells).map((l) => l.at.carrier))].sort(),
    );
    for (const row of rows) expect(of(row)).toEqual(tally(lanes.filter((l) => l.at.carrier === row.slug)));
  });

  it("devices in a status at a carrier are those of the fold", async () => {
    const lanes = (await folded(viewOf())).filter((l) => l.at.carrier === "verizon" && sells(l));
    const rows = await devices(viewOf(), { carrier: "verizon", status: "carried" });
    expect(rows.map((r) => r.slug).sort()).toEqual(lanes.map((l) => l.at.device).sort());
  });

  it("each retailer lists what the pages of its devices show", async () => {
    const view = viewOf();
    const slugs = await t.sql<{ slug: string }>(
      "SELECT DISTINCT v.slug FROM listing l JOIN device v ON v.id = l.device_id",
    );
    const entries: { at: string; state: string }[] = [];
    for (const { slug } of slugs) {
      const history = await deviceHistory(t.prisma, slug, view);
      for (const lane of history?.retailers ?? [])
        entries.push(
          ...lane.entries.map((e) => ({ at: lane.retailer.slug, ...listingState(e.listing, view.on) })),
        );
    }
    const count = (at: string, state: string) =>
      entries.filter((e) => e.at === at && e.state === state).length;
    for (const row of await retailers(view))
      expect([row.slug, row.listed, row.ended]).toEqual([
        row.slug,
        count(row.slug, "listed"),
        count(row.slug, "ended"),
      ]);
  });
});

it("holds nothing of before the record began", async () => {
  const before: View = { on: "2018-01-15", known: null, record: "2001-01-01T00:00:00.000Z" };
  expect(await devices(before)).toEqual([]);
  expect(await carriers(before)).toEqual([]);
});

it.each([
  ["a part of a name, whatever its case and blanks", "mate10", "huawei-mate-10-pro"],
  ["a model number", "9530", "blackberry-storm"],
])("finds a device by %s", async (_, q, slug) => {
  expect((await devices(TODAY, { q })).map((d) => d.slug)).toContain(slug);
});

it("finds a carrier by an alias", async () => {
  expect((await carriers(TODAY, { q: "cingular" })).map((c) => c.slug)).toEqual(["att"]);
});

it("a search text that has no letter or digit finds everything, and no wildcard reaches the database", async () => {
  expect(await carriers(TODAY, { q: "%_%" })).toHaveLength((await carriers(TODAY)).length);
});

it("finds the guests of a host", async () => {
  const guests = await carriers(TODAY, { host: "sprint" });
  expect(guests.map((c) => c.slug)).toContain("boost-mobile");
  expect(guests.every((c) => c.host?.slug === "sprint" && c.kind === "MVNO")).toBe(true);
});

it("sorts by number of deals, whichever way", async () => {
  for (const rows of [await devices(TODAY, { sort: "-deals" }), await carriers(TODAY, { sort: "-deals" })]) {
    const deals = rows.map((r) => sumOf(r.counts));
    expect(deals).toEqual([...deals].sort((a, b) => b - a));
  }
  const listed = (await retailers(TODAY, { sort: "listings" })).map((r) => r.listed);
  expect(listed).toEqual([...listed].sort((a, b) => a - b));
});
