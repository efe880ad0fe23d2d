import { dateWords } from "@/domain/date-words";
import { DAY_MAX, DAY_MIN, type Edtf } from "@/domain/edtf";
import { type Citable, citeText } from "./citation";
import { type CsvCell, printCsv, printCsvRow } from "./csv";

export type Cell = CsvCell | boolean;

/** A table as it is taken away. Column names are stable, in English, in lower case, ids first. */
export type Table = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

/** Some columns of a table: their names, and what a row says there. Side by side, so that neither slips past the other. */
export type Columns<Row> = {
  readonly names: readonly string[];
  readonly cells: (row: Row) => readonly Cell[];
};

/** One column. */
export const column = <Row>(name: string, cell: (row: Row) => Cell): Columns<Row> => ({
  names: [name],
  cells: (row) => [cell(row)],
});

/** A date in its four columns. */
export const dated = <Row>(name: string, date: (row: Row) => Edtf | null): Columns<Row> => ({
  names: dateColumns(name),
  cells: (row) => dateCells(date(row)),
});

/** A table of these columns, from left to right, with a line for each row. */
export const tableOf = <Row>(rows: readonly Row[], columns: readonly Columns<Row>[]): Table => ({
  columns: columns.flatMap(({ names }) => names),
  rows: rows.map((row) => columns.flatMap(({ cells }) => cells(row))),
});

const asCell = (cell: Cell): CsvCell => (typeof cell === "boolean" ? (cell ? "yes" : "no") : cell);

/** As CSV: yes and no in words, what is absent empty. `left`: rows that are not in it, of which its last line tells. */
export const tableCsv = ({ columns, rows }: Table, left = 0): string =>
  printCsv([columns, ...rows.map((row) => row.map(asCell))]) + leftLine(left);

/** A file that lacks rows says so itself, in a line of one cell. */
const leftLine = (left: number): string =>
  left > 0 ? printCsvRow([`(${left.toLocaleString("en-GB")} more rows are not in this file)`]) : "";

/** The same with what it shows, from which record, and where it is found again. `left`: rows that are not in it. */
export function tableJson({ columns, rows }: Table, citable: Citable, left: number): string {
  const records = rows.map((row) => recordOf(columns, row));
  return `${JSON.stringify({ ...aboutOf(citable, left), rows: records }, null, 1)}\n`;
}

const aboutOf = (citable: Citable, left: number) => {
  const { title, shows, address, record } = citable;
  return { title, shows, record, address, cite: citeText(citable), left };
};
const recordOf = (columns: readonly string[], row: readonly Cell[]) =>
  Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null]));

/** A table whose rows come in parts, so that it can be long. `total`: how many there are, whether or not all are in it. */
export type LongTable = {
  readonly columns: readonly string[];
  readonly total: number;
  readonly parts: AsyncIterable<readonly (readonly Cell[])[]>;
};

/** `tableCsv`, piece by piece. */
export async function* longCsv({ columns, parts }: LongTable, left = 0): AsyncGenerator<string> {
  yield printCsv([columns]);
  for await (const rows of parts) yield rows.map((row) => printCsvRow(row.map(asCell))).join("");
  yield leftLine(left);
}

/** `tableJson`, piece by piece. */
export async function* longJson(
  { columns, parts }: LongTable,
  citable: Citable,
  left: number,
): AsyncGenerator<string> {
  yield `${JSON.stringify(aboutOf(citable, left), null, 1).slice(0, -2)},\n "rows": [`;
  let between = "\n  ";
  for await (const rows of parts) {
    for (const row of rows) {
      yield between + JSON.stringify(recordOf(columns, row), null, 1).replaceAll("\n", "\n  ");
      between = ",\n  ";
    }
  }
  yield "\n ]\n}\n";
}

/** A date in four cells: as written (EDTF), in words, its earliest and its latest day. An open end has no day. */
export const dateCells = (date: Edtf | null): readonly Cell[] => [
  date?.text ?? null,
  date && dateWords(date),
  date && !date.openStart && date.earliest !== DAY_MIN ? date.earliest : null,
  date && !date.openEnd && date.latest !== DAY_MAX ? date.latest : null,
];
/** The names of these four. */
export const dateColumns = (name: string): readonly string[] => [
  name,
  `${name}_words`,
  `${name}_earliest`,
  `${name}_latest`,
];
