import Link from "next/link";
import { instantWords } from "@/domain/date-words";
import { type ImportState, type ImportSummary, isFinished } from "@/domain/import";
import { counted, effectSentence } from "@/domain/import-words";
import { importPath } from "@/formats/paths";
import { stateWords } from "./facts";
import { type ImportAction, ImportForm } from "./import-form";

export type ListedImport = {
  readonly id: string;
  readonly fileName: string;
  readonly startedBy: { readonly id: string; readonly name: string };
  readonly startedAt: string;
  readonly state: ImportState;
  readonly summary: ImportSummary | null;
  readonly problem: { readonly message: string } | null;
  readonly options: { readonly handed: boolean };
};

type Props = {
  runs: readonly ListedImport[];
  /** The person who looks, and what their buttons do; without it the list has none. */
  cancel?: { readonly self: string; readonly action: ImportAction };
};

/** Files that came, newest first: who brought them and what became of them. */
export function ImportList({ runs, cancel }: Props) {
  return (
    <table className="stack">
      <thead>
        <tr>
          <th>File</th>
          <th>Came</th>
          <th>By</th>
          <th>State</th>
          <th className="num">Rows</th>
          <th>Outcome</th>
          <th>
            <span className="sr-only">Cancel</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row">
              <Link href={importPath(run.id)} prefetch={false}>
                {run.fileName}
              </Link>
            </th>
            <td data-label="Came" className="nw">
              {instantWords(run.startedAt)}
            </td>
            <td data-label="By">{run.startedBy.name}</td>
            <td data-label="State">{stateWords(run)}</td>
            <td data-label="Rows" className="num">
              {run.summary ? (
                run.summary.rows.toLocaleString("en-GB")
              ) : (
                <span className="dim3">not read</span>
              )}
            </td>
            <td data-label="Outcome">{didWhat(run)}</td>
            <td className="r">
              {cancel && run.startedBy.id === cancel.self && !isFinished(run.state) && (
                <ImportForm action={cancel.action} run={run.id} intent="cancel">
                  <button className="btn s danger" type="submit" aria-label={`Cancel ${run.fileName}`}>
                    Cancel
                  </button>
                </ImportForm>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function didWhat({ state, summary, problem }: ListedImport): string {
  if (problem) return problem.message;
  if (state === "cancelled") return "Nothing: it was cancelled.";
  if (!summary) return "Nothing yet.";
  if (state === "done") return effectSentence(summary, true);
  return summary.open > 0 ? `${counted(summary.open, "question")} open.` : effectSentence(summary, false);
}
