import { type CertaintyJudgement, type Judge, judgeOfVisible } from "./certainty";
import type { Evidence, SourceGraph } from "./claims";
import { isRecordedBy, isSourceRetracted, isVisible, type Knowledge } from "./visibility";

/**
 * Judges for many views of one deal, each as `judgeFor` would have it. A claim is judged anew only where other evidence of it
 * counts, or where that may lead elsewhere: most views differ in one piece of evidence.
 */
export function judgesOver(): (graph: SourceGraph, knowledge: Knowledge) => Judge {
  const worlds = new Map<SourceGraph, Map<string, Judge>>();
  return (graph, knowledge) => {
    const known = worlds.get(graph) ?? new Map<string, Judge>();
    worlds.set(graph, known);
    const ways = waysUnder(graph, knowledge);
    const judge = known.get(ways) ?? remembering(judgeOfVisible(graph, knowledge));
    known.set(ways, judge);
    return (evidence) => judge(evidence.filter((e) => isVisible(e, graph, knowledge)));
  };
}

/** What of a graph the ways from evidence to its origins hang on: which sources were taken back, and which citations stand. */
function waysUnder(graph: SourceGraph, knowledge: Knowledge): string {
  let ways = "";
  for (const [id, { retracted }] of graph.sources)
    if (retracted && isSourceRetracted(id, graph, knowledge)) ways += `${id} `;
  for (const { recordedAt, retractedAt } of graph.citations)
    ways +=
      isRecordedBy(recordedAt, knowledge.record) &&
      !(retractedAt !== null && isRecordedBy(retractedAt, knowledge.record))
        ? "1"
        : "0";
  return ways;
}

function remembering(judge: Judge): Judge {
  const judged = new Map<string, CertaintyJudgement>();
  return (visible: readonly Evidence[]) => {
    let which = "";
    for (const { id } of visible) which += id;
    const judgement = judged.get(which) ?? judge(visible);
    judged.set(which, judgement);
    return judgement;
  };
}
