import type { SourceGraph } from "./claims";
import { dayWords } from "./date-words";
import { addDays, addYears, type Day, daysBetween, type Edtf } from "./edtf";
import type { HistoryEntry } from "./history";
import type { Status } from "./status";
import { isVisible, type Knowledge, publicationOf } from "./visibility";

/** How long nothing was heard of a deal, and whether that is too long to pass its status off as today's. */
export type Staleness = {
  readonly stale: boolean;
  /** Days since the last publication about the deal; 0 when there is one on or after the day asked for. */
  readonly ageDays: number;
  /** A plain sentence; null when not stale. */
  readonly why: string | null;
};

/**
 * The latest publication of any visible evidence, whatever its stance, of the claims of a deal's history under the same
 * view; null: none.
 */
export function lastHeardOf(
  history: readonly Pick<HistoryEntry, "claim">[],
  graph: SourceGraph,
  knowledge: Knowledge,
): Day | null {
  let last: Day | null = null;
  for (const { claim } of history) {
    for (const e of claim.evidence) {
      const day = isVisible(e, graph, knowledge) ? publicationOf(e.source, graph) : null;
      if (day !== null && (last === null || day > last)) last = day;
    }
  }
  return last;
}

/** The day from which a status is stale (docs/model.md, Disputed and stale); null: it never is. */
export function staleFrom(status: Status, target: Edtf | null, lastHeard: Day): Day | null {
  if (status === "carried") return addYears(lastHeard, 4);
  if (status === "paused") return addYears(lastHeard, 1);
  if (status !== "planned") return null;
  // A target without an end never passes, so it counts as none.
  return target && !target.openEnd ? addDays(target.latest, 180) : addYears(lastHeard, 1);
}

/**
 * Whether a status is stale on a day: nothing on the deal for four years while carried, one year while paused or planned
 * without a target, 180 days past the latest day of a plan's target. `target` is the plan's, else null.
 */
export function staleness(of: { status: Status; target: Edtf | null; lastHeard: Day; on: Day }): Staleness {
  const { status, target, lastHeard, on } = of;
  const ageDays = Math.max(0, daysBetween(lastHeard, on));
  const from = staleFrom(status, target, lastHeard);
  if (from === null || on < from) return { stale: false, ageDays, why: null };
  const why =
    status === "planned" && target && !target.openEnd
      ? `Sale was to begin by ${dayWords(target.latest)}, and nothing says that it did.`
      : `Nothing was published about this deal since ${dayWords(lastHeard)}.`;
  return { stale: true, ageDays, why };
}
