import { type StatusCounts, sumOf } from "@/domain/overview";
import { STATUSES } from "@/domain/status";
import { STATUS_WORDS } from "@/domain/words";
import type { Cell } from "@/formats/table";
import { BAR_ROW, BarsPlot, type Part } from "./bars-plot";
import { type Chart, THIRD } from "./chart";
import { STACK_ORDER, STATUS_FILL } from "./status-fill";

/** Things that are counted by status: a bar and a line of the table each. */
export type StatusRow = {
  readonly key: string;
  readonly label: string;
  /** What the table names it by, in the order of `names`; ids first. */
  readonly named: readonly Cell[];
  readonly counts: StatusCounts;
  /** What would fill the whole width. */
  readonly scale: number;
  /** Where all of it leads, or what `by` narrows it to. */
  readonly href: (more?: Readonly<Record<string, string>>) => string;
};

type Bars = Pick<Chart, "id" | "title" | "note" | "none"> & {
  readonly rows: readonly StatusRow[];
  readonly names: readonly string[];
  /** The parameter that a status narrows by, and what all of them are together. */
  readonly by?: string;
  readonly all?: string;
  readonly widths?: Chart["widths"];
};

/** Bars cut by status, and the same as a table with a number a status and their sum; each leads to what it counts. */
export function statusBars({
  rows,
  names,
  by = "status",
  all = "deals",
  widths = THIRD,
  ...head
}: Bars): Chart {
  return {
    ...head,
    widths,
    table: {
      columns: [...names, ...STATUSES, all],
      rows: rows.map(({ named, counts }) => [...named, ...STATUSES.map((s) => counts[s]), sumOf(counts)]),
    },
    href: (row, column) => {
      const of = rows[row];
      const status = STATUSES[column - names.length];
      if (!of || column < names.length) return null;
      if (status) return of.counts[status] > 0 ? of.href({ [by]: status }) : null;
      return sumOf(of.counts) > 0 ? of.href() : null;
    },
    draw: (width, linked) => ({
      height: BAR_ROW * Math.max(1, rows.length),
      content: (
        <BarsPlot
          width={width}
          label={labelOf(width)}
          rows={rows.map(({ key, label, counts, scale, href }) => ({
            key,
            label: shortened(label, Math.floor(labelOf(width) / 7)),
            parts: partsOf(counts, linked ? (status) => href({ [by]: status }) : null),
            scale,
            n: sumOf(counts),
            href: linked ? href() : null,
          }))}
        />
      ),
    }),
  };
}

const labelOf = (width: number): number => (width > 500 ? 168 : 128);
const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

const partsOf = (counts: StatusCounts, hrefOf: ((status: string) => string) | null): Part[] =>
  STACK_ORDER.map((status) => ({
    key: status,
    n: counts[status],
    words: STATUS_WORDS[status].word,
    fill: STATUS_FILL[status].fill,
    stroke: STATUS_FILL[status].stroke,
    dashed: status === "planned",
    href: hrefOf?.(status) ?? null,
  }));
