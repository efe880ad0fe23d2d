import { dayWords } from "@/domain/date-words";
import type { Cell } from "@/formats/table";
import type { Chart } from "./chart";

const heading = (column: string): string => column.replaceAll("_", " ").replace("retail-only", "retail only");

function said(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return cell.toLocaleString("en-GB");
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  return /^\d{4}-\d{2}-\d{2}$/.test(cell) ? dayWords(cell) : cell;
}

/** The numbers of a chart as a table, each leading to what it counts. */
export function DataTable({ chart: { title, table, href, brief } }: { chart: Chart }) {
  const rows = [...table.rows.entries()].filter(([i]) => !brief || brief.shows(i));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
    <section className="tw" aria-label={`${title}, as a table`} tabIndex={0}>
      <table className="data">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col" className="num">
                {heading(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([i, row]) => (
            <tr key={row.slice(0, 2).join(" ")}>
              {row.map((cell, j) => {
                const to = href(i, j);
                const text = to ? <a href={to}>{said(cell)}</a> : said(cell);
                const key = table.columns[j];
                if (j === 0)
                  return (
                    <th key={key} scope="row">
                      {text}
                    </th>
                  );
                return (
                  <td key={key} className={typeof cell === "number" ? "num" : undefined}>
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {brief && <p className="dim sm">{brief.says}</p>}
    </section>
  );
}
