import type { View } from "@/domain/claims";
import { Prisma } from "@/generated/prisma/client";

/** Pieces of SQL that several reads share. Each says the view's three times in the same way. */

export const knownSql = ({ known }: Pick<View, "known">) => Prisma.sql`${known}::text::date`;
export const recordSql = ({ record }: Pick<View, "record">) => Prisma.sql`${record}::text::timestamptz`;
export const daySql = (day: string) => Prisma.sql`${day}::text::date`;

/**
 * The history of each deal: a row a standing claim: `claim_id`, `deal_id`, `seq`, `status`, `sort_earliest` (it begins),
 * `ends` (the next one does), `published`, `recorded_at`, `before_status`, `place` (from 1); what the claim says: `earliest`,
 * `latest`, `reasons`; and `plan` and `plan_step` (domain/spans.ts). `deals`: a SELECT of deal ids; null: all. The order is
 * that of `status_on` (0003_reading). Columns that the caller does not ask for cost nothing, nor do the joins behind them.
 */
export function historySql(
  view: Pick<View, "known" | "record">,
  deals: Prisma.Sql | null = null,
): Prisma.Sql {
  if (view.known === null && view.record === null) {
    return Prisma.sql`
      SELECT s.claim_id, s.deal_id, s.seq, s.status, s.begins AS sort_earliest, s.ends, s.published, c.recorded_at,
             b.status AS before_status, s.place + 1 AS place, s.earliest, s.latest, s.reasons, s.plan, s.plan_step
      FROM deal_span s
      LEFT JOIN status_change c ON c.id = s.claim_id
      LEFT JOIN deal_span b ON b.deal_id = s.deal_id AND b.place = s.place - 1
      WHERE ${deals ? Prisma.sql`s.deal_id IN (${deals})` : Prisma.sql`true`}`;
  }
  // Within a plan, each target is held against the one before it (domain/slips.ts).
  return Prisma.sql`
    SELECT p.*,
           CASE WHEN p.status <> 'planned' THEN CASE WHEN p.before_status = 'planned' THEN 'ended' END
                WHEN p.before_status IS DISTINCT FROM 'planned' THEN 'begun'
                WHEN p.target_latest > lag(p.target_latest) OVER aimed
                 AND p.target_earliest >= lag(p.target_earliest) OVER aimed THEN 'slipped'
                ELSE 'kept' END AS plan_step
    FROM (
      SELECT h.*, count(*) FILTER (WHERE h.status = 'planned' AND h.before_status IS DISTINCT FROM 'planned')
               OVER (PARTITION BY h.deal_id ORDER BY h.place) AS plan
      FROM (
        SELECT v.claim_id, v.deal_id, v.seq, v.status, v.sort_earliest, lead(v.sort_earliest) OVER w AS ends, v.published,
               v.recorded_at, lag(v.status) OVER w AS before_status, row_number() OVER w AS place,
               v.effective_earliest AS earliest, v.effective_latest AS latest, c.reasons, c.target_earliest, c.target_latest
        FROM visible_status_changes(${knownSql(view)}, ${recordSql(view)}, ${
          deals ? Prisma.sql`ARRAY(${deals})` : Prisma.sql`NULL`
        }) v
        LEFT JOIN status_change c ON c.id = v.claim_id
        WINDOW w AS (PARTITION BY v.deal_id
          ORDER BY v.sort_earliest, v.effective_latest, v.published, v.recorded_at, v.seq)
      ) h
    ) p
    WINDOW aimed AS (PARTITION BY p.deal_id, p.plan, p.status = 'planned' AND p.target_latest IS NOT NULL ORDER BY p.place)`;
}
