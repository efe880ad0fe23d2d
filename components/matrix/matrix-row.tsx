import { Tick, TickWhole } from "@/components/choose/tick";
import { StatusMark } from "@/components/status/status-mark";
import type { Day } from "@/domain/edtf";
import {
  type CellState,
  type MatrixCell,
  type MatrixColumn,
  type MatrixRow,
  marksOf,
  yearsSilent,
} from "@/domain/matrix";
import { STATUS_WORDS } from "@/domain/words";
import type { Choosing } from "@/formats/choice";
import { devicePath, manufacturerPath, type Query } from "@/formats/paths";
import { cellWords } from "./words";

export type RowProps = {
  row: MatrixRow;
  columns: readonly MatrixColumn[];
  on: Day;
  query: Query;
  /** The open cell: "device/carrier"; null: none. */
  open: string | null;
  hrefOf: (device: string, carrier: string) => string;
  /** The deals that a number counts. */
  carriedHref: (of: { device?: string; carrier?: string }) => string;
  /** Deals are ticked instead of opened; null: they are opened. */
  choosing: Choosing | null;
  /** Whether the boxes of a row, a column and the page take a cell. */
  takes?: (cell: MatrixCell | null) => boolean;
  /** Whether the maker's name stands before the first of its devices. */
  maker: boolean;
};

/** A device: its deals in the order of the columns, each a link that opens its claim, or a box. */
export function MatrixTableRow(props: RowProps) {
  const { row, columns, maker, on, query, open, hrefOf, carriedHref, choosing, takes = isOnRecord } = props;
  const { device, manufacturer, cells, carried } = row;
  return (
    <tr className={maker ? "g" : undefined}>
      <th scope="row">
        {choosing && cells.some(takes) && (
          <TickWhole of="row" value={device.slug} words={`All deals of ${device.name} in sight`} />
        )}
        <a
          className={maker ? "maker" : "maker off"}
          href={manufacturerPath(manufacturer.slug, query)}
          title={manufacturer.name}
        >
          {manufacturer.name}
        </a>{" "}
        <a href={devicePath(device.slug, query)} title={device.name}>
          {shortName(device.name, manufacturer.name)}
        </a>
      </th>
      {cells.map((cell, i) => {
        const column = columns[i];
        if (!column) return null;
        const first = isFirst(columns, i) ? "f" : "";
        if (choosing)
          return (
            <TickedCell
              key={column.slug}
              {...{ row, column, cell, on, first, choosing }}
              alone={!takes(cell)}
            />
          );
        if (!cell) return <td key={column.slug} className={first || undefined} />;
        const address = `${device.slug}/${column.slug}`;
        const here = address === open;
        return (
          <td key={column.slug} className={classOf(cell.state, first, here)}>
            <a
              href={hrefOf(device.slug, column.slug)}
              aria-label={`${column.name}: ${cellWords(cell.state, on)}`}
              aria-current={here || undefined}
              data-cell={address}
              data-c={column.name}
            >
              {cell.state ? <Mark state={cell.state} on={on} /> : "·"}
            </a>
          </td>
        );
      })}
      <td className="ct" data-says={carried === 1 ? " carries it" : " carry it"}>
        {carried > 0 && (
          <a
            href={carriedHref({ device: device.slug })}
            aria-label={`carried by ${carried} of all carriers of the filter`}
          >
            {carried}
          </a>
        )}
      </td>
    </tr>
  );
}

type TickedProps = {
  row: MatrixRow;
  column: MatrixColumn;
  cell: MatrixCell | null;
  on: Day;
  first: string;
  choosing: Choosing;
  alone: boolean;
};

function TickedCell({ row: { device }, column, cell, on, first, choosing, alone }: TickedProps) {
  const place = { device: device.slug, carrier: column.slug };
  const words = `${device.name} at ${column.name}: ${cell ? cellWords(cell.state, on) : "nothing recorded"}`;
  return (
    <td className={cell ? classOf(cell.state, first, false) : `new ${first}`}>
      <Tick {...{ place, words, choosing, alone }} column={column.name}>
        {cell && (cell.state ? <Mark state={cell.state} on={on} /> : "·")}
      </Tick>
    </td>
  );
}

function Mark({ state, on }: { state: CellState; on: Day }) {
  return (
    <>
      <StatusMark status={state.status} />
      {STATUS_WORDS[state.status].letter}
      {state.stale && <i data-years={`${yearsSilent(state, on)}y`} />}
    </>
  );
}

/** The status in the class gives the wash; a stale one has none, a cell that the filter does not want is faded. */
function classOf(state: CellState | null, first: string, here: boolean): string {
  const marks = marksOf(state);
  const named = state === null ? "no" : state.stale ? "sl" : `w-${state.status}`;
  const corner = marks.filter((m) => m !== "none" && m !== "stale").map((m) => `m-${m}`);
  const faded = state !== null && !state.wanted ? "faded" : "";
  return [named, ...corner, first, here ? "here" : "", faded].filter(Boolean).join(" ");
}

export const isOnRecord = (cell: MatrixCell | null): boolean => cell !== null;

export const isFirst = (columns: readonly MatrixColumn[], i: number) =>
  columns[i - 1]?.country !== columns[i]?.country;

/** "Huawei Mate 10 Pro" under Huawei is "Mate 10 Pro"; "Alcatel Idol 4S" under Alcatel (TCL brand) is "Idol 4S". */
function shortName(device: string, maker: string): string {
  const brand = maker.replace(/ \(.*\)$/, "");
  return device.startsWith(`${brand} `) ? device.slice(brand.length + 1) : device;
}
