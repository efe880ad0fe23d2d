import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import type { PlanCount, QuarterFlow } from "@/domain/overview";
import { daySql, historySql } from "./view-sql";

/**
 * On the first day of which quarters up to the view's day the number of deals with a status moved, and by how much: a
 * deal is counted from the first such day on which it has the status. A row a quarter and status that moved.
 */
export function quarterFlows(db: Db, view: View): Promise<QuarterFlow[]> {
  return db.$queryRaw<QuarterFlow[]>`
    WITH spans AS (
      SELECT h.status, h.sort_earliest AS begins, h.ends FROM (${historySql(view)}) h
      WHERE h.sort_earliest <= ${daySql(view.on)} AND (h.ends IS NULL OR h.ends > h.sort_earliest)
    ),
    moves AS (
      SELECT status, begins AS day, 1 AS n FROM spans
      UNION ALL SELECT status, ends, -1 FROM spans WHERE ends IS NOT NULL
    ),
    quarters AS (
      SELECT status, (date_trunc('quarter', (day - 1)::timestamp) + interval '3 months')::date AS quarter, n FROM moves
    )
    SELECT status, to_char(quarter, 'YYYY-MM-DD') AS quarter, sum(n)::int AS net FROM quarters
    WHERE quarter <= ${daySql(view.on)}
    GROUP BY status, quarter HAVING sum(n) <> 0 ORDER BY quarter, status`;
}

/**
 * What became of plans: a plan begins with the first `planned` claim of a row of them (domain/slips.ts) and ends with the
 * first other status after it that has begun on the view's day. Counted by the year in which it began.
 */
export function planCounts(db: Db, view: View): Promise<PlanCount[]> {
  return db.$queryRaw<PlanCount[]>`
    WITH h AS MATERIALIZED (
      SELECT x.*, min(x.place) FILTER (WHERE x.status <> 'planned') OVER (
        PARTITION BY x.deal_id ORDER BY x.place ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS ended_at
      FROM (${historySql(view)}) x WHERE x.sort_earliest <= ${daySql(view.on)}
    )
    SELECT extract(year FROM h.sort_earliest)::int AS year, coalesce(n.status, 'planned') AS outcome, count(*)::int AS plans
    FROM h LEFT JOIN h n ON n.deal_id = h.deal_id AND n.place = h.ended_at
    WHERE h.status = 'planned' AND h.before_status IS DISTINCT FROM 'planned'
    GROUP BY 1, 2 ORDER BY 1, 2`;
}
