import type { ClientBase, QueryResultRow } from "pg";

/**
 * A connection of its own, on the application's account: COPY, temporary tables and one long transaction are beyond
 * Prisma. Whoever opens it closes it.
 */
export type Sql = ClientBase;

/** The rows of one statement. */
export async function rows<R extends QueryResultRow>(
  sql: Sql,
  text: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  return (await sql.query<R>(text, [...values])).rows;
}

/** The row of a statement that always has one. @throws when it has none */
export async function one<R extends QueryResultRow>(
  sql: Sql,
  text: string,
  values: readonly unknown[] = [],
): Promise<R> {
  const [row] = await rows<R>(sql, text, values);
  if (!row) throw new Error("A query that always answers gave no row.");
  return row;
}

/** Runs `work` in a transaction; whatever it throws undoes everything. */
export async function inTransaction<T>(sql: Sql, work: () => Promise<T>): Promise<T> {
  await sql.query("BEGIN");
  try {
    const value = await work();
    await sql.query("COMMIT");
    return value;
  } catch (error) {
    await sql.query("ROLLBACK").catch(() => undefined); // the connection may be what failed
    throw error;
  }
}
