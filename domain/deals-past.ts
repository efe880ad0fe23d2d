import type { ChangeLine } from "./change-rows";
import type { Day } from "./edtf";
import { countsOf, type StatusCounts } from "./overview";
import { STATUSES, type Status } from "./status";
import type { Lasting } from "./survival";

/** What became of some deals up to a day: sale begun and ended, how long it lasted, plans, the latest changes. */

/** Deals whose sale began, and ended, in a year; each once, however often. `became`: by the status that followed. */
export type MoveYear = {
  readonly year: number;
  readonly entered: number;
  readonly left: number;
  readonly became: StatusCounts;
};

/** Deals whose sale began, and ended, in any year; each once. Not the sum of the years: a deal may move in several. */
export type Moved = { readonly entered: number; readonly left: number };

/** Latest plans of deals by the year in which they were begun, and what followed; `planned`: still open. */
export type PlanYear = { readonly year: number; readonly outcome: Status; readonly plans: number };

/**
 * How long spells on sale lasted, in whole months: at least, and at most, as the bounds of their dates have it. A spell
 * that has not ended counts as far as the last publication about its deal.
 */
export type Stays = { readonly atLeast: readonly Lasting[]; readonly atMost: readonly Lasting[] };

export type DealsPast = {
  readonly moves: readonly MoveYear[];
  readonly moved: Moved;
  readonly plans: readonly PlanYear[];
  readonly stays: Stays;
  readonly latest: readonly ChangeLine[];
};

/** Rows of moves as counted: `year` null for all years, `status` null for all that followed. */
export type MoveRow = {
  readonly year: number | null;
  readonly entered: boolean;
  readonly status: Status | null;
  readonly deals: number;
};

/** A row for every year from the first move to the last, those without one too, so that time is drawn evenly. */
export function moveYears(rows: readonly MoveRow[]): MoveYear[] {
  const years = rows.flatMap(({ year }) => (year === null ? [] : [year]));
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i;
    const own = rows.filter((r) => r.year === year);
    const total = (entered: boolean) =>
      own.find((r) => r.entered === entered && r.status === null)?.deals ?? 0;
    const became = own.flatMap((r) => (r.entered || r.status === null ? [] : [{ ...r, status: r.status }]));
    return { year, entered: total(true), left: total(false), became: countsOf(became, (r) => r.deals) };
  });
}

export function movedOf(rows: readonly MoveRow[]): Moved {
  const deals = (entered: boolean) => rows.find((r) => r.year === null && r.entered === entered)?.deals ?? 0;
  return { entered: deals(true), left: deals(false) };
}

/** How many spells on sale there are, and how many have ended. */
export const spellsOf = ({ atLeast }: Stays): { readonly all: number; readonly ended: number } => ({
  all: atLeast.reduce((n, s) => n + s.n, 0),
  ended: atLeast.reduce((n, s) => (s.ended ? n + s.n : n), 0),
});

/** Plans by their outcome. */
export const outcomesOf = (plans: readonly PlanYear[]): StatusCounts =>
  countsOf(
    plans.map(({ outcome, plans: n }) => ({ status: outcome, n })),
    ({ n }) => n,
  );

/** The statuses that ended a sale or a plan in some rows, in the order of the list. */
export const presentIn = (rows: readonly StatusCounts[]): Status[] =>
  STATUSES.filter((s) => rows.some((counts) => counts[s] > 0));

/** Carriers, and their countries, with something on sale on the first day of a quarter. */
export type ReachPoint = { readonly day: Day; readonly carriers: number; readonly countries: number };

/** How the number of carriers or of countries moved on the first day of a quarter. */
export type ReachFlow = {
  readonly what: "carriers" | "countries";
  readonly quarter: Day;
  readonly net: number;
};

/** The reach after each quarter in which it moved. */
export function reachOf(flows: readonly ReachFlow[]): ReachPoint[] {
  let [carriers, countries] = [0, 0];
  return [...new Set(flows.map(({ quarter }) => quarter))].sort().map((day) => {
    for (const { what, net } of flows.filter(({ quarter }) => quarter === day)) {
      if (what === "carriers") carriers += net;
      else countries += net;
    }
    return { day, carriers, countries };
  });
}
