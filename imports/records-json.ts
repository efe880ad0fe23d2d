import { FileRefused } from "./file-refused";
import { jsonValues } from "./json-values";
import { type FileRecord, joinList } from "./records";

/** How many objects are looked at for their keys before the head of the table is fixed. */
const LOOK_AHEAD = 200;

type Row = {
  readonly line: number;
  readonly fields: Map<string, string>;
  readonly problem?: FileRecord["problem"];
};

/** The objects of a JSON array or of NDJSON as a table; its first record is the head, made of the keys. */
export async function* jsonRecords(
  text: AsyncIterable<string>,
  inArray: boolean,
): AsyncGenerator<FileRecord> {
  const waiting: Row[] = [];
  let head: string[] | null = null;
  for await (const { line, text: raw } of jsonValues(text, inArray)) {
    const row = rowOf(line, raw);
    if (head) {
      yield recordOf(row, head);
      continue;
    }
    waiting.push(row);
    if (waiting.length === LOOK_AHEAD) {
      head = headOf(waiting);
      yield { line: 1, cells: head };
      for (const one of waiting.splice(0)) yield recordOf(one, head);
    }
  }
  if (head) return;
  head = headOf(waiting);
  if (head.length > 0) yield { line: 1, cells: head };
  for (const row of waiting) yield recordOf(row, head);
}

const headOf = (rows: readonly Row[]): string[] => [...new Set(rows.flatMap((r) => [...r.fields.keys()]))];

function recordOf({ line, fields, problem }: Row, head: readonly string[]): FileRecord {
  const cells = head.map((key) => fields.get(key) ?? "");
  const stranger = [...fields.keys()].find((key) => !head.includes(key));
  const wrong =
    problem ??
    (stranger && {
      message: `No row before has a field "${stranger.slice(0, 40)}". Leave it out or name it in the first row.`,
    });
  return wrong ? { line, cells, problem: wrong } : { line, cells };
}

function rowOf(line: number, raw: string): Row {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    throw new FileRefused({ line, message: "The row that begins here is not JSON." });
  }
  const fields = new Map<string, string>();
  let problem: FileRecord["problem"];
  for (const [at, [key, field]] of Object.entries(value as object).entries()) {
    const text = textOf(field);
    if (text === null)
      problem ??= {
        column: at + 1,
        message: `"${key.slice(0, 40)}" holds an object where a text or a list of texts is due.`,
      };
    fields.set(key, text ?? "");
  }
  return problem ? { line, fields, problem } : { line, fields };
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) {
    const texts = value.map(textOf);
    return texts.every((t) => t !== null && !t.includes("\n")) ? joinList(texts as string[]) : null;
  }
  return typeof value === "object" ? null : String(value);
}
