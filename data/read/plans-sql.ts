import type { Day } from "@/domain/edtf";
import { Prisma } from "@/generated/prisma/client";
import { daySql } from "./view-sql";

/**
 * The latest plan of each deal of a past (`pastSql`, or the name of a CTE with its first columns) up to the day `on`, as `domain/plans.ts`
 * tells its course; a test compares the two. A row a deal that ever was planned: `deal_id`, `year`, `outcome`, `slips`,
 * `shortest`, `longest`. A plan is a row of `planned` claims (domain/slips.ts). Windows instead of joins, since a fold has no
 * statistics to plan joins by.
 */
export const latestPlansSql = (past: Prisma.Sql, on: Day) => Prisma.sql`
  WITH stepped AS (
    SELECT x.deal_id, x.claim_id, x.place, x.status, x.sort_earliest,
           x.status = 'planned' AND lag(x.status) OVER deal IS DISTINCT FROM 'planned' AS starts
    FROM ${past} x WINDOW deal AS (PARTITION BY x.deal_id ORDER BY x.place)
  ),
  numbered AS (
    SELECT x.*, count(*) FILTER (WHERE x.starts) OVER (PARTITION BY x.deal_id ORDER BY x.place) AS plan,
           count(*) FILTER (WHERE x.starts) OVER (PARTITION BY x.deal_id) AS plans
    FROM stepped x
  ),
  -- From the first claim of the latest plan on: its claims, what followed it, and whatever came after that.
  latest AS (
    SELECT n.deal_id, n.place, n.status, n.sort_earliest, c.effective_earliest, c.effective_latest,
           c.target_earliest, c.target_latest,
           lag(c.target_earliest) OVER aimed AS earliest_before, lag(c.target_latest) OVER aimed AS latest_before
    FROM numbered n JOIN status_change c ON c.id = n.claim_id
    WHERE n.plan = n.plans AND n.plans > 0
    WINDOW aimed AS (PARTITION BY n.deal_id, c.target_text IS NULL ORDER BY n.place)
  ),
  timed AS (
    SELECT deal_id, min(sort_earliest) AS begins,
           (array_agg(least(effective_latest, ${daySql(on)}) ORDER BY place))[1] AS begun,
           (array_agg(status ORDER BY place) FILTER (WHERE status <> 'planned'))[1] AS outcome,
           (array_agg(effective_earliest ORDER BY place) FILTER (WHERE status <> 'planned'))[1] AS ends,
           (array_agg(effective_latest ORDER BY place) FILTER (WHERE status <> 'planned'))[1] AS ended,
           count(*) FILTER (WHERE target_latest > latest_before AND target_earliest >= earliest_before)::int AS slips
    FROM latest GROUP BY deal_id
  )
  SELECT deal_id, extract(year FROM begins)::int AS year, coalesce(outcome, 'planned') AS outcome, slips,
         greatest(0, coalesce(ends, ${daySql(on)}) - begun) AS shortest,
         greatest(0, coalesce(ends, ${daySql(on)}) - begun, least(ended, ${daySql(on)}) - begins) AS longest
  FROM timed`;
