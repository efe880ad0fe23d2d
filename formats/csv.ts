/**
 * Tables as CSV (RFC 4180): UTF-8 with a byte order mark, so that spreadsheets read names as they are written; comma, CRLF.
 * `readCsv(printCsv(rows))` gives the same cells: numbers as their digits, what was absent as "".
 */

export type CsvCell = string | number | null;

/** Where and why a text is no table. `line` and `column` count from 1; a line is one of the text, not a row. */
export type CsvProblem = { readonly line: number; readonly column: number; readonly message: string };
export type CsvReading =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | ({ readonly ok: false } & CsvProblem);

const BOM = "\uFEFF";
const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** What a spreadsheet may take for a formula, wide forms too (docs/promises.md, S8), perhaps behind quotes of ours. */
const RUNS = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text that would run in a spreadsheet gets an apostrophe in front; `disarm` takes it away again. */
export const arm = (text: string): string => (RUNS.test(text) && !NUMBER.test(text) ? `'${text}` : text);
/** Takes the apostrophe of `arm` away again. */
export const disarm = (text: string): string =>
  text.startsWith("'") && RUNS.test(text) ? text.slice(1) : text;

function printCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = arm(cell);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row with its line end. A lone empty cell is quoted, since an empty line is no row. */
export const printCsvRow = (cells: readonly CsvCell[]): string => {
  const line = cells.map(printCell).join(",");
  return `${line === "" ? '""' : line}\r\n`;
};

/** A whole table, the head among its rows. */
export const printCsv = (rows: readonly (readonly CsvCell[])[]): string =>
  BOM + rows.map(printCsvRow).join("");

/** The cells of our own export, as they were given to `printCsv`. */
export function readCsv(text: string): CsvReading {
  const read = splitCsv(text);
  return read.ok ? { ok: true, rows: read.rows.map((row) => row.map(disarm)) } : read;
}

/**
 * The cells of any separated text as they stand in it: quotes taken off, formulas left alone. Lines end with LF, CRLF or
 * CR; empty lines are no rows. Rows may differ in width: whoever reads them knows what width is due.
 */
export function splitCsv(text: string, delimiter = ","): CsvReading {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith(BOM) ? 1 : 0;
  let line = 1;
  let lineStart = at;
  const problem = (message: string): CsvReading => ({ ok: false, line, column: at - lineStart + 1, message });
  const endOfLine = () => {
    if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
    at += 1;
    line += 1;
    lineStart = at;
  };
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') {
      const opened = { line, column: at - lineStart + 1 };
      at += 1;
      let from = at;
      cell = "";
      while (text[at] !== '"' || text[at + 1] === '"') {
        if (at >= text.length)
          return { ok: false, ...opened, message: "A quote is opened here and never closed." };
        if (text[at] === '"') {
          cell += text.slice(from, at + 1);
          at += 2;
          from = at;
        } else if (text[at] === "\r" || text[at] === "\n") endOfLine();
        else at += 1;
      }
      cell += text.slice(from, at);
      at += 1;
    } else {
      const from = at;
      while (at < text.length && text[at] !== delimiter && text[at] !== "\r" && text[at] !== "\n") at += 1;
      cell = text.slice(from, at);
      if (cell === "" && row.length === 0 && text[at] !== delimiter) {
        endOfLine();
        continue;
      }
    }
    row.push(cell);
    if (text[at] === delimiter) {
      at += delimiter.length;
      if (at < text.length && text[at] !== "\r" && text[at] !== "\n") continue;
      row.push("");
    } else if (at < text.length && text[at] !== "\r" && text[at] !== "\n") {
      return problem("After a closing quote comes a separator or the end of the line.");
    }
    rows.push(row);
    row = [];
    if (at < text.length) endOfLine();
  }
  return { ok: true, rows };
}
