import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import { countsOf, type DayCount, type ReasonCount } from "@/domain/overview";
import { REASONS, type Reason, type Status } from "@/domain/status";
import { boardSql } from "./board-sql";

/**
 * How many deals have which status on the view's day, by certainty and the marks `disputed` and `stale`. At most one row a
 * combination.
 */
export const dayCounts = (db: Db, view: View): Promise<DayCount[]> => db.$queryRaw<DayCount[]>`
  SELECT status, certainty, disputed, stale, count(*)::int AS deals FROM (${boardSql(view)}) b
  GROUP BY status, certainty, disputed, stale`;

/** Deals by the reasons that were given for their status on the view's day, the most frequent reason first. */
export async function dayReasons(db: Db, view: View): Promise<ReasonCount[]> {
  const rows = await db.$queryRaw<{ reason: Reason; status: Status; deals: number }[]>`
    SELECT r.reason, c.status, count(*)::int AS deals
    FROM (${boardSql(view)}) b
    JOIN status_change c ON c.id = b.claim_id
    CROSS JOIN LATERAL (SELECT DISTINCT unnest(c.reasons) AS reason) r
    GROUP BY r.reason, c.status`;
  const total = (reason: Reason) =>
    rows.filter((r) => r.reason === reason).reduce((sum, { deals }) => sum + deals, 0);
  return REASONS.filter((reason) => total(reason) > 0)
    .sort((a, b) => total(b) - total(a))
    .map((reason) => ({
      reason,
      counts: countsOf(
        rows.filter((r) => r.reason === reason),
        ({ deals }) => deals,
      ),
    }));
}
