import Link from "next/link";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { EXPORT_GROUPS } from "@/formats/export-words";
import { exportFilePath, signInPath } from "@/formats/paths";

type Props = {
  /** Tables that this person may have. */
  tables: readonly string[];
  /** How many there are beyond these. */
  left: number;
  /** Rows at most; null: all. */
  limit: number | null;
  /** It can be restored into an empty record. */
  whole: boolean;
  /** Where signing in comes back to. */
  path: string;
};

/** The record to take away, as it is at this moment. */
export function ExportPage({ tables, left, limit, whole, path }: Props) {
  return (
    <>
      <PageHead
        title="Export"
        lead={
          limit ? (
            <>
              The record as it is at this moment, the first {limit.toLocaleString("en-GB")} rows.{" "}
              <Link href={signInPath(path)} prefetch={false}>
                Sign in
              </Link>{" "}
              to take all of it.
            </>
          ) : (
            "The record as it is at this moment, whole: claims with all their times, evidence, sources in all versions, corrections and retractions."
          )
        }
      />
      <div className="wrap">
        <Section id="all" title="Everything in one file">
          <p className="actions">
            {/* Files, not pages: no script may fetch them as one. */}
            <a className="btn p" href={exportFilePath("rangebook.ndjson")} download>
              Download as NDJSON
            </a>
          </p>
          <p className="dim">
            One line a row, made while it is sent; the last line says how many rows each table has and what
            they hash to, so that a file that was cut short shows.{" "}
            {whole
              ? "The audit trail is in it: npm run restore reads it into an empty record, hash for hash."
              : "The audit trail is not in it: that is an admin’s to take."}{" "}
            E-mail addresses, passwords, sessions and links are in no export.
          </p>
        </Section>
        <Section id="tables" title="One table at a time, as CSV" count={tables.length}>
          <p className="dim">
            An empty cell is nothing, a quoted empty one an empty text. A cell that a spreadsheet would run
            has an apostrophe in front.
            {left > 0 &&
              ` ${left} more ${left === 1 ? "table is" : "tables are"} for people with other rights.`}
          </p>
          <div className="halves">
            {EXPORT_GROUPS.map((group) => (
              <Group key={group.title} {...group} may={tables} />
            ))}
          </div>
        </Section>
      </div>
    </>
  );
}

function Group({ title, tables, may }: (typeof EXPORT_GROUPS)[number] & { may: readonly string[] }) {
  const shown = tables.filter(([name]) => may.includes(name));
  if (shown.length === 0) return null;
  return (
    <table className="exported">
      <caption>{title}</caption>
      <thead className="sr-only">
        <tr>
          <th>File</th>
          <th>Holds</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(([name, holds]) => (
          <tr key={name}>
            <th scope="row">
              <a href={exportFilePath(`${name}.csv`)} download>
                {name}.csv
              </a>
            </th>
            <td className="dim">{holds}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
