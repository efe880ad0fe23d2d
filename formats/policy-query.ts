import { type AroundFilter, SIDES, WHOS } from "@/domain/policy";
import { STATUSES } from "@/domain/status";
import { readPage } from "./source-query";
import type { Params } from "./view";

export const DAYS_DEFAULT = 90;
export const DAYS_MOST = 730;

/** What the address of a policy action's page asks for. */
export type PolicyQuery = {
  /** How many days before and after are looked at, 1 to 730. */
  readonly days: number;
  readonly filter: AroundFilter;
  /** Counts from 1. */
  readonly page: number;
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
    },
    page: readPage(params),
    problem:
      good || text === ""
        ? null
        : `Write a number of days from 1 to ${DAYS_MOST}. The page looks at ${DAYS_DEFAULT} days.`,
  };
}

/** The parameters that lead back; defaults are left out. */
export function printPolicyQuery({
  days,
  filter,
  page,
}: Omit<PolicyQuery, "problem">): Record<string, string> {
  const { who, side, status } = filter;
  return {
    ...(days !== DAYS_DEFAULT && { days: String(days) }),
    ...(who && { who }),
    ...(side && { side }),
    ...(status && { became: status }),
    ...(page > 1 && { page: String(page) }),
  };
}
