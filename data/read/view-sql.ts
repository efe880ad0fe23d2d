import type { View } from "@/domain/claims";
import { Prisma } from "@/generated/prisma/client";

/** Pieces of SQL that several reads share. Each says the view's three times in the same way. */

export const knownSql = ({ known }: Pick<View, "known">) => Prisma.sql`${known}::text::date`;
export const recordSql = ({ record }: Pick<View, "record">) => Prisma.sql`${record}::text::timestamptz`;
export const daySql = (day: string) => Prisma.sql`${day}::text::date`;

/**
 * The history of each deal: a row a standing claim: `claim_id`, `deal_id`, `seq`, `status`, `sort_earliest` (it begins),
 * `ends` (the next one does), `published`, `recorded_at`, `before_status`, `place` (from 1). `deals`: a SELECT of deal ids;
 * null: all. The order is that of `status_on` (0003_reading).
 */
export function historySql(
  view: Pick<View, "known" | "record">,
  deals: Prisma.Sql | null = null,
): Prisma.Sql {
  if (view.known === null && view.record === null) {
    return Prisma.sql`
      SELECT s.claim_id, s.deal_id, c.seq, s.status, s.begins AS sort_earliest, s.ends, s.published, c.recorded_at,
             b.status AS before_status, s.place + 1 AS place
      FROM deal_span s
      JOIN status_change c ON c.id = s.claim_id
      LEFT JOIN deal_span b ON b.deal_id = s.deal_id AND b.place = s.place - 1
      WHERE ${deals ? Prisma.sql`s.deal_id IN (${deals})` : Prisma.sql`true`}`;
  }
  return Prisma.sql`
    SELECT v.claim_id, v.deal_id, v.seq, v.status, v.sort_earliest, lead(v.sort_earliest) OVER w AS ends, v.published,
           v.recorded_at, lag(v.status) OVER w AS before_status, row_number() OVER w AS place
    FROM visible_status_changes(${knownSql(view)}, ${recordSql(view)}, ${
      deals ? Prisma.sql`ARRAY(${deals})` : Prisma.sql`NULL`
    }) v
    WINDOW w AS (PARTITION BY v.deal_id
      ORDER BY v.sort_earliest, v.effective_latest, v.published, v.recorded_at, v.seq)`;
}

/**
 * The same histories with only what counting needs: `claim_id`, `deal_id`, `place`, `status`, `sort_earliest`, `ends`. As the
 * record reads now that is the stored histories and nothing else, so that large counts stay quick.
 */
export function spansSql(view: Pick<View, "known" | "record">, deals: Prisma.Sql | null = null): Prisma.Sql {
  if (view.known !== null || view.record !== null)
    return Prisma.sql`SELECT h.claim_id, h.deal_id, h.place, h.status, h.sort_earliest, h.ends
      FROM (${historySql(view, deals)}) h`;
  return Prisma.sql`
    SELECT s.claim_id, s.deal_id, s.place + 1 AS place, s.status, s.begins AS sort_earliest, s.ends FROM deal_span s
    WHERE ${deals ? Prisma.sql`s.deal_id IN (${deals})` : Prisma.sql`true`}`;
}
