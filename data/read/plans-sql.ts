import type { Day } from "@/domain/edtf";
import { Prisma } from "@/generated/prisma/client";
import { daySql } from "./view-sql";

const { sql, join } = Prisma;

/**
 * The latest plan of each deal up to the day `on`, as `domain/plans.ts` tells its course; a test compares the two. `past`: the
 * name of a CTE with the rows of `historySql` that have begun by then. A row a deal that ever was planned: `deal_id`,
 * `year`, `outcome`, `slips`, `shortest`, `longest`. Each row of a history knows its plan, so only the last one with a step is read.
 */
export const latestPlansSql = (past: Prisma.Sql, on: Day) => sql`
  SELECT t.deal_id, date_part('year', t.plan_begins)::int AS year, coalesce(t.outcome, 'planned') AS outcome,
         t.plan_slips AS slips,
         greatest(0, coalesce(t.ends, ${daySql(on)}) - t.begun) AS shortest,
         greatest(0, coalesce(t.ends, ${daySql(on)}) - t.begun, least(t.ended, ${daySql(on)}) - t.plan_begins) AS longest
  FROM (
    SELECT x.deal_id, x.plan_begins, x.plan_slips, least(x.plan_begun, ${daySql(on)}) AS begun,
           CASE WHEN x.plan_step = 'ended' THEN x.status END AS outcome,
           CASE WHEN x.plan_step = 'ended' THEN x.earliest END AS ends,
           CASE WHEN x.plan_step = 'ended' THEN x.latest END AS ended
    FROM (${join(
      // Asked apart, each is one range of an index of plans.
      [sql`p.plan_until IS NULL`, sql`p.plan_until > ${daySql(on)}`].map(
        (last) => sql`SELECT * FROM ${past} p WHERE p.plan_step IS NOT NULL AND ${last}`,
      ),
      " UNION ALL ",
    )}) x
  ) t`;
