import { IMPORT_LIMITS } from "@/domain/import";
import type { Encoding } from "@/formats/import-encodings";
import { decoded } from "./encoding";
import { FileRefused } from "./file-refused";
import { delimiterOf, type FileFormat, formatOf } from "./recognise";
import type { FileRecord } from "./records";
import { csvRecords } from "./records-csv";
import { jsonRecords } from "./records-json";
import { textpbRecords } from "./records-textpb";
import { xmlRecords } from "./records-xml";

/** How a file is written. */
export type FileShape = {
  readonly encoding: Encoding;
  readonly format: FileFormat;
  /** Of a separated text; "" for other formats. */
  readonly delimiter: string;
};

/** As much of the beginning as is looked at to find format and delimiter, in characters. */
const START = 65_536;

/** Finds format and delimiter from the beginning of the text. @throws FileRefused */
export async function shapeOf(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): Promise<FileShape> {
  let start = "";
  for await (const piece of decoded(bytes, encoding)) {
    start += piece;
    if (start.length >= START) break;
  }
  const format = formatOf(start.slice(0, START));
  return { encoding, format, delimiter: format === "csv" ? delimiterOf(start.slice(0, START)) : "" };
}

/** Every record of the file, its first line or head among them, within the limits. @throws FileRefused */
export async function* fileRecords(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, format, delimiter }: FileShape,
): AsyncGenerator<FileRecord> {
  const text = decoded(bytes, encoding);
  const records =
    format === "csv"
      ? csvRecords(text, delimiter)
      : format === "json" || format === "ndjson"
        ? jsonRecords(text, format === "json")
        : format === "xml"
          ? xmlRecords(text)
          : textpbRecords(text);
  for await (const record of records) yield withinLimits(record);
}

function withinLimits(record: FileRecord): FileRecord {
  const { line, cells } = record;
  if (cells.length > IMPORT_LIMITS.columns) {
    const message = `This row has ${cells.length.toLocaleString("en-GB")} columns; at most ${IMPORT_LIMITS.columns} are read. Is the separator right?`;
    throw new FileRefused({ line, column: IMPORT_LIMITS.columns + 1, message });
  }
  const long = cells.findIndex((cell) => cell.length > IMPORT_LIMITS.cell);
  if (long < 0) return record;
  const message = `A cell has ${cells[long]?.length.toLocaleString("en-GB")} characters; at most ${IMPORT_LIMITS.cell.toLocaleString("en-GB")} are read.`;
  return {
    line,
    cells: cells.map((cell) => cell.slice(0, IMPORT_LIMITS.cell)),
    problem: record.problem ?? { column: long + 1, message },
  };
}

/** The head and the next few rows, for a person to look at. */
export async function firstRecords(
  bytes: AsyncIterable<Uint8Array>,
  shape: FileShape,
  count: number,
): Promise<FileRecord[]> {
  const found: FileRecord[] = [];
  for await (const record of fileRecords(bytes, shape)) {
    found.push(record);
    if (found.length >= count) break;
  }
  return found;
}
