import type { View } from "@/domain/claims";
import { addDays, type Day } from "@/domain/edtf";
import { printYears, type Years } from "@/formats/list-query";
import type { OverviewReading } from "@/formats/lists";
import { changesPath, dealsPath, merged, type Query } from "@/formats/paths";
import { printView } from "@/formats/view";

/** Where the numbers of the overview lead: lists narrowed to the same makers, countries and years. */
export type OverviewLinks = {
  readonly deals: (more?: Query) => string;
  /** Deals on another day. */
  readonly on: (day: Day, more?: Query) => string;
  /** Deals by their latest plan, begun in the years looked at. */
  readonly plans: (more?: Query, years?: Years) => string;
  /** What took effect in a year. */
  readonly year: (year: number, more?: Query) => string;
  readonly latest: string;
};

export function overviewLinks(view: View, today: Day, filter: OverviewReading["filter"]): OverviewLinks {
  const { manufacturer, country, years } = filter;
  const query = printView(view, today);
  const of = { manufacturer, country };
  return {
    deals: (more) => dealsPath(merged(query, of, more)),
    on: (day, more) => dealsPath(merged(printView({ ...view, on: day }, today), of, more)),
    plans: (more, span) => {
      const begun = span ?? years;
      // Any time: a plan that was open for no day or more is a plan.
      return dealsPath(merged(query, of, begun ? { planned: printYears(begun) } : { maywait: 0 }, more));
    },
    year: (year, more) => {
      const end = `${year}-12-31`;
      const period = {
        from: addDays(`${year}-01-01`, -1),
        to: end < view.on ? end : view.on,
        by: "effective",
      };
      return changesPath(merged(query, period, of, more));
    },
    latest: changesPath(merged(query, { by: "effective" }, of)),
  };
}
