import { CELL_MARKS, type CellMark } from "@/domain/matrix";
import {
  CARRIER_KINDS,
  type CarrierKind,
  CERTAINTIES,
  type Certainty,
  REASONS,
  type Reason,
  STATUSES,
  type Status,
} from "@/domain/status";
import type { Params } from "./view";

/** What the matrix leaves in sight, and in which order; in the address, beside the three times. */
export type MatrixFilter = {
  readonly manufacturer: string | null;
  readonly country: string | null;
  readonly kind: CarrierKind | null;
  readonly status: Status | null;
  readonly certainty: Certainty | null;
  readonly reason: Reason | null;
  readonly mark: CellMark | null;
  /** Also devices with no deal at any carrier in sight. */
  readonly all: boolean;
  readonly sort: "name" | "change";
  readonly columns: 20 | 50 | 100;
  readonly page: number;
  readonly columnPage: number;
  /** The cell that is open: device and carrier, "huawei-mate-10-pro/verizon". */
  readonly cell: { readonly device: string; readonly carrier: string } | null;
};

const COLUMNS = [20, 50, 100] as const;

/** Never fails: what cannot be read counts as absent. */
export function readMatrixFilter(params: Params): MatrixFilter {
  const text = (name: string): string | null => {
    const value = params[name];
    return typeof value === "string" && value !== "" && value.length <= 200 ? value : null;
  };
  const one = <T extends string>(name: string, of: readonly T[]): T | null =>
    of.find((value) => value === text(name)) ?? null;
  const slug = (name: string) => (/^[a-z0-9-]{1,100}$/.test(text(name) ?? "") ? text(name) : null);
  const count = (name: string) => (/^[1-9]\d{0,5}$/.test(text(name) ?? "") ? Number(text(name)) : 1);
  const [device = "", carrier = ""] = (text("cell") ?? "").split("/");
  return {
    manufacturer: slug("manufacturer"),
    country: /^[A-Z]{2}$/.test(text("country") ?? "") ? text("country") : null,
    kind: one("kind", CARRIER_KINDS),
    status: one("status", STATUSES),
    certainty: one("certainty", CERTAINTIES),
    reason: one("reason", REASONS),
    mark: one("mark", CELL_MARKS),
    all: text("rows") === "all",
    sort: text("sort") === "change" ? "change" : "name",
    columns: COLUMNS.find((n) => String(n) === text("columns")) ?? 20,
    page: count("page"),
    columnPage: count("cpage"),
    cell: device && carrier ? { device, carrier } : null,
  };
}

/** The parameters that lead back to this filter, defaults left out. `parse(print(f))` is `f`. */
export function printMatrixFilter(f: MatrixFilter): Record<string, string> {
  const all: Record<string, string | null> = {
    manufacturer: f.manufacturer,
    country: f.country,
    kind: f.kind,
    status: f.status,
    certainty: f.certainty,
    reason: f.reason,
    mark: f.mark,
    rows: f.all ? "all" : null,
    sort: f.sort === "name" ? null : f.sort,
    columns: f.columns === 20 ? null : String(f.columns),
    page: f.page === 1 ? null : String(f.page),
    cpage: f.columnPage === 1 ? null : String(f.columnPage),
    cell: f.cell && `${f.cell.device}/${f.cell.carrier}`,
  };
  return Object.fromEntries(Object.entries(all).filter((e): e is [string, string] => e[1] !== null));
}
