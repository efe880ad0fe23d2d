import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

export type Value = string | number | boolean | null | readonly string[];
/** A row by column; every row of one table has the same columns in the same order. */
export type Row = Readonly<Record<string, Value>>;

const SPECIAL = /[\\\t\n\r]/;
const ESCAPED: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
/** Hardly any text has what must be escaped, and looking costs less than replacing. */
const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (c) => ESCAPED[c] ?? c) : text;

/** One value in COPY's text format. */
function field(value: Value): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "object") return escaped(`{${value.map((v) => JSON.stringify(v)).join(",")}}`);
  return typeof value === "boolean" ? (value ? "t" : "f") : String(value);
}

function line(row: Row): string {
  let [text, separator] = ["", ""];
  for (const column in row) {
    text += separator + field(row[column] as Value);
    separator = "\t";
  }
  return `${text}\n`;
}

const CHUNK = 1 << 16;

/** Rows as COPY takes them, some kilobytes at a time. */
export function* chunks(rows: Iterable<Row>): Generator<string> {
  let text = "";
  for (const row of rows) {
    text += line(row);
    if (text.length < CHUNK) continue;
    yield text;
    text = "";
  }
  yield text;
}

/** Writes rows into a table as fast as PostgreSQL takes them, some kilobytes at a time. Returns how many. */
export async function copyRows(client: pg.Client, table: string, rows: Iterable<Row>): Promise<number> {
  const iterator = rows[Symbol.iterator]();
  const first = iterator.next();
  if (first.done) return 0;
  const columns = Object.keys(first.value).map((name) => client.escapeIdentifier(name));
  let count = 0;
  function* all(): Generator<Row> {
    for (let next = first; !next.done; next = iterator.next()) {
      count += 1;
      yield next.value;
    }
  }
  const into = client.query(
    copyFrom(`COPY ${client.escapeIdentifier(table)} (${columns.join(", ")}) FROM STDIN`),
  );
  await pipeline(Readable.from(chunks(all())), into);
  return count;
}
