import { hindrances, type ImportSummary, mustBeConfirmed } from "@/domain/import";
import { counted, listSentence } from "@/domain/import-words";
import { type ImportAction, ImportForm } from "./import-form";

type Props = { run: string; summary: ImportSummary; action: ImportAction };

const rowsOf = ({ rows, outcomes }: ImportSummary): string =>
  counted(rows - outcomes.refused - outcomes["left-out"], "row");

type Handed = {
  run: string;
  summary: ImportSummary;
  /** Why a second person is asked; null: whoever brought the file wished it. */
  askedBy: string | null;
  /** Whoever looks may be that person. */
  second: boolean;
  own: boolean;
  action: ImportAction;
};

/** It waits for a second person: they give the word, or send it back; whoever brought it takes it back. */
export function Handed({ run, summary, askedBy, second, own, action }: Handed) {
  const [waits] = hindrances(summary, { leaveOutRefused: true, confirmedList: true });
  const list = mustBeConfirmed(summary.list) && listSentence(summary);
  return (
    <>
      <p>
        <b>It waits for a second person.</b> {askedBy ?? "Whoever brought it leaves the word to a reviewer."}{" "}
        {summary.outcomes.refused > 0 && "Refused rows are left out."}
      </p>
      {list && <p className="warn">{list}</p>}
      {waits && <p>{waits}</p>}
      {second && !waits && (
        <ImportForm action={action} run={run} intent="accept">
          <button className="btn p" type="submit">
            Accept and import {rowsOf(summary)}
          </button>
        </ImportForm>
      )}
      {(second || own) && (
        <ImportForm action={action} run={run} intent="back">
          <button className="btn" type="submit">
            {own ? "Take it back" : "Send it back"}
          </button>
        </ImportForm>
      )}
    </>
  );
}

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
        <>
          <p className="btns">
            <button className="btn p" type="submit">
              Import {rowsOf(summary)}
            </button>
            <button className="btn" type="submit" name="hand" value="yes">
              Leave it to a second person
            </button>
          </p>
          <p className="hint">
            All of it in one step, or nothing. Readers see the record as it is until then.
          </p>
        </>
      )}
    </ImportForm>
  );
}
