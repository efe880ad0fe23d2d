import type { View } from "@/domain/claims";
import { Prisma } from "@/generated/prisma/client";
import { boardSql } from "./board-sql";
import { daySql } from "./view-sql";
import type { Deals } from "./whose-deals";

const { sql } = Prisma;

/** Days as the bounds of whole months; a spell of no day counts as none. */
const months = (days: Prisma.Sql) => sql`floor(greatest(0, ${days}) / 30.44)::int`;

/**
 * The spells on sale of some deals up to the view's day: `deal_id`, `claim_id` which began it, `begins`, `ended_by` (a
 * claim, or null) with its status `became`, `heard` of one that goes on, and the whole months that it lasted as the bounds
 * of its dates have it, `at_least` and `at_most`. One that has not ended counts as far as the last publication about its
 * deal. `past`: their past (`pastSql`), by the name of a CTE.
 */
export const spellsSql = (view: View, deals: Deals, past: Prisma.Sql) => sql`
  SELECT s.deal_id, s.claim_id, s.begins, s.ended_by, s.became, b.heard,
         ${months(sql`coalesce(s.end_earliest, least(b.heard, ${daySql(view.on)}))
                      - least(s.latest, ${daySql(view.on)})`)} AS at_least,
         ${months(sql`coalesce(s.end_latest, least(b.heard, ${daySql(view.on)})) - s.begins`)} AS at_most
  FROM (
    SELECT h.deal_id, h.claim_id, h.sort_earliest AS begins, h.latest, n.claim_id AS ended_by, n.status AS became,
           n.earliest AS end_earliest, n.latest AS end_latest
    FROM (
      SELECT p.*, min(p.place) FILTER (WHERE p.status <> 'carried') OVER (
        PARTITION BY p.deal_id ORDER BY p.place ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS ended_at
      FROM ${past} p
    ) h
    LEFT JOIN ${past} n ON n.deal_id = h.deal_id AND n.place = h.ended_at
    WHERE h.status = 'carried' AND h.before_status IS DISTINCT FROM 'carried'
  ) s
  LEFT JOIN (${boardSql(view, deals)}) b ON b.deal_id = s.deal_id AND s.ended_by IS NULL`;
