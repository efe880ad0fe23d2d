import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { exportFilePath } from "@/formats/paths";

type Props = {
  /** Tables that this person may have. */
  tables: readonly string[];
  /** How many there are beyond these. */
  left: number;
  /** Rows at most; null: all. */
  limit: number | null;
  /** It can be restored into an empty record. */
  whole: boolean;
};

/** The record to take away, as it is at this moment. */
export function ExportPage({ tables, left, limit, whole }: Props) {
  const most = limit?.toLocaleString("en-GB");
  return (
    <>
      <PageHead
        title="Export"
        lead={
          limit
            ? `The record as it is at this moment, the first ${most} rows. Sign in to take all of it.`
            : "The record as it is at this moment, whole: claims with both times, their evidence, sources with their versions, corrections and retractions."
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
            One line a row; the last line says how many rows each table has and what they hash to.{" "}
            {whole
              ? "With the audit trail: npm run restore reads it into an empty record, hash for hash."
              : "Without the audit trail, which is an admin’s."}
          </p>
        </Section>
        <Section id="tables" title="One table at a time, as CSV" count={tables.length}>
          <ul className="files">
            {tables.map((name) => (
              <li key={name}>
                <a href={exportFilePath(`${name}.csv`)} download>
                  {name}.csv
                </a>
              </li>
            ))}
          </ul>
          {left > 0 && (
            <p className="dim">
              {left} more {left === 1 ? "table is" : "tables are"} for people with other rights.
            </p>
          )}
          <p className="dim">
            An empty cell is nothing, a quoted empty one an empty text. A cell that a spreadsheet would run
            has an apostrophe in front.
          </p>
        </Section>
      </div>
    </>
  );
}
