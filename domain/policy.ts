import type { DealRef } from "./change-rows";
import type { Id } from "./claims";
import { type Day, daysBetween, type Edtf } from "./edtf";
import { countsOf, type StatusCounts } from "./overview";
import type { StatementLine } from "./source-page";
import type { Certainty, Reason, Status } from "./status";

export type MakerRef = { readonly slug: string; readonly name: string };

/** A policy action as the list shows it. */
export type PolicyListLine = {
  readonly id: Id;
  readonly slug: string;
  readonly title: string;
  readonly issuer: string;
  readonly date: Edtf;
  readonly affects: readonly MakerRef[];
  /** Standing status claims that have begun and name it as what is behind them. */
  readonly claims: number;
};

/** One page of the list, the latest first; `page` counts from 1 and is the one that was found. */
export type PolicyList = {
  readonly lines: readonly PolicyListLine[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Of all that match, not of this page alone. */
  readonly issuers: number;
  readonly named: number;
};

/**
 * Where a change stands in time to a policy action: certainly before its first day, from that day on, or so vaguely dated
 * that it may be either. That says what came first, never what came of what.
 */
export const SIDES = ["before", "after", "either"] as const;
export type Side = (typeof SIDES)[number];

/** Whether the manufacturer of the device is among those that the action names. */
export const WHOS = ["named", "others"] as const;
export type Who = (typeof WHOS)[number];

/** Standing status changes that began within some days of the action, by their first day. */
export type AroundCount = {
  readonly who: Who;
  readonly side: Side;
  readonly status: Status;
  readonly day: Day;
  readonly changes: number;
};

/** What a list of changes around an action is narrowed to; null: all. */
export type AroundFilter = {
  readonly who: Who | null;
  readonly side: Side | null;
  readonly status: Status | null;
  /** They began on these days, both included. */
  readonly began: DaySpan | null;
};
export type DaySpan = { readonly from: Day; readonly to: Day };
export const ALL_AROUND: AroundFilter = { who: null, side: null, status: null, began: null };

/** A status change as the page of a policy action lists it. */
export type PolicyChange = {
  readonly id: Id;
  readonly deal: DealRef;
  readonly status: Status;
  /** Of the deal before it; null: none on record. */
  readonly before: Status | null;
  readonly effective: Edtf;
  readonly reasons: readonly Reason[];
  readonly certainty: Certainty;
  readonly disputed: boolean;
  readonly who: Who;
  readonly side: Side;
  /** Its sources give the action as what is behind it. */
  readonly names: boolean;
};

export type PolicySource = {
  readonly slug: string;
  readonly publisher: string;
  readonly title: string | null;
  readonly published: Edtf;
  readonly seen: boolean;
};

export type PolicyDetail = Omit<PolicyListLine, "claims"> & {
  readonly summary: string;
  readonly sources: readonly PolicySource[];
  /** At most 200 of them. */
  readonly statements: readonly StatementLine[];
  readonly statementsTotal: number;
  /** Standing claims that name it, in the order of the world. */
  readonly naming: readonly PolicyChange[];
  readonly namingTotal: number;
  readonly namingPage: { readonly page: number; readonly pages: number };
  readonly around: {
    readonly days: number;
    readonly counts: readonly AroundCount[];
    readonly changes: readonly PolicyChange[];
    readonly total: number;
    readonly page: number;
    readonly pages: number;
  };
  /** It had happened on the view's day, and was public by then. */
  readonly happened: boolean;
};

/** How many changes of these counts fit. */
export const changesOf = (
  counts: readonly AroundCount[],
  { who, side, status, began }: Partial<AroundFilter>,
): number =>
  counts
    .filter((c) => (!who || c.who === who) && (!side || c.side === side) && (!status || c.status === status))
    .filter(({ day }) => !began || (day >= began.from && day <= began.to))
    .reduce((n, { changes }) => n + changes, 0);

/** One column of the picture: `days` days from `from` on, counted from the action's first day, and what began in them. */
export type AroundBin = { readonly from: number; readonly days: number; readonly counts: StatusCounts };

/** Columns over the span: as many on each side of the action's first day, so that none holds both sides. */
export const BINS_A_SIDE = 13;

/**
 * The changes of some manufacturers in columns of equal days, the last of each side perhaps shorter. `until`: the last day
 * after the action's first that is looked at.
 */
export function binsOf(
  counts: readonly AroundCount[],
  { first, days, until }: { first: Day; days: number; until: number },
): AroundBin[] {
  const width = Math.max(1, Math.ceil(days / BINS_A_SIDE));
  const start = -Math.ceil(days / width);
  const end = Math.floor(until / width);
  return Array.from({ length: end - start + 1 }, (_, i) => {
    const from = (start + i) * width;
    const inside = counts.filter(({ day }) => {
      const at = daysBetween(first, day);
      return at >= from && at < from + width;
    });
    return { from, days: width, counts: countsOf(inside, ({ changes }) => changes) };
  });
}
