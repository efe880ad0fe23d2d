import type { MatrixCell, StatusMatrix } from "@/domain/matrix";
import { printPlace } from "@/formats/choice";
import type { MatrixFilter } from "@/formats/matrix-query";

/**
 * Whether the boxes of rows, columns and the page take a cell: a deal on record that the filter finds. Others are ticked one
 * by one.
 */
export function isTaken(cell: MatrixCell | null, { status, certainty, reason, mark }: MatrixFilter): boolean {
  if (cell === null) return false;
  if (cell.state !== null) return cell.state.wanted;
  return mark === "none" || [status, certainty, reason, mark].every((one) => one === null);
}

/** The places of the cells that they take. */
export function placesTaken(matrix: StatusMatrix, filter: MatrixFilter): readonly string[] {
  return placesOf(matrix, (cell) => isTaken(cell, filter));
}

/** Every cell has a box. */
export const placesInSight = (matrix: StatusMatrix): readonly string[] => placesOf(matrix, () => true);

const placesOf = ({ rows, columns }: StatusMatrix, wanted: (cell: MatrixCell | null) => boolean) =>
  rows.flatMap(({ device, cells }) =>
    cells.flatMap((cell, i) => {
      const carrier = columns[i]?.slug;
      return carrier && wanted(cell) ? [printPlace({ device: device.slug, carrier })] : [];
    }),
  );
