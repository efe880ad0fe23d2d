import { type CellState, marksOf, type StatusMatrix } from "@/domain/matrix";
import { DEAL_COLUMNS } from "./list-tables";
import { type Cell, type Columns, column, type Table, tableOf } from "./table";

type Line = Parameters<typeof DEAL_COLUMNS.cells>[0] & { readonly state: CellState | null };

/** The cells in sight, row by row; a deal without a status on the day has no status, no deal has no line. */
export function matrixCells({ columns, rows }: StatusMatrix): Table {
  const lines = rows.flatMap(({ device, manufacturer, cells }) =>
    cells.flatMap((cell, i): Line[] => {
      const carrier = columns[i];
      return cell && carrier
        ? [{ deal: cell.deal, device, maker: manufacturer, carrier, state: cell.state }]
        : [];
    }),
  );
  const state = (name: string, cell: (state: CellState) => Cell): Columns<Line> =>
    column(name, (line) => line.state && cell(line.state));
  return tableOf(lines, [
    DEAL_COLUMNS,
    state("status", ({ status }) => status),
    state("certainty", ({ certainty }) => certainty),
    state("since", ({ begins }) => begins),
    state("certain_on_day", ({ certain }) => certain),
    state("disputed", ({ disputed }) => disputed),
    state("stale", ({ stale }) => stale),
    state("origins", ({ origins }) => origins),
    state("last_heard", ({ heard }) => heard),
    column("marks", (line) => marksOf(line.state).join(" ")),
    state("claim", ({ claim }) => claim),
  ]);
}
