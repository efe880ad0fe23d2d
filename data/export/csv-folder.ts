import { createWriteStream, writeFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Sql } from "@/data/import/sql";
import { csvOf } from "./csv";
import { Digest, dump, type ExportRow, migrationsOf, type TableDigest } from "./dump";
import { EXPORT_FORMAT } from "./ndjson";
import { MANIFEST, type Manifest } from "./read-export";

/** Everything as a folder of CSV, one file a table, and the manifest that `openExport` reads them by. Answers how many tables. */
export async function writeCsvFolder(sql: Sql, folder: string): Promise<number> {
  const migrations = await migrationsOf(sql);
  const tables: Record<string, TableDigest> = {};
  const json: Record<string, string[]> = {};
  for await (const { table, columns, rows } of dump(sql, "everything")) {
    const digest = new Digest();
    const file = createWriteStream(path.join(folder, `${table.name}.csv`));
    await pipeline(Readable.from(csvOf({ columns, rows: counted(rows, digest) })), file);
    tables[table.name] = digest.done();
    json[table.name] = columns.filter((c) => c.json).map((c) => c.name);
  }
  const head = { rangebook: "export", format: EXPORT_FORMAT, scope: "everything", migrations } as const;
  const manifest: Manifest = { head, end: { end: true, tables }, json };
  // Last: a folder without it was cut short.
  writeFileSync(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return Object.keys(tables).length;
}

async function* counted(rows: AsyncIterable<ExportRow>, digest: Digest): AsyncGenerator<ExportRow> {
  for await (const row of rows) {
    digest.add(row.json);
    yield row;
  }
}
