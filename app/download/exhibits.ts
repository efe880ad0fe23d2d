import { loadChanges } from "@/app/changes/load";
import { loadOverview } from "@/app/load-overview";
import type { Chart, PictureFoot } from "@/components/charts/chart";
import { deviceChart, deviceFoot } from "@/components/device/device-chart";
import { CHART_IDS, CHART_KEYS, type OverviewCharts } from "@/components/overview/charts";
import { deviceHistory } from "@/data/read/device-history";
import type { Instant } from "@/domain/edtf";
import type { Actor } from "@/domain/permissions";
import { betweenTable, latestTable } from "@/formats/change-table";
import type { Citable } from "@/formats/citation";
import { devicePath } from "@/formats/paths";
import type { Table } from "@/formats/table";
import { type Params, readView } from "@/formats/view";
import { db } from "@/server/db";
import { frozen } from "@/server/frozen";

/** What a page shows, ready to be taken away. */
export type Exhibit = {
  readonly citable: Citable;
  readonly table: Table;
  /** The picture that goes with it; null: it is a list. */
  readonly chart: Chart | null;
  readonly foot: PictureFoot;
  /** Rows that the page counts but does not hold. */
  readonly left: number;
  /** What of the address could not be read. */
  readonly problems: readonly string[];
};

const NO_FOOT: PictureFoot = { asOf: "", sources: "" };

/** null: what the address names is not on record. */
type Load = (params: Params, actor: Actor, at: Instant) => Promise<Exhibit | null>;

/** One chart of the overview. */
async function overviewExhibit(key: keyof OverviewCharts, params: Params, at: Instant): Promise<Exhibit> {
  const { charts, foot, take, viewing, reading } = await loadOverview(params, at);
  const chart = charts[key];
  const { citable } = take;
  return {
    citable: {
      ...citable,
      title: `${chart.title} (${citable.title})`,
      address: `${citable.address}#${chart.id}`,
    },
    table: chart.table,
    chart,
    foot,
    left: 0,
    problems: [...viewing.problems, ...reading.problems].map((p) => p.message),
  };
}

async function changesExhibit(params: Params, actor: Actor, at: Instant): Promise<Exhibit> {
  const { reading, found, take, problems } = await loadChanges(params, actor, at);
  const isReport = "world" in found;
  return {
    citable: take.citable,
    table: isReport ? betweenTable(found) : latestTable(found.rows),
    chart: null,
    foot: NO_FOOT,
    left: isReport ? found.left : found.total - found.rows.length,
    problems: [...reading.problems.map((p) => p.message), ...problems],
  };
}

/** The history of one device, by `slug`. */
async function deviceExhibit(params: Params, _: Actor, at: Instant): Promise<Exhibit | null> {
  const { slug } = params;
  const reading = readView(params, at);
  const history = typeof slug === "string" ? await deviceHistory(db(), slug, reading.view) : null;
  if (!history) return null;
  const { device, lastRecorded } = history;
  const { view } = reading;
  const { citable } = await frozen({
    path: devicePath(device.slug),
    title: device.name,
    view,
    now: at,
    lastRecorded,
  });
  const chart = deviceChart(history, view, at.slice(0, 10));
  return {
    citable,
    table: chart.table,
    chart,
    foot: deviceFoot(history, view, citable.record),
    left: 0,
    problems: reading.problems.map((p) => p.message),
  };
}

/** By the name of the file. Each is loaded by the function that its page uses. */
export const EXHIBITS: Readonly<Record<string, Load>> = {
  changes: changesExhibit,
  device: deviceExhibit,
  ...Object.fromEntries(
    CHART_KEYS.map((key) => [
      `overview-${CHART_IDS[key]}`,
      (params: Params, _: Actor, at: Instant) => overviewExhibit(key, params, at),
    ]),
  ),
};
