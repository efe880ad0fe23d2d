import { loadChanges } from "@/app/changes/load";
import { loadOverview } from "@/app/load-overview";
import type { Chart, PictureFoot } from "@/components/charts/chart";
import { CHART_IDS, CHART_KEYS, type OverviewCharts } from "@/components/overview/charts";
import type { Instant } from "@/domain/edtf";
import type { Actor } from "@/domain/permissions";
import { betweenTable, latestTable } from "@/formats/change-table";
import type { Citable } from "@/formats/citation";
import type { Table } from "@/formats/table";
import type { Params } from "@/formats/view";

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

type Load = (params: Params, actor: Actor, at: Instant) => Promise<Exhibit>;

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

/** By the name of the file. Each is loaded by the function that its page uses. */
export const EXHIBITS: Readonly<Record<string, Load>> = {
  changes: changesExhibit,
  ...Object.fromEntries(
    CHART_KEYS.map((key) => [
      `overview-${CHART_IDS[key]}`,
      (params: Params, _: Actor, at: Instant) => overviewExhibit(key, params, at),
    ]),
  ),
};
