import { TickWhole } from "@/components/choose/tick";
import type { MatrixColumn, StatusMatrix } from "@/domain/matrix";
import { countryName } from "@/formats/countries";
import { carrierPath } from "@/formats/paths";
import { headsOf, softened } from "./heads";
import { isFirst, isOnRecord, MatrixTableRow, type RowProps } from "./matrix-row";

type Props = Omit<RowProps, "row" | "columns" | "maker"> & {
  matrix: StatusMatrix;
  caption: string;
  /** Whether rows of one manufacturer stand under its name. */
  grouped: boolean;
};

/** A real table: devices down, carriers across, each deal a link that opens its claim beside the table. */
export function MatrixTable({ matrix, caption, grouped, ...shared }: Props) {
  const { query, carriedHref, choosing, takes = isOnRecord } = shared;
  const { columns, rows } = matrix;
  const names = headsOf(columns);
  return (
    <div className="mxw">
      <table className={choosing ? "mx ticked" : "mx"}>
        <caption className="sr-only">{caption}</caption>
        <colgroup>
          <col className="dv" />
          <col span={columns.length} />
          <col className="ct" />
        </colgroup>
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
                <a className="q" href={carrierPath(c.slug, query)} title={c.name}>
                  {softened(names[i] ?? c.name)}
                </a>
                {choosing && rows.some(({ cells }) => takes(cells[i] ?? null)) && (
                  <TickWhole of="column" value={c.slug} words={`All deals at ${c.name} in sight`} />
                )}
              </th>
            ))}
            <th scope="col" className="ct">
              carried
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <MatrixTableRow
              key={row.device.slug}
              {...{ ...shared, row, columns }}
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

function countryRuns(columns: readonly MatrixColumn[]): { country: string; span: number }[] {
  const runs: { country: string; span: number }[] = [];
  for (const { country } of columns) {
    const last = runs.at(-1);
    if (last?.country === country) last.span += 1;
    else runs.push({ country, span: 1 });
  }
  return runs;
}
