import type { Db } from "@/data/db";
import type { Id } from "@/domain/claims";
import type { MergedKind } from "@/domain/status";
import { Prisma } from "@/generated/prisma/client";

/**
 * What the slug of something merged leads to now, over any number of merges; null: nothing of this slug was merged, or it
 * was un-merged.
 */
export async function keptOf(
  db: Db,
  kind: MergedKind,
  slug: string,
): Promise<{ id: Id; slug: string } | null> {
  const [kept] = await db.$queryRaw<{ id: Id; slug: string }[]>`
    WITH RECURSIVE led(id) AS (
      SELECT m.into_id FROM merging m
      WHERE m.kind = ${kind} AND m.from_slug = ${slug} AND NOT EXISTS (SELECT FROM unmerging u WHERE u.merging_id = m.id)
      UNION
      SELECT m.into_id FROM led JOIN merging m ON m.from_id = led.id
      WHERE m.kind = ${kind} AND NOT EXISTS (SELECT FROM unmerging u WHERE u.merging_id = m.id)
    )
    SELECT e.id, e.slug FROM led JOIN ${TABLE[kind]} e ON e.id = led.id`;
  return kept ?? null;
}

const TABLE: Record<MergedKind, Prisma.Sql> = {
  manufacturer: Prisma.sql`manufacturer`,
  carrier: Prisma.sql`carrier`,
  retailer: Prisma.sql`retailer`,
  device: Prisma.sql`device`,
  source: Prisma.sql`source`,
};
