import { Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import { IMPORT_LIMITS } from "@/domain/import";
import { disarm } from "@/formats/csv";
import { FileRefused } from "./file-refused";
import type { FileRecord } from "./records";

/** A row can be as long as all its cells may be; what is longer is no table. */
const LONGEST_ROW = IMPORT_LIMITS.columns * IMPORT_LIMITS.cell;

/** The rows of a separated text (RFC 4180, any line end), the head among them. Empty lines are no rows. */
export async function* csvRecords(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<FileRecord> {
  // The line on which the next row begins: told at once, also of rows that nobody has taken yet when the parser fails.
  let begun = 1;
  let empty = 0;
  const begins: number[] = [];
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true, // widths are compared where the head is known
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    on_record: (cells, { lines, empty_lines }) => {
      begins.push(begun + empty_lines - empty);
      begun = lines + 1;
      empty = empty_lines;
      // Refused rows go out with formulas disarmed (formats/csv.ts) and come back mended: the apostrophe is ours.
      return cells.map(disarm);
    },
  });
  const source = Readable.from(text, { objectMode: false, encoding: "utf8" });
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const cells of parser as AsyncIterable<string[]>)
      yield { line: begins.shift() ?? begun, cells };
  } catch (error) {
    throw asRefusal(error, begun);
  } finally {
    source.destroy();
  }
}

function asRefusal(error: unknown, line: number): unknown {
  const { code, lines, column } = error as CsvError & { lines?: number; column?: number | string };
  const at = typeof column === "number" ? { column: column + 1 } : {};
  switch (code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return new FileRefused({
        line,
        ...at,
        message: "A quote is opened in the row that begins here, and never closed.",
      });
    case "INVALID_OPENING_QUOTE":
      return new FileRefused({
        line: lines ?? line,
        ...at,
        message:
          "A quote stands inside a cell that has none around it. Put the cell in quotes and double the quote.",
      });
    case "CSV_INVALID_CLOSING_QUOTE":
      return new FileRefused({
        line: lines ?? line,
        ...at,
        message:
          "After a closing quote comes a separator or the end of the line. Double a quote that belongs to the text.",
      });
    case "CSV_MAX_RECORD_SIZE":
      return new FileRefused({
        line,
        message: `This row has more than ${LONGEST_ROW.toLocaleString("en-GB")} characters. Is a quote open, or is this another kind of file?`,
      });
    default:
      return error;
  }
}
