import type { Db } from "@/data/db";
import type { Id, View } from "@/domain/claims";
import type { DealToday } from "@/domain/source-page";
import { Prisma } from "@/generated/prisma/client";
import { boardSql } from "./board-sql";

/** The status of some deals on the view's day, by deal id; one without a status on that day is left out. One query. */
export async function dealsToday(
  db: Db,
  deals: readonly Id[],
  view: View,
): Promise<ReadonlyMap<Id, DealToday>> {
  if (deals.length === 0) return new Map();
  const rows = await db.$queryRaw<(DealToday & { deal_id: Id })[]>`
    SELECT b.deal_id, b.claim_id AS claim, b.status, b.certain, b.certainty, b.disputed, b.stale
    FROM (${boardSql(view, Prisma.sql`SELECT unnest(${[...new Set(deals)]}::uuid[])`)}) b`;
  return new Map(rows.map(({ deal_id, ...today }) => [deal_id, today]));
}
