import Link from "next/link";
import { StatusMark } from "@/components/status/status-mark";
import type { Day } from "@/domain/edtf";
import {
  type CellState,
  type MatrixColumn,
  type MatrixRow,
  marksOf,
  type StatusMatrix,
  yearsSilent,
} from "@/domain/matrix";
import { STATUS_WORDS } from "@/domain/words";
import { countryName } from "@/formats/countries";
import { carrierPath, devicePath, manufacturerPath, type Query } from "@/formats/paths";
import { cellWords } from "./words";

type Props = {
  matrix: StatusMatrix;
  on: Day;
  query: Query;
  caption: string;
  /** The open cell: "device/carrier"; null: none. */
  open: string | null;
  /** Whether rows of one manufacturer stand under its name. */
  grouped: boolean;
  hrefOf: (device: string, carrier: string) => string;
  /** The deals that a number counts. */
  carriedHref: (of: { device?: string; carrier?: string }) => string;
};

/** A real table: devices down, carriers across, each deal a link that opens its claim beside the table. */
export function MatrixTable({ matrix, on, query, caption, open, grouped, hrefOf, carriedHref }: Props) {
  const { columns, rows } = matrix;
  return (
    <div className="mxw">
      <table className="mx">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="c">
            <td />
            {countryRuns(columns).map(({ country, span }) => (
              <th key={country} scope="colgroup" colSpan={span} className="f" title={countryName(country)}>
                {countryName(country)}
              </th>
            ))}
            <td className="ct" />
          </tr>
          <tr>
            <th scope="col" className="corner">
              {rows.length} of {matrix.devices.toLocaleString("en-GB")} devices
            </th>
            {columns.map((c, i) => (
              <th key={c.slug} scope="col" className={isFirst(columns, i) ? "f" : undefined}>
                <Link prefetch={false} className="q" href={carrierPath(c.slug, query)}>
                  {c.name}
                </Link>
              </th>
            ))}
            <th scope="col" className="ct">
              carried
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <Row
              key={row.device.slug}
              {...{ row, columns, on, query, open, hrefOf, carriedHref }}
              maker={!grouped || rows[i - 1]?.manufacturer.slug !== row.manufacturer.slug}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">carried at this carrier</th>
            {columns.map((c, i) => (
              <td key={c.slug} className={isFirst(columns, i) ? "f" : undefined}>
                {c.carried > 0 && (
                  <a
                    href={carriedHref({ carrier: c.slug })}
                    aria-label={`${c.carried} carried at ${c.name}, of all devices of the filter`}
                  >
                    {c.carried.toLocaleString("en-GB")}
                  </a>
                )}
              </td>
            ))}
            <td className="ct" />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

type RowProps = Pick<Props, "on" | "query" | "open" | "hrefOf" | "carriedHref"> & {
  row: MatrixRow;
  columns: readonly MatrixColumn[];
  maker: boolean;
};

function Row({ row, columns, maker, on, query, open, hrefOf, carriedHref }: RowProps) {
  const { device, manufacturer, cells, carried } = row;
  return (
    <tr className={maker ? "g" : undefined}>
      <th scope="row">
        <a className={maker ? "maker" : "maker off"} href={manufacturerPath(manufacturer.slug, query)}>
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
      <td className="ct">
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

const isFirst = (columns: readonly MatrixColumn[], i: number) =>
  columns[i - 1]?.country !== columns[i]?.country;

function countryRuns(columns: readonly MatrixColumn[]): { country: string; span: number }[] {
  const runs: { country: string; span: number }[] = [];
  for (const { country } of columns) {
    const last = runs.at(-1);
    if (last?.country === country) last.span += 1;
    else runs.push({ country, span: 1 });
  }
  return runs;
}

/** "Huawei Mate 10 Pro" under Huawei is "Mate 10 Pro"; "Alcatel Idol 4S" under Alcatel (TCL brand) is "Idol 4S". */
function shortName(device: string, maker: string): string {
  const brand = maker.replace(/ \(.*\)$/, "");
  return device.startsWith(`${brand} `) ? device.slice(brand.length + 1) : device;
}
