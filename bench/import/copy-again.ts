import { createReadStream, createWriteStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from, to } from "pg-copy-streams";

/** What an import of devices writes, in the order of their references: things, and the proof of who made them. */
export const THINGS = ["manufacturer", "device", "alias"] as const;
export const TRAIL = ["change_batch", "command_receipt", "audit_entry"] as const;
export type Copied = (typeof THINGS)[number] | (typeof TRAIL)[number];

/**
 * PostgreSQL's own COPY of the same rows into the same tables of an empty record, with their constraints, indexes and
 * triggers; milliseconds for each.
 */
export async function copyAgain(
  source: string,
  target: string,
  tables: readonly Copied[],
  folder: string,
): Promise<ReadonlyMap<Copied, number>> {
  const out = new pg.Client({ connectionString: source });
  const into = new pg.Client({ connectionString: target });
  await out.connect();
  await into.connect();
  const took = new Map<Copied, number>();
  try {
    await into.query("BEGIN");
    for (const table of tables) {
      const columns = await columnsOf(out, table);
      const file = path.join(folder, `${table}.copy`);
      await pipeline(
        out.query(to(`COPY (SELECT ${columns} FROM ${table}) TO STDOUT`)),
        createWriteStream(file),
      );
      if ((await stat(file)).size === 0) throw new Error(`There is nothing in ${table}.`);
      const began = performance.now();
      await pipeline(createReadStream(file), into.query(from(`COPY ${table} (${columns}) FROM STDIN`)));
      took.set(table, performance.now() - began);
      await rm(file);
    }
    const began = performance.now();
    await into.query("COMMIT");
    const last = tables.at(-1) as Copied;
    took.set(last, (took.get(last) ?? 0) + performance.now() - began);
  } finally {
    await out.end();
    await into.end();
  }
  return took;
}

/** Those that are not computed from the others. */
async function columnsOf(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(column_name) AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table],
  );
  return rows.map((r) => r.name).join(", ");
}
