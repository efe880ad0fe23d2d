import type { ChangeRow } from "./change-rows";
import { type Day, dayOf } from "./edtf";
import { grouped } from "./grouped";
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

/** Plans that were begun in a year, by what followed them; `planned`: nothing did. */
export type PlanCount = { readonly year: number; readonly outcome: Status; readonly plans: number };

/** Plans of the years `from` to `to`, both included. */
export type PlanSpan = { readonly from: number; readonly to: number; readonly counts: StatusCounts };

export type PolicyLine = {
  readonly slug: string;
  readonly title: string;
  readonly issuer: string;
  /** EDTF. */
  readonly date: string;
  /** Standing claims that name it. */
  readonly claims: number;
};

export type Overview = {
  /** What the record holds under the view. */
  readonly totals: {
    readonly devices: number;
    readonly carriers: number;
    readonly claims: number;
    readonly sources: number;
  };
  readonly day: readonly DayCount[];
  readonly trend: readonly TrendPoint[];
  readonly reasons: readonly ReasonCount[];
  readonly plans: readonly PlanSpan[];
  readonly latest: readonly ChangeRow[];
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

const nextQuarter = (quarter: Day): Day => {
  const [year = 0, month = 1] = quarter.split("-").map(Number);
  return month >= 10 ? `${year + 1}-01-01` : `${year}-${String(month + 3).padStart(2, "0")}-01`;
};

/** More points than this are thinned to one a year. */
const MAX_POINTS = 120;

/**
 * The trend up to `on`: one point for the first day of each quarter from the first status to the quarter after the last
 * change (later ones would only repeat it), and `on` itself when something changed since.
 */
export function trendOf(flows: readonly QuarterFlow[], on: Day, onDay: StatusCounts): TrendPoint[] {
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
  const thinned = points.length > MAX_POINTS ? points.filter((p) => p.day.slice(5, 7) === "01") : points;
  const end = thinned.at(-1);
  const same = end !== undefined && STATUSES.every((s) => end.counts[s] === onDay[s]);
  return same || sumOf(onDay) === 0 || dayOf(on) === null
    ? thinned
    : [...thinned, { day: on, counts: onDay }];
}

/** Plans in at most `most` spans of equally many years, oldest first. */
export function planSpansOf(rows: readonly PlanCount[], most = 6): PlanSpan[] {
  const years = rows.map(({ year }) => year);
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const step = Math.ceil((last - first + 1) / most);
  const spans: PlanSpan[] = [];
  for (let from = first; from <= last; from += step) {
    const to = Math.min(from + step - 1, last);
    const inside = rows.filter(({ year }) => year >= from && year <= to);
    const counts = countsOf(
      inside.map(({ outcome, plans }) => ({ status: outcome, plans })),
      ({ plans }) => plans,
    );
    spans.push({ from, to, counts });
  }
  return spans.filter(({ counts }) => sumOf(counts) > 0);
}
