import Link from "next/link";
import type { RowOutcome } from "@/domain/import";
import { OUTCOME_WORDS } from "@/domain/import-words";
import { importPath } from "@/formats/paths";

type Row = {
  readonly n: number;
  readonly line: number;
  readonly cells: readonly string[];
  readonly outcome: RowOutcome | null;
  readonly reason: string | null;
  readonly column: number | null;
  /** The thing of the record that it is about, once there is one. */
  readonly href: string | null;
};
type Props = { run: string; rows: readonly Row[]; shown: RowOutcome | null; more: boolean };

/** Rows of the file with what becomes of them and why. */
export function Rows({ run, rows, shown, more }: Props) {
  const last = rows.at(-1);
  return (
    <>
      <table className="stack">
        <thead>
          <tr>
            <th className="num">Line</th>
            <th>Outcome</th>
            <th>Why</th>
            <th>The row</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.n}>
              <td data-label="Line" className="num">
                {row.line.toLocaleString("en-GB")}
              </td>
              <th scope="row">{row.outcome ? OUTCOME_WORDS[row.outcome].word : ""}</th>
              <td data-label="Why">
                {row.column !== null && <span className="dim3">Column {row.column}: </span>}
                {row.href ? (
                  <Link href={row.href} prefetch={false}>
                    {row.reason}
                  </Link>
                ) : (
                  row.reason
                )}
              </td>
              <td data-label="The row" className="dim cells">
                {row.cells
                  .filter((cell) => cell !== "")
                  .map((cell) => (cell.length > 60 ? `${cell.slice(0, 59)}…` : cell))
                  .join(" · ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more && last && (
        <p className="pager">
          <Link
            className="btn"
            href={`${importPath(run, { show: shown, after: last.n })}#rows`}
            prefetch={false}
          >
            Next rows
          </Link>
        </p>
      )}
    </>
  );
}
