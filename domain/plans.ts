import { type Day, daysBetween, type Edtf } from "./edtf";
import { sortEarliest } from "./history";
import type { Plan } from "./slips";
import type { Status } from "./status";
import type { Lasting } from "./survival";

/**
 * How a plan went. `year`: in which it was begun. `outcome`: the first other status after it; `planned`: it is still open.
 * From its beginning to its outcome, or while it is open to the day looked at, it took at least `shortest` and at most
 * `longest` days: both dates may be uncertain.
 */
export type PlanCourse = {
  readonly year: number;
  readonly outcome: Status;
  readonly slips: number;
  readonly shortest: number;
  readonly longest: number;
};

/** Plans of one year, outcome and number of slips, counted. */
export type PlanGroup = Pick<PlanCourse, "year" | "outcome" | "slips"> & { readonly plans: number };

/** How long plans stayed open: every uncertain date read so that each was as short, or as long, as it can have been. */
export type PlanLastings = Readonly<Record<"shortest" | "longest", readonly Lasting[]>>;

const latestBy = (date: Edtf, on: Day): Day => (date.latest < on ? date.latest : on);

/**
 * The course of a plan as seen on a day. An open start counts by its latest day, as in histories; an outcome whose start is
 * open may have followed at once.
 */
export function courseOf({ entries, slips, ended }: Plan, on: Day): PlanCourse {
  const first = (entries[0] as Plan["entries"][number]).claim.effective;
  const begins = sortEarliest(first);
  const shortest = daysBetween(latestBy(first, on), ended ? ended.claim.effective.earliest : on);
  const longest = daysBetween(begins, ended ? latestBy(ended.claim.effective, on) : on);
  return {
    year: Number(begins.slice(0, 4)),
    outcome: ended?.claim.status ?? "planned",
    slips,
    shortest: Math.max(0, shortest),
    longest: Math.max(0, shortest, longest),
  };
}
