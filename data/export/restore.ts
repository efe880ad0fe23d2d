import { copyIn } from "@/data/import/copy";
import { inTransaction, one, rows, type Sql } from "@/data/import/sql";
import { columnsOf, digests, migrationsOf, type TableDigest } from "./dump";
import { ExportUnreadable, type ReadExport } from "./read-export";
import { EXPORT_TABLES, type ExportTable } from "./tables";

/**
 * Writes an export into an empty record, on the owner's account: instants, chains and the sealed audit trail come back as they
 * were, which the application's account could not write. All or nothing: what stands afterwards is hashed table by table and
 * must be what the export's last line says.
 * @throws ExportUnreadable when the export or the record is not fit for it
 */
export async function restoreExport(
  sql: Sql,
  { head, rows: exported }: ReadExport,
): Promise<Record<string, TableDigest>> {
  if (head.scope !== "everything")
    throw new ExportUnreadable(
      "This export leaves out the audit trail. Only a full one, made by an admin or on the command line, can be restored.",
    );
  const ours = await migrationsOf(sql);
  if (JSON.stringify(ours) !== JSON.stringify(head.migrations)) {
    const theirs = head.migrations.at(-1) ?? "none";
    throw new ExportUnreadable(
      `The export was made with the database at ${theirs}, this one is at ${ours.at(-1) ?? "none"}. Use the same release for both.`,
    );
  }
  await mustBeEmpty(sql);
  return inTransaction(sql, async () => {
    await sql.query("SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO'");
    await sql.query("CREATE TEMP TABLE restored (line jsonb) ON COMMIT DROP");
    const order = new Map(EXPORT_TABLES.map((table, at) => [table.name, at]));
    let at = -1;
    let next = await exported.next();
    while (!next.done) {
      const { table } = next.value;
      const place = order.get(table);
      if (place === undefined || place <= at)
        throw new ExportUnreadable(`The rows of "${table}" do not belong here.`);
      at = place;
      async function* ofTable() {
        while (!next.done && next.value.table === table) {
          yield [next.value.json];
          next = await exported.next();
        }
      }
      await copyIn(sql, "restored", ofTable());
      await write(sql, EXPORT_TABLES[place] as ExportTable);
    }
    const said = next.value.tables;
    await continueSequences(sql);
    const stands = await digests(sql, "everything");
    const wrong = Object.keys(stands).filter((name) => (said[name]?.sha256 ?? "") !== stands[name]?.sha256);
    if (wrong.length > 0)
      throw new ExportUnreadable(
        `What was written is not what the export says it holds (${wrong.join(", ")}). Nothing was kept.`,
      );
    return stands;
  });
}

/** Nothing but the system's own editor may be there. */
async function mustBeEmpty(sql: Sql): Promise<void> {
  for (const { name, people } of EXPORT_TABLES) {
    const { count } = await one<{ count: number }>(
      sql,
      `SELECT count(*)::int AS count FROM (SELECT FROM "${name}" LIMIT 2) t`,
    );
    if (count > (people ? 1 : 0)) {
      throw new ExportUnreadable(
        `This record is not empty (${name}). Restore into a new one, before anybody has an account: with RANGEBOOK_DATA set to a new folder, or another DATABASE_URL.`,
      );
    }
  }
}

/** One table from `restored`, whose triggers would stamp and seal it anew. Its foreign keys and constraints hold. */
async function write(sql: Sql, table: ExportTable): Promise<void> {
  const columns = (await columnsOf(sql, table, "everything")).map((c) => `"${c.name}"`);
  const hidden = Object.entries(table.hidden ?? {});
  const into = [...columns, ...hidden.map(([name]) => `"${name}"`)].join(", ");
  const from = [...columns.map((c) => `r.${c}`), ...hidden.map(([, value]) => value)].join(", ");
  await sql.query(`ALTER TABLE "${table.name}" DISABLE TRIGGER USER`);
  await sql.query(
    `INSERT INTO "${table.name}" (${into})
     SELECT ${from} FROM restored s, jsonb_populate_record(NULL::"${table.name}", s.line) r
     ${table.people ? "ON CONFLICT (id) DO UPDATE SET name = excluded.name, created_at = excluded.created_at" : ""}`,
  );
  await sql.query(`ALTER TABLE "${table.name}" ENABLE TRIGGER USER`);
  await sql.query("TRUNCATE restored");
}

/** Sequences go on after the highest number that was restored. */
async function continueSequences(sql: Sql): Promise<void> {
  const serial = await rows<{ table: string; column: string; sequence: string }>(
    sql,
    `SELECT c.table_name AS table, c.column_name AS column, pg_get_serial_sequence(quote_ident(c.table_name), c.column_name) AS sequence
     FROM information_schema.columns c
     WHERE c.table_schema = 'public' AND pg_get_serial_sequence(quote_ident(c.table_name), c.column_name) IS NOT NULL`,
  );
  for (const { table, column, sequence } of serial)
    await sql.query(
      `SELECT setval('${sequence}', greatest((SELECT max("${column}") FROM "${table}"), 1), (SELECT count(*) > 0 FROM "${table}"))`,
    );
}
