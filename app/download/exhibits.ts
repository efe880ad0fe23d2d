import { loadCarrier } from "@/app/carriers/[slug]/load";
import { loadSpells } from "@/app/carriers/[slug]/spells/load";
import { exhibitChanges } from "@/app/changes/exhibit";
import { loadCompared } from "@/app/compare/load";
import { loadDeal } from "@/app/deals/[device]/[carrier]/load";
import { loadDeals } from "@/app/deals/load";
import { loadDevice } from "@/app/devices/[slug]/load";
import { loadOverview } from "@/app/load-overview";
import { loadManufacturer } from "@/app/manufacturers/[slug]/load";
import { loadMatrix } from "@/app/matrix/load";
import { loadPolicy } from "@/app/policy/[slug]/load";
import { loadRetailer } from "@/app/retailers/[slug]/load";
import { loadSource } from "@/app/sources/[slug]/load";
import type { Chart, ChartPage } from "@/components/charts/chart";
import { sourceChart } from "@/components/sources/source-chart";
import { spellRows } from "@/data/read/carrier-spells";
import { dealRows } from "@/data/read/deal-list";
import type { Instant } from "@/domain/edtf";
import type { Actor } from "@/domain/permissions";
import { readCompare } from "@/formats/compare-query";
import { dealTable, listingTable, spellTable } from "@/formats/list-tables";
import { matrixCells } from "@/formats/matrix-table";
import type { LongTable, Table } from "@/formats/table";
import { type Params, readView } from "@/formats/view";
import { db } from "@/server/db";

/** What can be taken away of one page. Its charts are found by their ids: one that is added to a page has its files. */
export type Exhibits = {
  readonly page: ChartPage;
  /** The page itself, under its own name; null: only its charts. */
  readonly whole: Piece | null;
  readonly charts: readonly Chart[];
  /** What of the address could not be read. */
  readonly problems: readonly string[];
};
export type Piece = {
  readonly table: Table | LongTable;
  /** The picture that goes with it; null: it is a list. */
  readonly chart: Chart | null;
  /** Rows that the page counts but does not hold. */
  readonly left: number;
};

/** The file of a list of deals or spells holds more than its page; of what is more, it says how much is left. */
const MOST_ROWS = 5_000;

export type Asked = { readonly params: Params; readonly actor: Actor; readonly at: Instant };
/** null: what the address names is not on record. */
type Load = (asked: Asked) => Promise<Exhibits | null>;
type Problem = { readonly message: string };

const text = (value: Params[string]): string => (typeof value === "string" ? value : "");
const slugOf = ({ slug }: Params): string => text(slug).slice(0, 100);
const said = (...problems: readonly (readonly Problem[])[]) => problems.flat().map((p) => p.message);
const drawn = (chart: Chart): Piece => ({ table: chart.table, chart, left: 0 });

/** By the page's name, which its files begin with. Each is loaded by the function that its page uses. */
export const EXHIBITS: Readonly<Record<string, Load>> = {
  overview: async ({ params, at }) => {
    const { page, charts, viewing, reading } = await loadOverview(params, at);
    return {
      page,
      whole: null,
      charts: Object.values(charts),
      problems: said(viewing.problems, reading.problems),
    };
  },
  changes: async (asked) => {
    const { reading, problems, page, whole } = await exhibitChanges(asked);
    return { page, whole, charts: [], problems: [...said(reading.problems), ...problems] };
  },
  matrix: async ({ params, at }) => {
    const { matrix, page, reading } = await loadMatrix(params, at);
    const whole = { table: matrixCells(matrix), chart: null, left: 0 };
    return { page, whole, charts: [], problems: said(reading.problems) };
  },
  deals: async ({ params, at }) => {
    const { asked, list, page, reading } = await loadDeals(params, at);
    const { filter, sort, problems } = asked;
    const rows = await dealRows(db(), { view: reading.view, filter, sort, size: MOST_ROWS, skip: 0 });
    const whole = { table: dealTable(rows), chart: null, left: list.total - rows.length };
    return { page, whole, charts: [], problems: said(reading.problems, problems) };
  },
  retailer: async ({ params, at }) => {
    const found = await loadRetailer(slugOf(params), params, at);
    if (!found) return null;
    const { data, page, reading, asked } = found;
    const { rows, total } = data.listings;
    const whole = { table: listingTable(rows), chart: null, left: total - rows.length };
    return { page, whole, charts: [], problems: said(reading.problems, asked.problems) };
  },
  device: async ({ params, at }) => {
    const found = await loadDevice(slugOf(params), params, at);
    if (!found?.page) return null;
    const { page, chart, reading } = found;
    return { page, whole: drawn(chart()), charts: [], problems: said(reading.problems) };
  },
  deal: async ({ params, at }) => {
    const pair = { device: text(params.device), carrier: text(params.carrier) };
    const { page, chart, reading } = await loadDeal(pair, params, at);
    const picture = chart();
    return page && picture && { page, whole: drawn(picture), charts: [], problems: said(reading.problems) };
  },
  carrier: async ({ params, at }) => {
    const found = await loadCarrier(slugOf(params), params, at);
    if (!found) return null;
    const { page, charts, reading, asked } = found;
    const problems = said(reading.problems, asked.problems);
    return { page, whole: null, charts: Object.values(charts), problems };
  },
  spells: async ({ params, at }) => {
    const found = await loadSpells(slugOf(params), params, at);
    if (!found) return null;
    const { asked, data, page, reading } = found;
    const { filter, sort, problems } = asked;
    const rows = await spellRows(db(), data.about, {
      ...{ view: reading.view, filter, sort },
      ...{ size: MOST_ROWS, skip: 0 },
    });
    const whole = { table: spellTable(rows), chart: null, left: data.total - rows.length };
    return { page, whole, charts: [], problems: said(reading.problems, problems) };
  },
  manufacturer: async ({ params, at }) => {
    const found = await loadManufacturer(slugOf(params), params, at);
    if (!found) return null;
    const { page, charts, reading } = found;
    return { page, whole: null, charts: Object.values(charts), problems: said(reading.problems) };
  },
  policy: async ({ params, at }) => {
    const { policy, reading, asked } = await loadPolicy(slugOf(params), params, at);
    if (policy === null || policy === "not-yet") return null;
    const problems = [...said(reading.problems), ...(asked.problem ? [asked.problem] : [])];
    return { page: policy.page, whole: null, charts: policy.charts, problems };
  },
  source: async ({ params, at }) => {
    const { weight, page, reading } = await loadSource(slugOf(params), params, at);
    if (weight === null || weight === "not-yet" || !page) return null;
    return { page, whole: drawn(sourceChart(weight)), charts: [], problems: said(reading.problems) };
  },
  compare: async ({ params, at }) => {
    const reading = readView(params, at);
    const { page, chart } = await loadCompared(readCompare(params), reading.view, at);
    return page && chart && { page, whole: drawn(chart), charts: [], problems: said(reading.problems) };
  },
};
