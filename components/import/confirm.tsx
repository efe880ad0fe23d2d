import { hindrances, type ImportSummary, mustBeConfirmed } from "@/domain/import";
import { counted, listSentence } from "@/domain/import-words";
import { type ImportAction, ImportForm } from "./import-form";

type Props = { run: string; summary: ImportSummary; action: ImportAction };

/** The word to go, with what must be said before it. */
export function Confirm({ run, summary, action }: Props) {
  const { refused } = summary.outcomes;
  const held = mustBeConfirmed(summary.list);
  // What no box can say must be done first.
  const waits = hindrances(summary, { leaveOutRefused: true, confirmedList: true });
  return (
    <ImportForm action={action} run={run} intent="import">
      {held && (
        <div className="warn">
          <p>
            <b>This list would drop or rename more than a tenth of what it covers.</b> {listSentence(summary)}{" "}
            A source can go bad for an hour: look at the file before you take it.
          </p>
          {summary.list && summary.list.examples.length > 0 && (
            <p className="hint">Among them: {summary.list.examples.join(", ")}.</p>
          )}
          <label className="option">
            <input type="checkbox" name="confirmedList" value="yes" /> I looked: the list is right
          </label>
        </div>
      )}
      {refused > 0 && (
        <label className="option">
          <input type="checkbox" name="leaveOutRefused" value="yes" /> Leave out the{" "}
          {counted(refused, "refused row")} and take the rest
        </label>
      )}
      {waits.length > 0 ? (
        <p>
          {waits.join(" ")}{" "}
          {summary.open > 0 && <a href="#questions">Answer {summary.open === 1 ? "it" : "them"} first.</a>}
        </p>
      ) : (
        <p className="actions">
          <button className="btn p" type="submit">
            Import {counted(summary.rows - refused - summary.outcomes["left-out"], "row")}
          </button>
          <span className="hint">
            All of it in one step, or nothing. Readers see the record as it is until then.
          </span>
        </p>
      )}
    </ImportForm>
  );
}
