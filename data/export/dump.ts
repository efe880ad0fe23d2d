import { createHash, type Hash } from "node:crypto";
import { rows, type Sql } from "@/data/import/sql";
import { type ExportScope, type ExportTable, hiddenColumns, tablesOf } from "./tables";

/** A column as an export writes it. */
export type ExportColumn = { readonly name: string; readonly json: boolean };
export type TableDigest = { readonly rows: number; readonly sha256: string };

/** One row: its JSON text as the database writes it, and its cells as text for CSV (null: not there). */
export type ExportRow = { readonly json: string; readonly cells: readonly (string | null)[] };
export type ExportPart = {
  readonly table: ExportTable;
  readonly columns: readonly ExportColumn[];
  readonly rows: AsyncIterable<ExportRow>;
};

const BATCH = 1_000;

/**
 * Everything of a scope, a table after the other, as one moment of the record saw it; a batch in memory at a time. Runs in
 * a transaction of its own on `sql`, which must be asked nothing else meanwhile. `only`: one table by name.
 */
export async function* dump(
  sql: Sql,
  scope: ExportScope,
  only: string | null = null,
): AsyncGenerator<ExportPart> {
  await sql.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    await sql.query("SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO'");
    for (const table of tablesOf(scope)) {
      if (only !== null && table.name !== only) continue;
      const columns = await columnsOf(sql, table, scope);
      yield { table, columns, rows: rowsOf(sql, table, columns) };
    }
  } finally {
    await sql.query("ROLLBACK").catch(() => undefined); // the connection may be what failed
  }
}

/** The columns that are stored, in their order; generated ones follow from the others. */
export async function columnsOf(sql: Sql, table: ExportTable, scope: ExportScope): Promise<ExportColumn[]> {
  const all = await rows<{ name: string; type: string }>(
    sql,
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table.name],
  );
  const hidden = hiddenColumns(table, scope);
  return all
    .filter((c) => !hidden.includes(c.name))
    .map((c) => ({ name: c.name, json: c.type.startsWith("json") }));
}

/** The rows of one table within the running transaction. */
export async function* rowsOf(
  sql: Sql,
  table: ExportTable,
  columns: readonly ExportColumn[],
): AsyncGenerator<ExportRow> {
  const quoted = columns.map((c) => `"${c.name}"`);
  await sql.query(
    `DECLARE export_rows NO SCROLL CURSOR FOR
     SELECT row_to_json(r)::text AS json, ARRAY[${quoted.map((c) => `r.${c}::text`).join(", ")}] AS cells
     FROM (SELECT ${quoted.join(", ")} FROM "${table.name}") r ORDER BY ${table.key.map((k) => `r."${k}"`).join(", ")}`,
  );
  for (;;) {
    const batch = await rows<ExportRow>(sql, `FETCH ${BATCH} FROM export_rows`);
    yield* batch;
    if (batch.length < BATCH) break;
  }
  await sql.query("CLOSE export_rows");
}

/** Counts and hashes rows while they pass: the same rows in the same order give the same hash. */
export class Digest {
  readonly #hash: Hash = createHash("sha256");
  #rows = 0;

  add(json: string): void {
    this.#hash.update(json).update("\n");
    this.#rows += 1;
  }

  done(): TableDigest {
    return { rows: this.#rows, sha256: this.#hash.digest("hex") };
  }
}

/** The hash of each table as it stands, in the running transaction. */
export async function digests(sql: Sql, scope: ExportScope): Promise<Record<string, TableDigest>> {
  const found: Record<string, TableDigest> = {};
  for (const table of tablesOf(scope)) {
    const digest = new Digest();
    for await (const { json } of rowsOf(sql, table, await columnsOf(sql, table, scope))) digest.add(json);
    found[table.name] = digest.done();
  }
  return found;
}

/** Which migrations the database has: an export is read by the shape that wrote it. */
export const migrationsOf = async (sql: Sql): Promise<string[]> =>
  (
    await rows<{ name: string }>(
      sql,
      "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name",
    )
  ).map((m) => m.name);
