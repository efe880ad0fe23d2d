import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import { countsOf, type DayCount, type ReasonCount } from "@/domain/overview";
import { REASONS, type Reason, type Status } from "@/domain/status";
import { Prisma } from "@/generated/prisma/client";
import { judgedSql, publisherKeys } from "./judged-sql";
import { daySql, knownSql, recordSql } from "./view-sql";

const onDay = (view: View) =>
  Prisma.sql`status_on(${daySql(view.on)}, ${knownSql(view)}, ${recordSql(view)})`;

/**
 * How many deals have which status on the view's day, by certainty and the marks `disputed` and `stale`
 * (domain/stale.ts says the same of one deal). At most one row a combination.
 */
export async function dayCounts(db: Db, view: View): Promise<DayCount[]> {
  const publishers = await publisherKeys(db);
  return db.$queryRaw<DayCount[]>`
    ${judgedSql(view, publishers, Prisma.sql`SELECT claim_id FROM ${onDay(view)}`)},
    heard AS (
      SELECT v.deal_id, max(t.published_latest) AS day
      FROM limits l
      JOIN visible_status_changes(${knownSql(view)}, ${recordSql(view)}) v ON true
      JOIN evidence e ON e.status_change_id = v.claim_id AND e.recorded_at <= l.r
      JOIN texts t ON t.source_id = e.source_id AND t.published_latest <= l.k
      WHERE NOT EXISTS (SELECT FROM retraction x WHERE x.evidence_id = e.id AND x.recorded_at <= l.r)
      GROUP BY v.deal_id
    ),
    marked AS (
      SELECT c.status, j.certainty, j.disputed,
             coalesce(CASE
               WHEN c.status = 'carried' THEN ${daySql(view.on)} >= h.day + interval '4 years'
               WHEN c.status = 'planned' AND c.target_text NOT LIKE '%/..' THEN ${daySql(view.on)} >= c.target_latest + 180
               WHEN c.status IN ('paused', 'planned') THEN ${daySql(view.on)} >= h.day + interval '1 year'
             END, false) AS stale
      FROM judged j JOIN status_change c ON c.id = j.claim_id LEFT JOIN heard h ON h.deal_id = c.deal_id
    )
    SELECT status, certainty, disputed, stale, count(*)::int AS deals FROM marked
    GROUP BY status, certainty, disputed, stale`;
}

/** Deals by the reasons that were given for their status on the view's day, the most frequent reason first. */
export async function dayReasons(db: Db, view: View): Promise<ReasonCount[]> {
  const rows = await db.$queryRaw<{ reason: Reason; status: Status; deals: number }[]>`
    SELECT r.reason, c.status, count(*)::int AS deals
    FROM ${onDay(view)} d
    JOIN status_change c ON c.id = d.claim_id
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
