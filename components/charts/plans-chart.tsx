import type { YearSpan } from "@/domain/overview";
import { planSpansOf, sumOf } from "@/domain/overview";
import type { PlanGroup } from "@/domain/plans";
import type { Chart } from "./chart";
import { statusBars } from "./status-bars";

type Plans = readonly Pick<PlanGroup, "year" | "outcome" | "plans">[];

/** What became of plans, by the years in which they were begun. Everywhere the unit is a deal's latest plan. */
export const plansChart = (
  { id, title, widths }: Pick<Chart, "id" | "title" | "widths">,
  plans: Plans,
  open: (begun: YearSpan, more?: Readonly<Record<string, string>>) => string,
): Chart =>
  statusBars({
    id,
    title,
    widths,
    note: "The latest plan of each deal, by the years in which it was begun: what followed it; planned: still open.",
    none: "No plan is on record up to this day.",
    names: ["begun"],
    by: "outcome",
    all: "plans",
    rows: planSpansOf(plans).map(({ from, to, counts }) => {
      const span = from === to ? String(from) : `${from}–${to}`;
      return {
        key: span,
        label: span,
        named: [span],
        counts,
        scale: sumOf(counts),
        href: (more) => open({ from, to }, more),
      };
    }),
  });
