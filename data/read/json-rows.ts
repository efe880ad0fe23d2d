import type { Db } from "@/data/db";
import { Prisma } from "@/generated/prisma/client";

/**
 * The rows of a SELECT as the database writes them in JSON, in the order of the SELECT. For reads of thousands of rows: one
 * text is parsed instead of a value for each cell. Dates come as "YYYY-MM-DD", instants as ISO 8601, bigints as numbers.
 */
export async function jsonRows<Row>(db: Db, select: Prisma.Sql): Promise<Row[]> {
  const { rows } = await jsonLists<{ rows: Row[] }>(db, { rows: select });
  return rows;
}

/** The rows of several SELECTs by name, in one query. `before`: a WITH clause that they share. */
export async function jsonLists<Lists extends Record<string, unknown[]>>(
  db: Db,
  selects: { readonly [Name in keyof Lists]: Prisma.Sql },
  before: Prisma.Sql = Prisma.empty,
): Promise<Lists> {
  const lists = Object.entries<Prisma.Sql>(selects).map(
    ([name, select]) => Prisma.sql`${name}::text, (SELECT coalesce(json_agg(r), '[]') FROM (${select}) r)`,
  );
  const [answer] = await db.$queryRaw<{ lists: string }[]>`
    ${before} SELECT json_build_object(${Prisma.join(lists)})::text AS lists`;
  if (!answer) throw new Error("The database gave no answer.");
  return JSON.parse(answer.lists);
}
