import type { Overview } from "@/domain/overview";
import type { Query } from "@/formats/paths";
import { moversChart, slipsChart, survivalChart, withdrawalsChart } from "./course-charts";
import type { OverviewLinks } from "./links";
import { certaintyChart, outcomesChart, reasonsChart, trendChart } from "./status-charts";

/** Every chart of the overview, for its page and for its files. */
export const overviewCharts = (found: Overview, links: OverviewLinks, query: Query) => ({
  trend: trendChart(found, links, query),
  reasons: reasonsChart(found, links),
  outcomes: outcomesChart(found, links),
  certainty: certaintyChart(found, links),
  survival: survivalChart(found, links),
  slips: slipsChart(found, links),
  withdrawals: withdrawalsChart(found, links),
  movers: moversChart(found, links),
});

export type OverviewCharts = ReturnType<typeof overviewCharts>;
