import type { Db } from "@/data/db";
import { nameKey } from "@/domain/names";
import { Prisma } from "@/generated/prisma/client";

export type NamedKind = "manufacturer" | "carrier" | "retailer" | "device";

const TABLE: Record<NamedKind, { table: Prisma.Sql; owner: Prisma.Sql }> = {
  manufacturer: { table: Prisma.sql`manufacturer`, owner: Prisma.sql`manufacturer_id` },
  carrier: { table: Prisma.sql`carrier`, owner: Prisma.sql`carrier_id` },
  retailer: { table: Prisma.sql`retailer`, owner: Prisma.sql`retailer_id` },
  device: { table: Prisma.sql`device`, owner: Prisma.sql`device_id` },
};

/**
 * The entities of a kind whose name or alias is most like `text` (a name or a slug), by trigrams; the nearest first,
 * at most `limit`. For "did you mean" where something is unknown.
 */
export async function nearNames(
  db: Db,
  kind: NamedKind,
  text: string,
  limit = 5,
): Promise<{ slug: string; name: string }[]> {
  const key = nameKey(text.slice(0, 200));
  if (key === "") return [];
  const { table, owner } = TABLE[kind];
  return db.$queryRaw`
    SELECT e.slug, e.name FROM ${table} e
    LEFT JOIN LATERAL (SELECT max(similarity(a.key, ${key})) AS near FROM alias a WHERE a.${owner} = e.id) a ON true
    WHERE greatest(similarity(e.name_key, ${key}), a.near) > 0.2
    ORDER BY greatest(similarity(e.name_key, ${key}), a.near) DESC, e.name LIMIT ${limit}`;
}
