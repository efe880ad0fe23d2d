import type { Id } from "./claims";
import { type Day, daysBetween } from "./edtf";
import type { CarrierKind, Certainty, Status } from "./status";

/** Devices × carriers on a day: what the matrix page shows. */

/** A deal of the matrix. `state` null: nothing says that it had a status on the day. */
export type MatrixCell = {
  readonly deal: Id;
  readonly state: CellState | null;
};
export type CellState = {
  readonly claim: Id;
  readonly status: Status;
  readonly certain: boolean;
  readonly certainty: Certainty;
  readonly disputed: boolean;
  readonly origins: number;
  readonly begins: Day;
  /** The last publication about the deal. */
  readonly heard: Day;
  readonly stale: boolean;
  /** The filter wants it; the others stay in sight, faded. */
  readonly wanted: boolean;
};

export type MatrixColumn = {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly country: string;
  readonly kind: CarrierKind;
  /** Deals in which the carrier sells a device of the filter on that day. */
  readonly carried: number;
};
export type MatrixRow = {
  readonly device: { readonly slug: string; readonly name: string };
  readonly manufacturer: { readonly slug: string; readonly name: string };
  /** In the order of the columns; null: no deal on record. */
  readonly cells: readonly (MatrixCell | null)[];
  /** Carriers of the filter, in sight or not, that sell the device on that day. */
  readonly carried: number;
};

/** Deals at the carriers in sight that look alike to the legend. Without a status nothing else is said of them. */
export type CellGroup = {
  readonly status: Status | null;
  readonly single: boolean | null;
  readonly disputed: boolean | null;
  readonly certain: boolean | null;
  readonly stale: boolean | null;
  /** They have the certainty and the reason that the filter asks for. */
  readonly fits: boolean;
  readonly deals: number;
};

export type StatusMatrix = {
  /** Of all devices of the filter, in sight or not. */
  readonly groups: readonly CellGroup[];
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  /** Devices and carriers of the filter, in sight or not. */
  readonly devices: number;
  readonly carriers: number;
  readonly page: number;
  readonly pages: number;
  readonly columnPage: number;
  readonly columnPages: number;
  /** What the filter's fields offer. */
  readonly manufacturers: readonly { readonly slug: string; readonly name: string }[];
  readonly countries: readonly string[];
};

/** Corner marks. `single`: it rests on one origin and is not confirmed · `none`: a deal without a status on that day. */
export const CELL_MARKS = ["single", "disputed", "uncertain", "stale", "none"] as const;
export type CellMark = (typeof CELL_MARKS)[number];

export function marksOf(state: CellState | null): CellMark[] {
  if (state === null) return ["none"];
  const single = state.origins === 1 && (state.certainty === "reported" || state.certainty === "rumoured");
  return [
    ...(single ? (["single"] as const) : []),
    ...(state.disputed ? (["disputed"] as const) : []),
    ...(state.certain ? [] : (["uncertain"] as const)),
    ...(state.stale ? (["stale"] as const) : []),
  ];
}

/** Full years since anything was heard of the deal; 0 under one. */
export const yearsSilent = ({ heard }: CellState, on: Day): number =>
  Math.max(0, Math.floor(daysBetween(heard, on) / 365.25));

export type MatrixCounts = {
  /** Deals that the filter finds. */
  readonly deals: number;
  /** What choosing a status or mark in the legend finds: in place of the one that is chosen, beside the other. */
  readonly of: Readonly<Partial<Record<Status | CellMark, number>>>;
};

const marksIn = ({ status, single, disputed, certain, stale }: CellGroup): readonly CellMark[] =>
  CELL_MARKS.filter(
    (mark) =>
      ({ single, disputed, uncertain: certain === false, stale, none: status === null })[mark] === true,
  );

/** What the lead and the legend say of the deals at the carriers in sight, on whatever page their devices stand. */
export function matrixCounts(
  groups: readonly CellGroup[],
  { status, mark }: { readonly status: Status | null; readonly mark: CellMark | null },
): MatrixCounts {
  const of: Partial<Record<Status | CellMark, number>> = {};
  const add = (key: Status | CellMark, deals: number) => {
    of[key] = (of[key] ?? 0) + deals;
  };
  let found = 0;
  for (const group of groups.filter(({ fits }) => fits)) {
    const marks = marksIn(group);
    const [isStatus, isMark] = [!status || group.status === status, !mark || marks.includes(mark)];
    if (isStatus && isMark) found += group.deals;
    if (group.status && isMark) add(group.status, group.deals);
    if (isStatus) for (const one of marks) add(one, group.deals);
  }
  return { deals: found, of };
}

/** Columns grouped by country: the country of the most deals first, carriers in the order given within. */
export function byCountryGroups<C extends { readonly country: string }>(columns: readonly C[]): C[] {
  const order = [...new Set(columns.map((c) => c.country))];
  return order.flatMap((country) => columns.filter((c) => c.country === country));
}
