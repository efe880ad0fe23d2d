import type { View } from "@/domain/claims";
import { nameKey } from "@/domain/names";
import { Prisma } from "@/generated/prisma/client";
import { recordSql } from "./view-sql";

const { sql, join } = Prisma;

/** All of these conditions; none: everything holds. */
export const allOf = (parts: readonly Prisma.Sql[]): Prisma.Sql =>
  join(parts.length > 0 ? [...parts] : [sql`true`], " AND ");

/** Entities that the record held by the view's instant. `e`: the table's alias. */
export const createdBy = (view: View) =>
  sql`e.created_at <= coalesce(${recordSql(view)}, 'infinity'::timestamptz)`;

/** Deals of which the record held something by the view's instant. `d`: the table's alias. */
export const recordedBy = ({ record }: Pick<View, "record">) =>
  record === null ? sql`true` : sql`d.first_recorded_at <= ${recordSql({ record })}`;

const NAMED = {
  manufacturer: { table: sql`manufacturer`, owner: sql`manufacturer_id` },
  carrier: { table: sql`carrier`, owner: sql`carrier_id` },
  retailer: { table: sql`retailer`, owner: sql`retailer_id` },
  device: { table: sql`device`, owner: sql`device_id` },
} as const;

/** Entities with a name or alias that holds these letters, by the trigram indexes. `%`, `_` and `\` are no letters of a key. */
export function namedLike(of: keyof typeof NAMED, q: string): Prisma.Sql {
  const like = `%${nameKey(q)}%`;
  const { table, owner } = NAMED[of];
  return sql`e.id IN (
    SELECT x.id FROM ${table} x WHERE x.name_key LIKE ${like}
    UNION SELECT a.${owner} FROM alias a WHERE a.key LIKE ${like} AND a.${owner} IS NOT NULL)`;
}
