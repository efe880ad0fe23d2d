import type pg from "pg";
import { sideBySide } from "@/data/side-by-side";

/**
 * Runs work without the indexes that hold no constraint, and builds them afterwards from all rows at once, which takes a
 * fraction of growing them row by row; each client builds one at a time. Nobody else may use the database meanwhile.
 * `tables`: only of these; null: of all.
 */
export async function withoutIndexes(
  clients: readonly pg.Client[],
  tables: readonly string[] | null,
  work: () => Promise<unknown>,
): Promise<void> {
  const [client] = clients;
  if (!client) throw new Error("Indexes need a connection.");
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
     FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
     WHERE t.relnamespace = 'public'::regnamespace AND ($1::text[] IS NULL OR t.relname = ANY ($1))
       AND NOT i.indisprimary AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
     ORDER BY 1`,
    [tables],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  await work();
  await sideBySide(clients, rows, async (one, { definition }) => {
    await one.query("SET maintenance_work_mem = '128MB'");
    await one.query(definition);
  });
}
