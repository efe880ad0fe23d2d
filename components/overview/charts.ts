import type { Chart } from "@/components/charts/chart";
import type { Overview } from "@/domain/overview";
import type { Query } from "@/formats/paths";
import { moversChart, slipsChart, survivalChart, withdrawalsChart } from "./course-charts";
import type { OverviewLinks } from "./links";
import { certaintyChart, outcomesChart, reasonsChart, trendChart } from "./status-charts";

/** Each chart of the overview, with the name of its place and of its files. */
export const CHART_IDS = {
  trend: "status-over-time",
  reasons: "reasons",
  outcomes: "outcome-of-plans",
  certainty: "certainty",
  survival: "days-to-outcome",
  slips: "slips",
  withdrawals: "withdrawals",
  movers: "movers",
} as const;
export const CHART_KEYS = Object.keys(CHART_IDS) as (keyof typeof CHART_IDS)[];
export type OverviewCharts = Readonly<Record<keyof typeof CHART_IDS, Chart>>;

/** Every chart of the overview, for its page and for its files. */
export const overviewCharts = (found: Overview, links: OverviewLinks, query: Query): OverviewCharts => ({
  trend: trendChart(found, links, query),
  reasons: reasonsChart(found, links),
  outcomes: outcomesChart(found, links),
  certainty: certaintyChart(found, links),
  survival: survivalChart(found, links),
  slips: slipsChart(found, links),
  withdrawals: withdrawalsChart(found, links),
  movers: moversChart(found, links),
});
