import type { ChangeRow, RowGroup } from "./change-rows";
import { REASON_WORDS } from "./words";

export const CHANGE_GROUPS = ["manufacturer", "carrier", "reason"] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

/** A reason's name as a heading; null: no reason was given. */
export const reasonName = (reason: string | null): string =>
  reason === null
    ? "no reason given"
    : (Object.entries(REASON_WORDS).find(([key]) => key === reason)?.[1] ?? reason);

/** A line of a list in its group. `total`: how many lines the group has on all pages. */
export type PlacedRow = Omit<RowGroup, "rows"> & { readonly row: ChangeRow };

/** Lines in the order of their groups, as groups. */
export function inGroups(lines: readonly PlacedRow[]): RowGroup[] {
  const groups: (RowGroup & { readonly rows: ChangeRow[] })[] = [];
  for (const { row, ...place } of lines) {
    const last = groups.at(-1);
    if (last && last.key === place.key) last.rows.push(row);
    else groups.push({ ...place, rows: [row] });
  }
  return groups;
}
