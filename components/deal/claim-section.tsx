import Link from "next/link";
import { Comments, type Talk } from "@/components/comments/comments";
import { ClaimFacts } from "@/components/evidence/claim-facts";
import { sayClaim } from "@/components/evidence/claim-panel";
import { Opposition, Support } from "@/components/evidence/evidence-list";
import { Provenance } from "@/components/evidence/provenance";
import { StatusWord } from "@/components/status/status-mark";
import type { View } from "@/domain/claims";
import { dateWords } from "@/domain/date-words";
import type { DealLane, DeviceHistory } from "@/domain/device-history";
import type { HistoryEntry } from "@/domain/history";
import { addEvidencePath, correctPath, type Query, retractPath } from "@/formats/paths";

type Props = {
  entry: HistoryEntry;
  lane: DealLane;
  history: DeviceHistory;
  view: View;
  query: Query;
  mayRecord: boolean;
  seesRecorder: boolean;
  /** What the team says of it; null: not for whoever looks. */
  talk: Talk | null;
  /** Where a comment leads back to. */
  back: string;
};

/** One claim of a deal with all its evidence open. */
export function ClaimSection(props: Props) {
  const { entry, lane, history, view, query, mayRecord, seesRecorder, talk, back } = props;
  const { claim } = entry;
  const judged = { judged: entry.certainty, graph: history.graph, query };
  return (
    <section id={`c-${claim.id}`} aria-labelledby={`h-${claim.id}`} className="claim">
      <div className="sech">
        <h2 id={`h-${claim.id}`}>
          <StatusWord status={claim.status} /> <span className="count">{dateWords(entry.from)}</span>
        </h2>
        {mayRecord && (
          <p className="r btns">
            <Link className="btn s" prefetch={false} href={correctPath(claim.id)}>
              Correct
            </Link>
            <Link className="btn s" prefetch={false} href={addEvidencePath(claim.id)}>
              Add evidence
            </Link>
            <Link className="btn s danger" prefetch={false} href={retractPath(claim.id)}>
              Retract
            </Link>
          </p>
        )}
      </div>
      {claim.note && <p className="lead">{claim.note}</p>}
      <div className="cols">
        <div>
          <ClaimFacts entry={entry} lane={lane} policies={history.policies} on={view.on} query={query} />
          <div className="sm dim3 gap">
            <Provenance
              claim={claim}
              claims={lane.claims}
              record={view.record}
              seesRecorder={seesRecorder}
              say={sayClaim}
            />
          </div>
        </div>
        <Support {...judged} />
        <Opposition {...judged} />
      </div>
      {talk && (
        <Comments talk={talk} claim={claim.id} on={`claim ${claim.id}`} back={back} about={sayClaim(claim)} />
      )}
    </section>
  );
}
