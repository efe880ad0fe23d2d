import type { Sql } from "@/data/import/sql";
import { dump, migrationsOf } from "./dump";
import { ExportUnreadable, type ReadExport } from "./read-export";
import type { ExportTable } from "./tables";

/** How one table of an export stands to the record's. */
export type TableDifference = {
  readonly table: string;
  /** Rows of the export that the record lacks, that it has otherwise, and rows of the record that the export lacks. */
  readonly lacking: number;
  readonly otherwise: number;
  readonly more: number;
};
/** `line`: of the export; of what it lacks, the line before which it would stand. */
export type RowDifference = { readonly line: number; readonly message: string };
export type Comparison = {
  /** Rows of the export. */
  readonly rows: number;
  readonly tables: readonly TableDifference[];
  /** The first differences of each table. */
  readonly first: readonly RowDifference[];
};

/** So many differences of each table are told row by row. */
const FEW = 5;

type Row = { readonly json: string; readonly key: Key };
type Key = readonly (string | number)[];

/**
 * Compares an export with the record as it stands, row by row, one of each in memory at a time: both come in the order of their
 * keys. `sql` must be asked nothing else meanwhile. `step`: told how many rows were read, now and then.
 * @throws ExportUnreadable when it was cut short or is of another shape
 */
export async function compareExport(
  sql: Sql,
  { head, rows: exported }: ReadExport,
  step: (rows: number) => Promise<void>,
): Promise<Comparison> {
  const ours = await migrationsOf(sql);
  if (JSON.stringify(ours) !== JSON.stringify(head.migrations))
    throw new ExportUnreadable(
      `The export was made with the database at ${head.migrations.at(-1) ?? "none"}, this one is at ${ours.at(-1) ?? "none"}: their rows cannot be compared.`,
    );
  const tables: TableDifference[] = [];
  const first: RowDifference[] = [];
  let read = 0;
  const advance = async () => {
    read += 1;
    if (read % 1_000 === 0) await step(read);
    return exported.next();
  };
  let next = await advance();
  // An export that was cut for visitors ends in the middle of a table: what comes after it is not compared.
  for await (const { table, rows } of dump(sql, head.scope)) {
    if (next.done && next.value.cut) break;
    const found = { table: table.name, lacking: 0, otherwise: 0, more: 0 };
    let told = 0;
    const tell = (message: string) => {
      if (told++ < FEW) first.push({ line: read + 1, message: `${table.name}: ${message}` });
    };
    const record = rows[Symbol.asyncIterator]();
    let own = await record.next();
    for (;;) {
      const theirs = !next.done && next.value.table === table.name ? rowOf(table, next.value.json) : null;
      const mine = own.done ? null : rowOf(table, own.value.json);
      if (!theirs && !mine) break;
      const order = !theirs ? 1 : !mine ? -1 : compared(theirs.key, mine.key);
      if (order < 0) {
        found.lacking += 1;
        tell(`the record has no row ${named(table, theirs as Row)}.`);
      } else if (order > 0) {
        if (next.done && next.value.cut) break;
        found.more += 1;
        tell(`the record has a row ${named(table, mine as Row)} that the export lacks.`);
      } else if (theirs && mine && theirs.json !== mine.json) {
        found.otherwise += 1;
        tell(`row ${named(table, mine)} reads otherwise in ${columnsApart(theirs.json, mine.json)}.`);
      }
      if (order <= 0) next = await advance();
      if (order >= 0) own = await record.next();
    }
    // The record's cursor is open until its rows were read.
    while (!own.done) own = await record.next();
    if (found.lacking + found.otherwise + found.more > 0) tables.push(found);
  }
  if (!next.done) throw new ExportUnreadable(`The rows of "${next.value.table}" do not belong here.`);
  return { rows: read - 1, tables, first };
}

function rowOf({ name, key }: ExportTable, json: string): Row {
  let row: Record<string, unknown>;
  try {
    row = JSON.parse(json) as Record<string, unknown>;
  } catch {
    throw new ExportUnreadable(`A row of "${name}" is not JSON.`);
  }
  return { json, key: key.map((column) => row[column] as string | number) };
}

/** As the database orders keys: numbers by value, texts by code point. */
function compared(a: Key, b: Key): number {
  for (const [at, one] of a.entries()) {
    const other = b[at];
    if (one === other) continue;
    if (typeof one === "number" && typeof other === "number") return one - other;
    return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
  }
  return 0;
}

const named = ({ key }: ExportTable, row: Row): string =>
  key.map((column, at) => `${column} ${String(row.key[at]).slice(0, 60)}`).join(", ");

/** Names of columns only: what stands in them may be more than the reader may know. */
function columnsApart(one: string, other: string): string {
  const [a, b] = [JSON.parse(one), JSON.parse(other)] as [Record<string, unknown>, Record<string, unknown>];
  const apart = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (column) => JSON.stringify(a[column]) !== JSON.stringify(b[column]),
  );
  return apart.length === 0 ? "its spelling" : apart.join(", ");
}
