import Link from "next/link";
import type { ComponentProps } from "react";
import { counted } from "@/components/timeline/words";
import { Section } from "@/components/ui/section";
import { changesNothing, type ImportSummary, type RowOutcome } from "@/domain/import";
import { listSentence, OUTCOME_WORDS } from "@/domain/import-words";
import { RULES } from "@/domain/rules/all";
import type { Mapping } from "@/formats/import-presets";
import { batchesPath, importFilePath, importPath } from "@/formats/paths";
import { Confirm, Handed } from "./confirm";
import type { ImportAction } from "./import-form";
import { Outcomes } from "./outcomes";
import { Questions } from "./questions";
import { Rows } from "./rows";

export type ReportedRow = ComponentProps<typeof Rows>["rows"][number];
export type Asked = {
  readonly kinds: ComponentProps<typeof Questions>["kinds"];
  readonly shown: ComponentProps<typeof Questions>["shown"];
};

type Props = {
  run: string;
  summary: ImportSummary;
  mapping: Mapping | null;
  /** It waits for a person; else it is over, and this is what it did. */
  waits: boolean;
  own: boolean;
  /** Whoever looks may give the word for what somebody else brought. */
  second: boolean;
  options: { readonly handed: boolean; readonly askedBy: string | null };
  asked: Asked | null;
  rows: readonly ReportedRow[];
  more: boolean;
  shown: RowOutcome | null;
  action: ImportAction;
};

/** What a dry run found or an import did: in numbers beside, with the word to go; questions and rows in the main column. */
export function Report(props: Props) {
  const { run, summary, mapping, options, waits, own, second, asked, rows, more, shown, action } = props;
  const list = listSentence(summary);
  return (
    <div className="split report">
      <aside className="panel" aria-labelledby="report">
        <div>
          <h2 id="report">
            Report <span className="count">{summary.rows.toLocaleString("en-GB")}</span>
          </h2>
          <Outcomes run={run} summary={summary} shown={shown} />
          {list && <p className="dim">{list}</p>}
          <Broken broken={summary.broken ?? {}} />
          <Files run={run} refused={summary.outcomes.refused} />
          {!waits && !changesNothing(summary) && (
            <p>
              It is one batch: <Link href={batchesPath()}>undo it as a whole</Link>.
            </p>
          )}
          {waits && own && mapping && !options.handed && (
            <p>
              <Link href={importPath(run, { what: mapping.preset ?? mapping.kind })} prefetch={false}>
                Read its columns another way
              </Link>
            </p>
          )}
        </div>
        {waits && options.handed && (
          <div>
            <Handed
              run={run}
              summary={summary}
              askedBy={options.askedBy}
              second={second}
              own={own}
              action={action}
            />
          </div>
        )}
        {waits && own && !options.handed && (
          <div>
            <Confirm run={run} summary={summary} action={action} />
          </div>
        )}
      </aside>
      <div className="main">
        {asked && asked.kinds.length > 0 && own && !options.handed && (
          <Section
            id="questions"
            title="Questions"
            {...(summary.open > 0 ? { count: summary.open } : { note: "All are answered." })}
          >
            <Questions run={run} kinds={asked.kinds} shown={asked.shown} action={action} />
          </Section>
        )}
        <Section
          id="rows"
          title={shown ? `Rows: ${OUTCOME_WORDS[shown].word}` : "Rows"}
          count={shown ? summary.outcomes[shown] : summary.rows}
          {...(shown && {
            right: (
              <Link href={`${importPath(run)}#rows`} prefetch={false}>
                All rows
              </Link>
            ),
          })}
        >
          {rows.length > 0 ? (
            <Rows run={run} rows={rows} shown={shown} more={more} />
          ) : (
            <p className="dim">
              {summary.rows === 0
                ? "There is no row below the head."
                : "The rows of this report are kept no longer."}
            </p>
          )}
        </Section>
      </div>
    </div>
  );
}

/** What could be better about what is taken; afterwards it stands under what needs attention. */
function Broken({ broken }: { broken: Readonly<Record<string, number>> }) {
  const rules = RULES.filter((r) => (broken[r.code] ?? 0) > 0);
  if (rules.length === 0) return null;
  return (
    <>
      <h3>Could be better</h3>
      <ul>
        {rules.map(({ code, says }) => (
          <li key={code} className="advice">
            {counted(broken[code] ?? 0, "claim")}, against: {says}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The report to take away. Files, not pages: no script may fetch them as one. */
function Files({ run, refused }: { run: string; refused: number }) {
  return (
    <ul>
      <li>
        <a href={importFilePath(run, "report.csv")} download>
          Download the report
        </a>
      </li>
      {refused > 0 && (
        <li>
          <a href={importFilePath(run, "refused.csv")} download>
            Download the refused rows, to be mended
          </a>
        </li>
      )}
    </ul>
  );
}
