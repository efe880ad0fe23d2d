import { type Chart, HALF, THIRD, WIDE } from "@/components/charts/chart";
import { movesChart } from "@/components/charts/moves-chart";
import { plansChart } from "@/components/charts/plans-chart";
import { reachChart } from "@/components/charts/reach-chart";
import { statusBars } from "@/components/charts/status-bars";
import { stayChart } from "@/components/charts/stay-chart";
import type { DealsPast } from "@/domain/deals-past";
import type { Day } from "@/domain/edtf";
import type { CarrierData, ManufacturerData } from "@/domain/entity-pages";
import { sumOf } from "@/domain/overview";
import { printYears } from "@/formats/list-query";
import { carriersPath, dealsPath, merged, type Query, spellsPath } from "@/formats/paths";

/** The charts of a carrier's and a manufacturer's page, for the page and for its files. */

type More = Readonly<Record<string, string>>;

/** The deals of what a page is about, narrowed further. */
export const dealsOf = (of: More, query: Query) => (more: More) => dealsPath(merged(query, of, more));

const plansOf = ({ plans }: DealsPast, open: (more: More) => string, widths: Chart["widths"]): Chart =>
  plansChart({ id: "plans", title: "Plans kept and dropped", widths }, plans, (begun, more) =>
    open({ planned: printYears(begun), ...more }),
  );

export function carrierCharts({ about, portfolio: { makers, all }, past }: CarrierData, query: Query) {
  const open = dealsOf({ carrier: about.slug }, query);
  const most = Math.max(1, ...makers.map(({ counts }) => sumOf(counts)));
  return {
    portfolio: statusBars({
      id: "portfolio",
      title: "Portfolio by manufacturer",
      note: `Devices on record at ${about.name} by their status on this day${all > makers.length ? `; the ${makers.length} of ${all} manufacturers with most of them` : ""}.`,
      none: "No device has a status here on this day.",
      names: ["manufacturer", "name"],
      widths: WIDE,
      rows: makers.map(({ slug, name, counts }) => ({
        key: slug,
        label: name,
        named: [slug, name],
        counts,
        scale: most,
        href: (more) => open({ manufacturer: slug, ...more }),
      })),
    }),
    moves: movesChart(past.moves, open, THIRD),
    stay: stayChart(past.stays, (more) => spellsPath(about.slug, merged(query, more)), THIRD),
    plans: plansOf(past, open, THIRD),
  };
}

export function manufacturerCharts({ about, reach, past }: ManufacturerData, on: Day, query: Query) {
  const of = { manufacturer: about.slug };
  const open = dealsOf(of, query);
  return {
    reach: reachChart(reach, on, (day) => carriersPath(merged(query, of, { status: "carried", on: day }))),
    plans: plansOf(past, open, HALF),
    moves: movesChart(past.moves, open, HALF),
  };
}
