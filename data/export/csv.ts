import { arm } from "@/formats/csv";
import type { ExportPart, ExportRow } from "./dump";

/**
 * A table as CSV that comes back as it went out: what is not there is an empty cell, an empty text is a quoted one, and
 * what would run in a spreadsheet is disarmed (formats/csv.ts).
 */
export async function* csvOf(
  { columns, rows }: Omit<ExportPart, "table">,
  limit: number | null = null,
): AsyncGenerator<string> {
  yield `\uFEFF${columns.map((c) => c.name).join(",")}\r\n`;
  let left = limit ?? Number.POSITIVE_INFINITY;
  for await (const row of rows) {
    if (left-- === 0) return;
    yield csvRow(row);
  }
}

const csvRow = ({ cells }: ExportRow): string => `${cells.map(cellOf).join(",")}\r\n`;

function cellOf(cell: string | null): string {
  if (cell === null) return "";
  const text = arm(cell);
  return text === "" || /[",\r\n]/.test(text) || text !== text.trim()
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}
