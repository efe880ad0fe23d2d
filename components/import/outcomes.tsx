import Link from "next/link";
import { type ImportSummary, ROW_OUTCOMES, type RowOutcome } from "@/domain/import";
import { OUTCOME_WORDS } from "@/domain/import-words";
import { importPath } from "@/formats/paths";

type Props = { run: string; summary: ImportSummary; shown: RowOutcome | null };

/** How many rows came to what; each number opens its rows. */
export function Outcomes({ run, summary, shown }: Props) {
  return (
    <table className="outcomes">
      <thead>
        <tr>
          <th className="num">Rows</th>
          <th>Outcome</th>
          <th>Meaning</th>
        </tr>
      </thead>
      <tbody>
        {ROW_OUTCOMES.filter((outcome) => summary.outcomes[outcome] > 0).map((outcome) => (
          <tr key={outcome} className={outcome === shown ? "sel" : undefined}>
            <td className="num">
              <Link href={`${importPath(run, { show: outcome })}#rows`} prefetch={false}>
                {summary.outcomes[outcome].toLocaleString("en-GB")}
              </Link>
            </td>
            <th scope="row">{OUTCOME_WORDS[outcome].word}</th>
            <td className="dim">They {OUTCOME_WORDS[outcome].says}.</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
