import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { laterDeeds } from "@/data/testing/later-deeds";
import type { View } from "@/domain/claims";
import { readSearch } from "@/domain/search-words";
import { readList } from "@/formats/list-query";
import * as lists from "@/formats/lists";
import { readMatrixFilter } from "@/formats/matrix-query";
import { readPolicyQuery } from "@/formats/policy-query";
import { readSearchQuery } from "@/formats/search-query";
import { readSourceQuery } from "@/formats/source-query";
import { carrierList } from "./carrier-list";
import { carrierPage } from "./carrier-page";
import { carrierSpells } from "./carrier-spells";
import { changesBetween } from "./changes-between";
import { compareDeals } from "./compare-deals";
import { compareManufacturers } from "./compare-manufacturers";
import { dealHistory } from "./deal-history";
import { dealList } from "./deal-list";
import { deviceHistory } from "./device-history";
import { deviceList } from "./device-list";
import { manufacturerList } from "./manufacturer-list";
import { manufacturerPage } from "./manufacturer-page";
import { overview } from "./overview";
import { policyDetail } from "./policy-detail";
import { policyList } from "./policy-list";
import { recentChanges } from "./recent-changes";
import { retailerList } from "./retailer-list";
import { retailerPage } from "./retailer-page";
import { searchAnything } from "./search-anything";
import { searchFacets } from "./search-facets";
import { sourceList } from "./source-list";
import { sourceWeight } from "./source-weight";
import { statusMatrix } from "./status-matrix";

/** A link with `record` in it shows the same for ever: what every page reads, before and after later deeds. */

let t: TestDatabase;
let record = "";
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
  const [now] = await t.sql<{ at: Date }>("SELECT clock_timestamp() AS at");
  record = new Date((now?.at ?? new Date(0)).getTime() + 1).toISOString();
}, 180_000);
afterAll(() => t.drop());

const ALL = { manufacturer: null, country: null, years: null };

