import type { Sql } from "@/data/import/sql";
import { Digest, dump, migrationsOf, type TableDigest } from "./dump";
import type { ExportScope } from "./tables";

/**
 * An export as NDJSON: a line that says what it is, a line a row, a line that says what all of it must add up to. Without the
 * last line it was cut short.
 */

export const EXPORT_FORMAT = 1;
export type ExportHead = {
  readonly rangebook: "export";
  readonly format: number;
  readonly scope: ExportScope;
  readonly migrations: readonly string[];
};
export type ExportEnd = {
  readonly end: true;
  readonly tables: Readonly<Record<string, TableDigest>>;
  readonly cut?: true;
};

/** `limit`: rows at most, for visitors; the last line then says that it was cut. */
export async function* ndjson(
  sql: Sql,
  scope: ExportScope,
  limit: number | null = null,
): AsyncGenerator<string> {
  const head: ExportHead = {
    rangebook: "export",
    format: EXPORT_FORMAT,
    scope,
    migrations: await migrationsOf(sql),
  };
  yield `${JSON.stringify(head)}\n`;
  const tables: Record<string, TableDigest> = {};
  let left = limit ?? Number.POSITIVE_INFINITY;
  let cut = false;
  for await (const { table, rows } of dump(sql, scope)) {
    const digest = new Digest();
    for await (const { json } of rows) {
      if (left === 0) {
        cut = true;
        break;
      }
      left -= 1;
      digest.add(json);
      yield `{"table":"${table.name}","row":${json}}\n`;
    }
    tables[table.name] = digest.done();
    if (cut) break;
  }
  const end: ExportEnd = { end: true, tables, ...(cut && { cut: true as const }) };
  yield `${JSON.stringify(end)}\n`;
}
