import type { ImportState, ImportSummary } from "@/domain/import";
import { counted, effectSentence } from "@/domain/import-words";
import type { Refusal } from "@/domain/refusal";

type Run = {
  readonly state: ImportState;
  readonly summary: ImportSummary | null;
  readonly problem: Refusal | null;
  readonly cancelRequested: boolean;
  readonly options: {
    readonly handed: boolean;
    readonly askedBy: string | null;
    readonly ownExport: boolean;
  };
};

/** Where the import is, in one sentence. */
export function stateSentence({ state, summary, problem, cancelRequested, options }: Run): string {
  if (cancelRequested && (state === "checking" || state === "importing"))
    return "It is being cancelled; nothing of it stays.";
  switch (state) {
    case "uploading":
      return "The file is still arriving.";
    case "mapping":
      return "Say what the file is about and which column is what. Files with the same head are read alike from then on.";
    case "check-queued":
    case "checking":
      if (options.ownExport) return "The export is compared with the record. Nothing is written.";
      return "The dry run is under way. Nothing is written.";
    case "checked":
      return `${options.handed ? "It waits for a second person" : "Dry run"}: nothing is written yet. ${summary ? `Of ${counted(summary.rows, "row")}: ${effectSentence(summary, false).replace(/^It/, "it")}` : ""}`;
    case "import-queued":
    case "importing":
      return "It is being written, all of it in one step. Readers see the record as it was until it is done.";
    case "done":
      if (options.ownExport && summary)
        return `It changes nothing: the record already holds all ${counted(summary.rows, "row")} of this export.`;
      return summary ? effectSentence(summary, true) : "It is imported.";
    case "cancelled":
      return "It was cancelled. Nothing of it stays.";
    case "refused":
      if (options.ownExport)
        return "This export is not what the record holds. Nothing of the record is overwritten.";
      return "The file cannot be taken. Mend it and send it again.";
    case "failed":
      return problem?.message ?? "Something went wrong on our side. Nothing was taken.";
  }
}

/** Why a file was refused: line, column, reason. */
export function Problems({ problem }: { problem: Refusal }) {
  if (problem.code !== "import-refused") return <p>{problem.message}</p>;
  return (
    <table className="outcomes">
      <thead>
        <tr>
          <th className="num">Line</th>
          <th className="num">Column</th>
          <th>What is wrong</th>
        </tr>
      </thead>
      <tbody>
        {problem.details.problems.map(({ line, column, message }) => (
          <tr key={`${line} ${column} ${message}`}>
            <td className="num">{line.toLocaleString("en-GB")}</td>
            <td className="num">{column ?? <span className="dim3">the row</span>}</td>
            <td>{message}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
