import type { View } from "@/domain/claims";
import { Prisma } from "@/generated/prisma/client";
import { boardSql } from "./board-sql";
import { entersOrLeaves } from "./deal-scope";
import { daySql } from "./view-sql";
import type { Deals } from "./whose-deals";

const { sql } = Prisma;

/** Days as whole months of 30.44 days, in whole numbers throughout; a spell of no day counts as none. */
const months = (days: Prisma.Sql) => sql`greatest(0, ${days}) * 100 / 3044`;

/**
 * The spells on sale of some deals up to the view's day: `deal_id`, `claim_id` which began it, `begins`, `ended_by` (a
 * claim, or null) with its status `became`, `heard` of one that goes on, and the whole months that it lasted as the bounds
 * of its dates have it, `at_least` and `at_most`. One that has not ended counts as far as the last publication about its
 * deal. `past`: their past (`pastSql`), and `heard`: rows of `heardSql`, each by the name of a CTE.
 */
export const spellsSql = (view: View, past: Prisma.Sql, heard: Prisma.Sql) => sql`
  SELECT s.deal_id, s.claim_id, s.begins, s.ended_by, s.became, b.heard,
         ${months(sql`coalesce(s.end_earliest, least(b.heard, ${daySql(view.on)}))
                      - least(s.latest, ${daySql(view.on)})`)} AS at_least,
         ${months(sql`coalesce(s.end_latest, least(b.heard, ${daySql(view.on)})) - s.begins`)} AS at_most
  FROM (
    -- Entries and exits take turns: what follows an entry ended it.
    SELECT m.deal_id, m.claim_id, m.status, m.sort_earliest AS begins, m.latest,
           lead(m.claim_id) OVER w AS ended_by, lead(m.status) OVER w AS became,
           lead(m.earliest) OVER w AS end_earliest, lead(m.latest) OVER w AS end_latest
    FROM ${past} m WHERE ${entersOrLeaves(sql`m`)} WINDOW w AS (PARTITION BY m.deal_id ORDER BY m.place)
  ) s
  LEFT JOIN ${heard} b ON b.deal_id = s.deal_id AND s.ended_by IS NULL
  WHERE s.status = 'carried'`;

/** When these deals were last published about: `deal_id`, `heard`. A SELECT, to be a CTE of its own, so that it is asked at once. */
export const heardSql = (view: View, deals: Deals) => sql`
  SELECT b.deal_id, b.heard FROM (${boardSql(view, deals)}) b WHERE b.status = 'carried'`;