/** What each page reads under a view, by its address. */
function pages(view: View): Record<string, () => Promise<unknown>> {
  const db = t.prisma;
  // Sources are found by the words that they have today; all else is found as it stood.
  const searched = async (text: string) => {
    const { filter } = readSearchQuery({ q: text }).query;
    const { groups } = await searchAnything(db, { text, view, filter, kind: null, page: 1, size: 50 });
    return groups.filter(({ kind }) => kind !== "source");
  };
  const deals = (params: Record<string, string>) =>
    dealList(db, { ...readList(lists.DEAL_LIST, params), view });
  const period = {
    from: "2017-12-31",
    to: "2019-12-31",
    part: null,
    group: null,
    page: 1,
    size: 50,
  } as const;
  const between = { view, filter: {}, recorder: false, ...period } as const;
  return {
    "/": () => overview(db, { ...ALL, view }),
    "/?manufacturer=huawei": () => overview(db, { ...ALL, manufacturer: "huawei", view }),
    "/?country=US&years=2016/2018": () =>
      overview(db, { manufacturer: null, country: "US", years: { from: 2016, to: 2018 }, view }),
    "/matrix": () => statusMatrix(db, { view, filter: readMatrixFilter({}) }),
    "/matrix?rows=all&columns=100": () =>
      statusMatrix(db, { view, filter: readMatrixFilter({ rows: "all", columns: "100", page: "3" }) }),
    "/matrix?mark=none": () =>
      statusMatrix(db, { view, filter: readMatrixFilter({ mark: "none", columns: "100" }) }),
    "/matrix?sort=change": () =>
      statusMatrix(db, { view, filter: readMatrixFilter({ sort: "change", manufacturer: "huawei" }) }),
    "/deals": () => deals({}),
    "/deals?status=none": () => deals({ status: "none" }),
    "/deals?manufacturer=huawei&maywait=0": () => deals({ manufacturer: "huawei", maywait: "0" }),
    "/devices": () => deviceList(db, { ...readList(lists.DEVICE_LIST, { sort: "-deals" }), view }),
    "/devices?carrier=verizon": () =>
      deviceList(db, { ...readList(lists.DEVICE_LIST, { carrier: "verizon" }), view }),
    "/carriers": () => carrierList(db, { ...readList(lists.CARRIER_LIST, {}), view }),
    "/manufacturers": () =>
      manufacturerList(db, { ...readList(lists.MANUFACTURER_LIST, { sort: "-deals" }), view }),
    "/retailers": () => retailerList(db, { ...readList(lists.RETAILER_LIST, {}), view }),
    "/sources": () => sourceList(db, { ...readSourceQuery({}), view }),
    "/sources?sort=claims": () => sourceList(db, { ...readSourceQuery({ sort: "claims" }), view }),
    "/policy": () => policyList(db, { view, page: 1 }),
    "/changes": () =>
      recentChanges(db, { view, by: "published", filter: {}, recorder: false, page: 1, size: 50 }),
    "/changes?by=recorded": () =>
      recentChanges(db, { view, by: "recorded", filter: {}, recorder: false, page: 1, size: 50 }),
    "/changes?from&to": () => changesBetween(db, { ...between, by: "published" }),
    "/changes?from&to&by=effective": () => changesBetween(db, { ...between, by: "effective" }),
    "/carriers/verizon": () => carrierPage(db, "verizon", { ...readList(lists.PORTFOLIO, {}), view }),
    "/carriers/verizon/spells": () =>
      carrierSpells(db, "verizon", { ...readList(lists.SPELL_LIST, {}), view }),
    "/manufacturers/huawei": () => manufacturerPage(db, "huawei", view),
    "/retailers/best-buy": () => retailerPage(db, "best-buy", { ...readList(lists.LISTING_LIST, {}), view }),
    "/sources/bloomberg": () => sourceWeight(db, "bloomberg-20180130-verizon", view),
    "/policy/entity-list": () =>
      policyDetail(db, "huawei-entity-list-2019", view, readPolicyQuery({ days: "300" })),
    "/compare?devices": () =>
      compareDeals(db, { by: "devices", slugs: ["huawei-mate-10-pro", "huawei-p10"], page: 1, view }),
    "/compare?carriers": () => compareDeals(db, { by: "carriers", slugs: ["verizon", "att"], page: 1, view }),
    "/compare?manufacturers": () => compareManufacturers(db, { slugs: ["huawei", "samsung"], view }),
    "/devices/huawei-mate-10-pro": async () => {
      const { listings: _, ...history } = (await deviceHistory(db, "huawei-mate-10-pro", view)) ?? {
        listings: [],
      };
      return history;
    },
    "/deals/huawei-mate-10-pro/late-us": async () =>
      (await dealHistory(db, { device: "huawei-mate-10-pro", carrier: "late-us" }, view)).history?.lanes ??
      [],
    "/search?q=huawei": () => searched("huawei"),
    "/search?q=verizon": () => searched("verizon"),
    "/search, its facets": () =>
      searchFacets(db, {
        words: readSearch("huawei"),
        view,
        filter: readSearchQuery({ q: "huawei" }).query.filter,
        unit: "deal",
      }),
  };
}

/** Not shown as they are: all versions of a claim and its evidence, from which the fold takes those of the view. */
const RAW = new Set(["claims", "evidence", "retraction", "lastRecorded"]);
const shown = (found: unknown): unknown =>
  JSON.parse(JSON.stringify(found, (key, value) => (RAW.has(key) ? undefined : value)));

async function readAll(view: View): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [page, read] of Object.entries(pages(view))) found[page] = shown(await read());
  return found;
}

it("whatever is recorded later, a view of an earlier record reads the same", async () => {
  const views: View[] = [
    { on: "2026-11-25", known: null, record },
    { on: "2018-06-01", known: null, record },
    { on: "2018-02-01", known: "2018-02-01", record },
  ];
  const before = await Promise.all(views.map(readAll));
  await laterDeeds(t);
  for (const [i, view] of views.entries())
    for (const [page, shown] of Object.entries(await readAll(view)))
      expect([page, shown]).toEqual([page, before[i]?.[page]]);
  // The deeds reach every page of today's record.
  const now = await readAll({ on: "2026-11-25", known: null, record: null });
  const same = Object.keys(now).filter((page) => isDeepStrictEqual(now[page], before[0]?.[page]));
  expect(same).toEqual([]);
}, 240_000);
