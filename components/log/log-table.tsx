import Link from "next/link";
import { instantWords } from "@/domain/date-words";
import { deedWords, type LogEntry } from "@/domain/record-log";
import { type LogLine, logLines, whyOf } from "@/formats/log-words";

import { logPath, undoPath } from "@/formats/paths";
import { SubjectLink } from "./subject-link";

type Props = {
  entries: readonly LogEntry[];
  /** The log of a person: each deed says what it was about instead of who did it. */
  ofPerson: boolean;
  /** Each deed leads to its undoing. */
  mayUndo: boolean;
};

/** What was done, newest first, field by field: what stood there before is struck through. */
export function LogTable({ entries, ofPerson, mayUndo }: Props) {
  return (
    <table className="stack log">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">{ofPerson ? "What" : "By"}</th>
          <th scope="col">Deed</th>
          <th scope="col">Before and after</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.seq}>
            <td className="nw">
              <time dateTime={entry.at}>{instantWords(entry.at)}</time>
            </td>
            <td>{ofPerson ? <SubjectLink subject={entry.subject} /> : <By entry={entry} />}</td>
            <td>
              <span className="tag">{deedWords(entry.action)}</span>
              {mayUndo && typeof entry.command.id === "string" && (
                <small>
                  <Link
                    prefetch={false}
                    href={undoPath("change", entry.command.id)}
                    aria-label={`Undo: ${deedWords(entry.action)} on ${instantWords(entry.at)}`}
                  >
                    Undo…
                  </Link>
                </small>
              )}
            </td>
            <td>
              <Differences
                lines={logLines(entry.action, entry.command, entry.before)}
                why={whyOf(entry.command)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function By({ entry: { by, proposedBy } }: { entry: LogEntry }) {
  return (
    <>
      {by.id ? (
        <Link prefetch={false} href={logPath("people", by.id)}>
          {by.name}
        </Link>
      ) : (
        by.name
      )}
      {proposedBy && <small className="dim3"> accepted a proposal of {proposedBy}</small>}
    </>
  );
}

function Differences({ lines, why }: { lines: readonly LogLine[]; why: string | null }) {
  return (
    <>
      {lines.length > 0 && (
        <dl className="kv">
          {lines.map(({ label, was, is }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {was !== null && (
                  <del>
                    <span className="sr-only">was </span>
                    {was}
                  </del>
                )}{" "}
                {is}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {why && <p className="dim">Why: {why}</p>}
      {lines.length === 0 && why === null && <span className="dim3">No field reads otherwise.</span>}
    </>
  );
}
