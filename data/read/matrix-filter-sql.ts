import type { MatrixFilter } from "@/formats/matrix-query";
import { Prisma } from "@/generated/prisma/client";

/** What the filter of a matrix asks, as conditions on rows of the queries that lay it out and count it. */

/** A row `b` of `boardSql` that rests on one origin and is not confirmed. */
export const IS_SINGLE = Prisma.sql`b.origins = 1 AND b.certainty IN ('reported', 'rumoured')`;

const all = (conditions: readonly Prisma.Sql[]) =>
  conditions.length === 0 ? Prisma.sql`true` : Prisma.join([...conditions], " AND ");

/** On a carrier `c`. */
export const carrierIs = ({ country, kind }: MatrixFilter) =>
  all([
    ...(country ? [Prisma.sql`c.country = ${country}`] : []),
    ...(kind ? [Prisma.sql`c.kind = ${kind}`] : []),
  ]);
/** On a manufacturer `m`. */
export const manufacturerIs = ({ manufacturer }: MatrixFilter) =>
  manufacturer ? Prisma.sql`m.slug = ${manufacturer}` : Prisma.sql`true`;

export type CellFilter = Pick<MatrixFilter, "status" | "certainty" | "reason" | "mark">;

/** Conditions on a board row `b`; null: every deal will do. */
export function cellIs({ status, certainty, reason, mark }: CellFilter): Prisma.Sql | null {
  const conditions = [
    ...(status ? [Prisma.sql`b.status = ${status}`] : []),
    ...(certainty ? [Prisma.sql`b.certainty = ${certainty}`] : []),
    ...(reason ? [Prisma.sql`${reason} = ANY (b.reasons)`] : []),
    ...(mark === "single" ? [IS_SINGLE] : []),
    ...(mark === "disputed" ? [Prisma.sql`b.disputed`] : []),
    ...(mark === "uncertain" ? [Prisma.sql`NOT b.certain`] : []),
    ...(mark === "stale" ? [Prisma.sql`b.stale`] : []),
    ...(mark === "none" ? [Prisma.sql`b.deal_id IS NULL`] : []),
  ];
  return conditions.length === 0 ? null : all(conditions);
}
