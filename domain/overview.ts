import type { ChangeLine } from "./change-rows";
import { type Day, dayOf, type Edtf } from "./edtf";
import { grouped } from "./grouped";
import type { PlanGroup, PlanLastings } from "./plans";
import type { Certainty, Reason, Status } from "./status";
import { STATUSES } from "./status";

/** How many deals share a status, a certainty and the two marks on the day looked at. */
export type DayCount = {
  readonly status: Status;
  readonly certainty: Certainty;
  readonly disputed: boolean;
  readonly stale: boolean;
  readonly deals: number;
};

export type StatusCounts = Readonly<Record<Status, number>>;

/** How many deals had each status on a day. */
export type TrendPoint = { readonly day: Day; readonly counts: StatusCounts };

/** How the number of deals with a status moved on the first day of a quarter. */
export type QuarterFlow = { readonly status: Status; readonly quarter: Day; readonly net: number };

/** Deals whose status on the day was given this reason, by that status. */
export type ReasonCount = { readonly reason: Reason; readonly counts: StatusCounts };

/** Plans that were begun in the years `from` to `to`, both included, by their outcome. */
export type PlanSpan = { readonly from: number; readonly to: number; readonly counts: StatusCounts };

/** Withdrawals that began in a year and were given a reason; null: none was given. One with two reasons is in both. */
export type WithdrawalCount = {
  readonly year: number;
  readonly reason: Reason | null;
  readonly claims: number;
};

/** On how many deals a maker's devices (or a carrier's range) stood as carried before and after. */
export type Mover = {
  readonly slug: string;
  readonly name: string;
  readonly before: number;
  readonly after: number;
};

/** A policy action in the time looked at. `claims`: standing claims that name it. */
export type PolicyLine = {
  readonly slug: string;
  readonly title: string;
  readonly issuer: string;
  readonly date: Edtf;
  readonly claims: number;
};

/** The years that a page looks at, both included. */
export type YearSpan = { readonly from: number; readonly to: number };

export type Overview = {
  /** What the record holds under the view, of the makers and countries looked at. */
  readonly totals: {
    readonly devices: number;
    readonly carriers: number;
    readonly claims: number;
    readonly sources: number;
  };
  readonly day: readonly DayCount[];
  readonly reasons: readonly ReasonCount[];
  readonly trend: readonly TrendPoint[];
  /** The latest plan of each deal, begun in the years looked at. */
  readonly plans: readonly PlanGroup[];
  readonly lasted: PlanLastings;
  readonly withdrawals: readonly WithdrawalCount[];
  /** Between the first and the last day of the time looked at. */
  readonly movers: {
    readonly of: "manufacturer" | "carrier";
    readonly from: Day;
    readonly to: Day;
    readonly rows: readonly Mover[];
  };
  readonly latest: readonly ChangeLine[];
  readonly policyActions: readonly PolicyLine[];
};

const none = (): Record<Status, number> =>
  Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>;

/** All deals of some counts. */
export const sumOf = (counts: StatusCounts): number => STATUSES.reduce((sum, s) => sum + counts[s], 0);

/** Numbers per status from rows that name one. */
export function countsOf<R extends { readonly status: Status }>(
  rows: readonly R[],
  numberOf: (row: R) => number,
): StatusCounts {
  const counts = none();
  for (const row of rows) counts[row.status] += numberOf(row);
  return counts;
}

/** The deals of a day that pass a test. */
export const dealsWhere = (
  day: readonly DayCount[],
  passes: (count: DayCount) => boolean = () => true,
): number => day.reduce((n, count) => (passes(count) ? n + count.deals : n), 0);

const nextQuarter = (quarter: Day): Day => {
  const [year = 0, month = 1] = quarter.split("-").map(Number);
  return month >= 10 ? `${year + 1}-01-01` : `${year}-${String(month + 3).padStart(2, "0")}-01`;
};

/** More points than this are thinned to one a year. */
const MAX_POINTS = 120;

/**
 * The trend up to `on`: one point for the first day of each quarter from the first status to the quarter after the last
 * change (later ones would only repeat it), and `on` itself when something changed since. `years`: of these only.
 */
export function trendOf(
  flows: readonly QuarterFlow[],
  on: Day,
  onDay: StatusCounts,
  years: YearSpan | null = null,
): TrendPoint[] {
  const quarters = flows.map(({ quarter }) => quarter).sort();
  const [first, last] = [quarters[0], quarters.at(-1)];
  const points: TrendPoint[] = [];
  const running = none();
  const byQuarter = grouped(flows, ({ quarter }) => quarter);
  for (
    let at = first;
    at !== undefined && last !== undefined && at <= last && at <= on;
    at = nextQuarter(at)
  ) {
    for (const { status, net } of byQuarter.get(at) ?? []) running[status] += net;
    points.push({ day: at, counts: { ...running } });
  }
  const end = points.at(-1);
  const same = end !== undefined && STATUSES.every((s) => end.counts[s] === onDay[s]);
  if (!same && sumOf(onDay) > 0 && dayOf(on) !== null) points.push({ day: on, counts: onDay });
  return thinned(points.filter(({ day }) => isWithin(Number(day.slice(0, 4)), years)));
}

const thinned = (points: readonly TrendPoint[]): TrendPoint[] =>
  points.filter(
    (p, i) => points.length <= MAX_POINTS || i === points.length - 1 || p.day.slice(5, 7) === "01",
  );

export const isWithin = (year: number, years: YearSpan | null): boolean =>
  years === null || (year >= years.from && year <= years.to);

/** Plans in at most `most` spans of equally many years, oldest first. */
export function planSpansOf(
  plans: readonly Pick<PlanGroup, "year" | "outcome" | "plans">[],
  most = 6,
): PlanSpan[] {
  const years = plans.map(({ year }) => year);
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const step = Math.ceil((last - first + 1) / most);
  const spans: PlanSpan[] = [];
  for (let from = first; from <= last; from += step) {
    const to = Math.min(from + step - 1, last);
    const inside = plans.filter(({ year }) => isWithin(year, { from, to }));
    const counts = countsOf(
      inside.map((p) => ({ ...p, status: p.outcome })),
      (p) => p.plans,
    );
    spans.push({ from, to, counts });
  }
  return spans.filter(({ counts }) => sumOf(counts) > 0);
}
