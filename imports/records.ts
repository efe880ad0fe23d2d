/** One row of a file as it stands there; `problem` says why it cannot be read as one. */
export type FileRecord = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problem?: { readonly column?: number; readonly message: string };
};

/** Several values in one cell, where the format has lists: one a line. In tables people separate them by semicolons. */
export const joinList = (values: readonly string[]): string => values.join("\n");
export const splitList = (cell: string): string[] =>
  cell
    .split(cell.includes("\n") ? "\n" : ";")
    .map((value) => value.trim())
    .filter((value) => value !== "");
