import { createReadStream, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { parse } from "csv-parse";
import { z } from "zod";
import { disarm } from "@/formats/csv";
import { EXPORT_FORMAT, type ExportEnd, type ExportHead } from "./ndjson";
import { EXPORT_TABLES } from "./tables";

/** The export cannot be restored: it is another kind of file, cut short, or of another shape. */
export class ExportUnreadable extends Error {}

const head = z.object({
  rangebook: z.literal("export"),
  format: z.literal(EXPORT_FORMAT),
  scope: z.enum(["everything", "record", "public"]),
  migrations: z.array(z.string()),
});
const end = z.object({
  end: z.literal(true),
  tables: z.record(z.string(), z.object({ rows: z.int(), sha256: z.string() })),
  cut: z.literal(true).optional(),
});

/** An export as it is read back: `rows` must be read to the end before `end` is known. */
export type ReadExport = {
  readonly head: ExportHead;
  /** Rows as JSON text, table after table. */
  readonly rows: AsyncGenerator<{ readonly table: string; readonly json: string }, ExportEnd>;
};

/** Opens an export: a file of NDJSON, or a folder of CSV with its manifest. @throws ExportUnreadable */
export async function openExport(place: string): Promise<ReadExport> {
  return existsSync(path.join(place, MANIFEST)) ? openFolder(place) : openNdjson(place);
}

const openNdjson = (file: string): Promise<ReadExport> =>
  ndjsonExport(
    createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Number.POSITIVE_INFINITY })[
      Symbol.asyncIterator
    ](),
  );

/** An export as NDJSON, from its lines. @throws ExportUnreadable */
export async function ndjsonExport(lines: AsyncIterator<string>): Promise<ReadExport> {
  const first = await lines.next();
  const read = head.safeParse(jsonOf(first.value ?? ""));
  if (!read.success)
    throw new ExportUnreadable("This is no export of a record: its first line does not say so.");
  const rows = async function* (): AsyncGenerator<{ table: string; json: string }, ExportEnd> {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new ExportUnreadable("The export was cut short: its last line is missing.");
      // Rows keep the very text that was hashed; parsing would round its numbers.
      const row = /^\{"table":"(\w+)","row":(\{.*\})\}$/s.exec(value);
      if (row?.[1] && row[2]) {
        yield { table: row[1], json: row[2] };
        continue;
      }
      const last = end.safeParse(jsonOf(value));
      if (!last.success) throw new ExportUnreadable("A line is neither a row nor the end of an export.");
      return last.data;
    }
  };
  return { head: read.data, rows: rows() };
}

/** The file in a folder of CSV that says what the others are. */
export const MANIFEST = "export.json";
/** `json`: the columns of each table whose cells are JSON. */
const manifest = z.object({ head, end, json: z.record(z.string(), z.array(z.string())) });
export type Manifest = z.output<typeof manifest>;

async function openFolder(folder: string): Promise<ReadExport> {
  const read = manifest.safeParse(jsonOf(readFileSync(path.join(folder, MANIFEST), "utf8")));
  if (!read.success) throw new ExportUnreadable(`${MANIFEST} does not say what this export is.`);
  const { head: said, end: last, json } = read.data;
  const rows = async function* (): AsyncGenerator<{ table: string; json: string }, ExportEnd> {
    for (const { name } of EXPORT_TABLES) {
      const file = path.join(folder, `${name}.csv`);
      if (!existsSync(file)) continue;
      for await (const text of csvRows(file, new Set(json[name] ?? []))) yield { table: name, json: text };
    }
    return last;
  };
  return { head: said, rows: rows() };
}

/** The rows of a CSV of ours as JSON text. An empty cell is nothing, a quoted empty one an empty text. */
async function* csvRows(file: string, json: ReadonlySet<string>): AsyncGenerator<string> {
  const parser = createReadStream(file).pipe(
    parse({
      bom: true,
      record_delimiter: "\r\n",
      cast: (value, { quoting }) => (value === "" && !quoting ? null : disarm(value)),
    }),
  );
  let columns: string[] | null = null;
  for await (const cells of parser as AsyncIterable<(string | null)[]>) {
    if (columns === null) {
      columns = cells.map(String);
      continue;
    }
    const fields = columns.map((column, at) => {
      const cell = cells[at] ?? null;
      return `${JSON.stringify(column)}:${cell === null ? "null" : json.has(column) ? cell : JSON.stringify(cell)}`;
    });
    yield `{${fields.join(",")}}`;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
