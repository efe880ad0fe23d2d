import type { View } from "@/domain/claims";
import { Prisma } from "@/generated/prisma/client";
import { settledSql, unsettledDealsSql } from "./settled-sql";
import { knownSql, recordSql } from "./view-sql";

const { sql } = Prisma;
type Knowledge = Pick<View, "known" | "record">;

const COLUMNS = sql`claim_id, deal_id, seq, status, sort_earliest, ends, published, recorded_at, before_status, place, earliest,
  latest, reasons, plan, plan_step`;

/**
 * The history of each deal: a row a standing claim: `claim_id`, `deal_id`, `seq`, `status`, `sort_earliest` (it begins),
 * `ends` (the next one does), `published`, `recorded_at`, `before_status`, `place` (from 1); what the claim says: `earliest`,
 * `latest`, `reasons`; and `plan` and `plan_step` (domain/spans.ts). `deals`: a SELECT of deal ids; null: all. The order is
 * that of `status_on` (0003_reading). Columns that the caller does not ask for cost nothing, nor do the joins behind them.
 * Deals that read as they do now are looked up, only the others are folded.
 */
export function historySql(view: Knowledge, deals: Prisma.Sql | null = null): Prisma.Sql {
  if (view.known === null && view.record === null)
    return storedSql(deals ? sql`s.deal_id IN (${deals})` : sql`true`);
  const settled = sql`SELECT d.id FROM deal d WHERE ${settledSql(view)}`;
  return sql`
    ${storedSql(sql`s.deal_id IN (${settled}) AND ${deals ? sql`s.deal_id IN (${deals})` : sql`true`}`)}
    UNION ALL
    SELECT ${COLUMNS} FROM (${foldedHistorySql(view, unsettledDealsSql(view, deals))}) f`;
}

/** Where: a condition on a row `s` of `deal_span`. */
const storedSql = (where: Prisma.Sql) => sql`
  SELECT s.claim_id, s.deal_id, s.seq, s.status, s.begins AS sort_earliest, s.ends, s.published, c.recorded_at,
         b.status AS before_status, s.place + 1 AS place, s.earliest, s.latest, s.reasons, s.plan, s.plan_step
  FROM deal_span s
  LEFT JOIN status_change c ON c.id = s.claim_id
  LEFT JOIN deal_span b ON b.deal_id = s.deal_id AND b.place = s.place - 1
  WHERE ${where}`;

/** The same folded from the claims of these deals (a SELECT of ids). */
export const foldedHistorySql = (view: Knowledge, deals: Prisma.Sql): Prisma.Sql => sql`
  SELECT p.*,
         -- Within a plan, each target is held against the one before it (domain/slips.ts).
         CASE WHEN p.status <> 'planned' THEN CASE WHEN p.before_status = 'planned' THEN 'ended' END
              WHEN p.before_status IS DISTINCT FROM 'planned' THEN 'begun'
              WHEN p.target_latest > lag(p.target_latest) OVER aimed
               AND p.target_earliest >= lag(p.target_earliest) OVER aimed THEN 'slipped'
              ELSE 'kept' END AS plan_step
  FROM (
    SELECT h.*, (count(*) FILTER (WHERE h.status = 'planned' AND h.before_status IS DISTINCT FROM 'planned')
             OVER (PARTITION BY h.deal_id ORDER BY h.place))::int AS plan
    FROM (
      SELECT v.claim_id, v.deal_id, v.seq, v.status, v.sort_earliest, lead(v.sort_earliest) OVER w AS ends, v.published,
             v.recorded_at, lag(v.status) OVER w AS before_status, (row_number() OVER w)::int AS place,
             v.effective_earliest AS earliest, v.effective_latest AS latest, c.reasons, c.target_earliest, c.target_latest
      FROM visible_status_changes(${knownSql(view)}, ${recordSql(view)}, ARRAY(${deals})) v
      LEFT JOIN status_change c ON c.id = v.claim_id
      WINDOW w AS (PARTITION BY v.deal_id
        ORDER BY v.sort_earliest, v.effective_latest, v.published, v.recorded_at, v.seq)
    ) h
  ) p
  WINDOW aimed AS (PARTITION BY p.deal_id, p.plan, p.status = 'planned' AND p.target_latest IS NOT NULL ORDER BY p.place)`;
