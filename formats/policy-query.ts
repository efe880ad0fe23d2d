import { type Day, dayOf } from "@/domain/edtf";
import { type AroundFilter, type DaySpan, SIDES, WHOS } from "@/domain/policy";
import { STATUSES } from "@/domain/status";
import { readPage } from "./source-query";
import type { Params } from "./view";

const DAYS_DEFAULT = 90;
export const DAYS_MOST = 730;

/** What the address of a policy action's page asks for. */
export type PolicyQuery = {
  /** How many days before and after are looked at, 1 to 730. */
  readonly days: number;
  readonly filter: AroundFilter;
  /** Of the changes around it; counts from 1. */
  readonly page: number;
  /** The page of the claims that name it. */
  readonly claims: number;
  /** What could not be read of `days`; it then counts as 90. */
  readonly problem: string | null;
};

/** Never fails: what cannot be read asks for nothing, and of the days it is said. */
export function readPolicyQuery(params: Params): PolicyQuery {
  const text = params.days ?? "";
  const days = typeof text === "string" && /^\d{1,3}$/.test(text.trim()) ? Number(text) : null;
  const good = days !== null && days >= 1 && days <= DAYS_MOST;
  return {
    days: good ? days : DAYS_DEFAULT,
    filter: {
      who: WHOS.find((w) => w === params.who) ?? null,
      side: SIDES.find((w) => w === params.side) ?? null,
      status: STATUSES.find((w) => w === params.became) ?? null,
      began: readSpan(params.began),
    },
    page: readPage(params),
    claims: readPage({ page: params.claims }),
    problem:
      good || text === ""
        ? null
        : `Write a number of days from 1 to ${DAYS_MOST}. The page looks at ${DAYS_DEFAULT} days.`,
  };
}

/** "2018-01-01/2018-01-07", both days included; null: it is not such a span. */
function readSpan(text: Params[string]): DaySpan | null {
  if (typeof text !== "string") return null;
  const [from, to, ...more] = text.split("/").map((day): Day | null => dayOf(day));
  return from && to && from <= to && more.length === 0 ? { from, to } : null;
}

/** The parameters that lead back; defaults are left out. */
export function printPolicyQuery({
  days,
  filter,
  page,
  claims,
}: Omit<PolicyQuery, "problem">): Record<string, string> {
  const { who, side, status, began } = filter;
  return {
    ...(days !== DAYS_DEFAULT && { days: String(days) }),
    ...(who && { who }),
    ...(side && { side }),
    ...(status && { became: status }),
    ...(began && { began: `${began.from}/${began.to}` }),
    ...(page > 1 && { page: String(page) }),
    ...(claims > 1 && { claims: String(claims) }),
  };
}
