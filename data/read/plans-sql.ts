import type { Day } from "@/domain/edtf";
import { Prisma } from "@/generated/prisma/client";
import { daySql } from "./view-sql";

/**
 * The latest plan of each deal up to the day `on`, as `domain/plans.ts` tells its course; a test compares the two. `past`: the
 * name of a CTE with the rows of `historySql` that have begun by then. A row a deal that ever was planned: `deal_id`,
 * `year`, `outcome`, `slips`, `shortest`, `longest`.
 */
export const latestPlansSql = (past: Prisma.Sql, on: Day) => Prisma.sql`
  SELECT t.deal_id, extract(year FROM t.begins)::int AS year, coalesce(t.outcome, 'planned') AS outcome, t.slips,
         greatest(0, coalesce(t.ends, ${daySql(on)}) - t.begun) AS shortest,
         greatest(0, coalesce(t.ends, ${daySql(on)}) - t.begun, least(t.ended, ${daySql(on)}) - t.begins) AS longest
  FROM (
    SELECT DISTINCT ON (g.deal_id) g.* FROM (
      SELECT x.deal_id, x.plan,
             min(x.sort_earliest) FILTER (WHERE x.plan_step = 'begun') AS begins,
             least(min(x.latest) FILTER (WHERE x.plan_step = 'begun'), ${daySql(on)}) AS begun,
             min(x.status) FILTER (WHERE x.plan_step = 'ended') AS outcome,
             min(x.earliest) FILTER (WHERE x.plan_step = 'ended') AS ends,
             min(x.latest) FILTER (WHERE x.plan_step = 'ended') AS ended,
             (count(*) FILTER (WHERE x.plan_step = 'slipped'))::int AS slips
      FROM ${past} x WHERE x.plan > 0 AND x.plan_step IS NOT NULL GROUP BY x.deal_id, x.plan
    ) g
    ORDER BY g.deal_id, g.plan DESC
  ) t`;
