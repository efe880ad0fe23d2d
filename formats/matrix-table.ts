import { marksOf, type StatusMatrix } from "@/domain/matrix";
import { DEAL_COLUMNS, dealCells } from "./list-tables";
import type { Table } from "./table";

/** The cells in sight, row by row; a deal without a status on the day has no status, no deal has no line. */
export const matrixCells = ({ columns, rows }: StatusMatrix): Table => ({
  columns: [
    ...DEAL_COLUMNS,
    "status",
    "certainty",
    "since",
    "certain_on_day",
    "disputed",
    "stale",
    "origins",
    "last_heard",
    "marks",
    "claim",
  ],
  rows: rows.flatMap(({ device, manufacturer, cells }) =>
    cells.flatMap((cell, i) => {
      const carrier = columns[i];
      if (!cell || !carrier) return [];
      const { state } = cell;
      return [
        [
          ...dealCells({ deal: cell.deal, device, maker: manufacturer, carrier }),
          state?.status ?? null,
          state?.certainty ?? null,
          state?.begins ?? null,
          state?.certain ?? null,
          state?.disputed ?? null,
          state?.stale ?? null,
          state?.origins ?? null,
          state?.heard ?? null,
          marksOf(state).join(" "),
          state?.claim ?? null,
        ],
      ];
    }),
  ),
});
