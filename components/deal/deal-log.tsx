import Link from "next/link";
import { sayClaim } from "@/components/evidence/claim-panel";
import { counted } from "@/components/timeline/words";
import type { ChangeMark } from "@/domain/change-rows";
import type { LogEvent } from "@/domain/claim-log";
import type { SourceGraph } from "@/domain/claims";
import { instantWords } from "@/domain/date-words";
import { undoPath } from "@/formats/paths";

const MARKS: Readonly<Record<ChangeMark, string>> = {
  record: "recorded",
  correct: "corrected",
  retract: "retracted",
  evidence: "evidence added",
  "retract-evidence": "evidence retracted",
};

type Props = {
  events: readonly LogEvent[];
  graph: SourceGraph;
  seesRecorder: boolean;
  /** Each deed leads to its undoing. */
  mayUndo: boolean;
};

/** All that was done to the record of a deal, newest first. Record and correct are told apart in every line. */
export function DealLog({ events, graph, seesRecorder, mayUndo }: Props) {
  const publishers = (event: LogEvent) =>
    [...new Set(event.evidence.flatMap((e) => graph.sources.get(e.source)?.publisher ?? []))].join(", ");
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Deed</th>
          <th scope="col">Claim</th>
          <th scope="col">Evidence</th>
          {seesRecorder && <th scope="col">By</th>}
          {mayUndo && (
            <th scope="col">
              <span className="sr-only">Undo</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.key}>
            <td className="nw">
              <time dateTime={event.recorded.at}>{instantWords(event.recorded.at)}</time>
            </td>
            <td>
              <span className="tag">{MARKS[event.mark]}</span>
            </td>
            <td>
              {event.mark === "retract" ? <del>{sayClaim(event.claim)}</del> : sayClaim(event.claim)}
              {event.before && (
                <small>
                  was <del>{sayClaim(event.before)}</del>
                </small>
              )}
              {event.why && <small>Why: {event.why}</small>}
            </td>
            <td data-label="Evidence">
              {event.evidence.length > 0 && (
                <>
                  {counted(event.evidence.length, "piece")} <span className="dim3">{publishers(event)}</span>
                </>
              )}
            </td>
            {seesRecorder && <td data-label="By">{event.recorded.by}</td>}
            {mayUndo && (
              <td>
                <Link
                  className="btn s"
                  prefetch={false}
                  href={undoPath("change", event.recorded.commandId)}
                  aria-label={`Undo: ${MARKS[event.mark]} ${sayClaim(event.claim)}`}
                >
                  Undo…
                </Link>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
