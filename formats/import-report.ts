import type { RowOutcome } from "@/domain/import";
import { printCsvRow } from "./csv";

/** Reports of an import as CSV: what became of each row; and the refused rows as they stood, to be mended and sent again. */

type Row = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly outcome: RowOutcome | null;
  readonly reason: string | null;
  readonly column: number | null;
};

const BOM = "\uFEFF";

/** What became of each row, in front of its cells. */
export async function* printReport(
  head: readonly string[],
  rows: AsyncIterable<Row>,
): AsyncGenerator<string> {
  yield BOM + printCsvRow(["line", "outcome", "reason", "column", ...head]);
  for await (const { line, outcome, reason, column, cells } of rows)
    yield printCsvRow([line, outcome ?? "", reason ?? "", column ?? "", ...cells]);
}

/** The refused rows under their own head, to be mended and sent again. */
export async function* printRefused(
  head: readonly string[] | null,
  rows: AsyncIterable<Row>,
): AsyncGenerator<string> {
  yield head ? BOM + printCsvRow(head) : BOM;
  for await (const { cells } of rows) yield printCsvRow(cells);
}
