import { type CertaintyJudgement, judgeFor } from "./certainty";
import type { Evidence, Id, SourceGraph } from "./claims";
import { DAY_MIN, exactDay } from "./edtf";
import { downstreamOf } from "./origins";
import { CERTAINTIES, type Certainty } from "./status";
import { isSourceRetracted, isVisible, type Knowledge } from "./visibility";

/**
 * How a piece of evidence comes to a source: it is the source's `own`, it names it for this claim (`via`), or what it
 * names or cites rests on it in turn (`cites`).
 */
export type Way = "own" | "via" | "cites";

/**
 * Says of each piece of evidence how it comes to the source under the view; null: it does not. Only support is passed on;
 * a dispute or a "no comment" is the source's own or nothing to it.
 */
export function wayTo(
  source: Id,
  graph: SourceGraph,
  knowledge: Knowledge,
): (evidence: Evidence) => Way | null {
  const downstream = downstreamOf(source, graph, knowledge);
  return (evidence) => {
    if (!isVisible(evidence, graph, knowledge)) return null;
    if (evidence.source === source) return "own";
    const passes = evidence.stance === "supports" && !isSourceRetracted(evidence.source, graph, knowledge);
    if (!passes || evidence.via === "not-named") return null;
    const { via } = evidence;
    if (!via || via.length === 0) return downstream.has(evidence.source) ? "cites" : null;
    if (via.includes(source)) return "via";
    // Named in its own via, a source reports for itself: that way ends there.
    return via.some((id) => id !== evidence.source && downstream.has(id)) ? "cites" : null;
  };
}

/** The graph as it would be had the source been taken back: from the first day of the record, so that every view knows. */
function withoutSource(source: Id, graph: SourceGraph): SourceGraph {
  const taken = graph.sources.get(source);
  if (!taken) return graph;
  const retracted = { on: exactDay(DAY_MIN), at: `${DAY_MIN}T00:00:00.000Z`, reason: "" };
  return { ...graph, sources: new Map(graph.sources).set(source, { ...taken, retracted }) };
}

/** What becomes of a claim without a source: all its support is gone, it is less certain, or neither. */
export type Fall = "alone" | "weaker" | "same";
export const FALLS = ["alone", "weaker", "same"] as const satisfies readonly Fall[];

export type Effect = {
  readonly now: CertaintyJudgement;
  /** As it would be judged if the source were taken back. */
  readonly after: CertaintyJudgement;
  readonly fall: Fall;
};

const rankOf = (certainty: Certainty): number => CERTAINTIES.indexOf(certainty);

/** A judge of what a retraction of the source would do to claims of one view. */
export function effectOf(
  source: Id,
  graph: SourceGraph,
  knowledge: Knowledge,
): (evidence: readonly Evidence[]) => Effect {
  const judgeNow = judgeFor(graph, knowledge);
  const judgeAfter = judgeFor(withoutSource(source, graph), knowledge);
  return (evidence) => {
    const now = judgeNow(evidence);
    const after = judgeAfter(evidence);
    const lost = rankOf(after.certainty) > rankOf(now.certainty);
    return { now, after, fall: !lost ? "same" : after.certainty === "unsupported" ? "alone" : "weaker" };
  };
}
