import type { Evidence, Id, SourceGraph } from "./claims";
import { isRecordedBy, isSourceRetracted, type Knowledge } from "./visibility";

/**
 * Where a piece of evidence leads (docs/decisions/003). `origins`: source ids where the walk ends. `fallen`: it rests on
 * retracted sources alone and is no support any more. Evidence with via "not-named" has no origin and is not fallen.
 */
export type Walk = { readonly origins: readonly Id[]; readonly fallen: boolean };

/** Walks the citations of one view; remembers each source, so that a thousand retellings cost one walk each. */
export type Walker = (evidence: Evidence) => Walk;

type Step = (source: Id) => readonly Id[];

/** The citations that stand at the view's instant, by the source at one end. */
function citationsOf(graph: SourceGraph, knowledge: Knowledge, by: "citing" | "cited"): Step {
  const other = by === "citing" ? "cited" : "citing";
  const ends = new Map<Id, Id[]>();
  for (const citation of graph.citations) {
    const { recordedAt, retractedAt } = citation;
    const retracted = retractedAt !== null && isRecordedBy(retractedAt, knowledge.record);
    if (!isRecordedBy(recordedAt, knowledge.record) || retracted) continue;
    const list = ends.get(citation[by]);
    if (list) list.push(citation[other]);
    else ends.set(citation[by], [citation[other]]);
  }
  return (source) => ends.get(source) ?? [];
}

/** Everything that can be reached from `start` over `step`, `start` included. */
function reach(start: Iterable<Id>, step: Step): Set<Id> {
  const seen = new Set(start);
  for (const id of seen) for (const next of step(id)) seen.add(next); // a Set hands out what is added on the way
  return seen;
}

/** The sources that can reach one of `goals` within `reached`. */
function reaching(goals: readonly Id[], reached: ReadonlySet<Id>, step: Step): Set<Id> {
  const back = new Map<Id, Id[]>();
  for (const id of reached) for (const next of step(id)) back.set(next, [...(back.get(next) ?? []), id]);
  return reach(goals, (id) => back.get(id) ?? []);
}

/**
 * A circle that nothing leaves is one origin: its smallest id. The database refuses circles; this only makes sure that
 * the walk always ends and counts the same from wherever it entered.
 */
function circleOrigins(reached: ReadonlySet<Id>, ends: readonly Id[], step: Step): Id[] {
  const escaping = reaching(ends, reached, step);
  const origins = new Set<Id>();
  for (const id of reached) {
    if (escaping.has(id)) continue;
    const ahead = reach([id], step);
    if ([...ahead].every((other) => reach([other], step).has(id))) origins.add([...ahead].sort()[0] ?? id);
  }
  return [...origins];
}

/**
 * The walk (docs/model.md, Origins): from the evidence's `via` (else its source's citations) on by citations alone, to
 * where they end. A way that meets a retracted source ends there without an origin. Citations count as recorded at the
 * view's instant; whoever cites has published after what it cites, so their publication needs no second look.
 */
export function walkerOf(graph: SourceGraph, knowledge: Knowledge): Walker {
  const citations = citationsOf(graph, knowledge, "citing");
  const isDead = (source: Id) => isSourceRetracted(source, graph, knowledge);
  const step: Step = (source) => (isDead(source) ? [] : citations(source));
  const known = new Map<Id, readonly Id[]>();

  const originsFrom = (source: Id): readonly Id[] => {
    const before = known.get(source);
    if (before) return before;
    const reached = reach([source], step);
    const ends = [...reached].filter((id) => step(id).length === 0);
    const living = ends.filter((id) => !isDead(id));
    const origins = [...living, ...circleOrigins(reached, ends, step)];
    known.set(source, origins);
    return origins;
  };

  return ({ source, via }) => {
    if (isDead(source)) return { origins: [], fallen: true };
    if (via === "not-named") return { origins: [], fallen: false };
    const starts = via && via.length > 0 ? via : null;
    // Named in its own via, a source reports for itself: its citations lead nowhere further for this claim.
    const origins = starts
      ? starts.flatMap((id) => (id === source ? [id] : originsFrom(id)))
      : originsFrom(source);
    return { origins: [...new Set(origins)], fallen: origins.length === 0 };
  };
}

/**
 * The sources from which the walk may come to this one by citations, itself included: those that cite it, those that cite
 * them. One that was taken back leads nowhere, so nothing comes through it.
 */
export function downstreamOf(source: Id, graph: SourceGraph, knowledge: Knowledge): ReadonlySet<Id> {
  const citedBy = citationsOf(graph, knowledge, "cited");
  return reach([source], (id) => citedBy(id).filter((next) => !isSourceRetracted(next, graph, knowledge)));
}
