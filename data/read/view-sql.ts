import type { View } from "@/domain/claims";
import { Prisma } from "@/generated/prisma/client";

/** Pieces of SQL that several reads share. Each says the view's three times in the same way. */

export const knownSql = ({ known }: Pick<View, "known">) => Prisma.sql`${known}::text::date`;
export const recordSql = ({ record }: Pick<View, "record">) => Prisma.sql`${record}::text::timestamptz`;
export const daySql = (day: string) => Prisma.sql`${day}::text::date`;

/**
 * The history of each deal: a row a standing claim, with its place, the status before it, and the day on which the next
 * one begins. `deals`: a SELECT of deal ids; null: all. The order is that of `status_on` (0003_reading).
 */
export const historySql = (
  view: Pick<View, "known" | "record">,
  deals: Prisma.Sql | null = null,
) => Prisma.sql`
  SELECT v.*, lead(v.sort_earliest) OVER w AS ends, lag(v.status) OVER w AS before_status, row_number() OVER w AS place
  FROM visible_status_changes(${knownSql(view)}, ${recordSql(view)}, ${deals ? Prisma.sql`ARRAY(${deals})` : Prisma.sql`NULL`}) v
  WINDOW w AS (PARTITION BY v.deal_id
    ORDER BY v.sort_earliest, v.effective_latest, v.published, v.recorded_at, v.seq)`;
