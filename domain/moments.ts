import type { Citation, Id, Source, SourceGraph, StatusClaim } from "./claims";
import { compareInstants, type Day, type Instant } from "./edtf";
import { grouped } from "./grouped";
import { publicationOf } from "./visibility";

/** How a source read from an instant on: what of its text a fold asks. */
export type SourceText = { readonly at: Instant } & Pick<Source, "publisher" | "published">;

/** The moments from which on a deal may read otherwise than before, in order, each once. Before the first there is nothing. */
export type Moments = {
  /** For those who go by what was published: days on which one of its sources came out, or what it rests on was taken back. */
  readonly days: readonly Day[];
  /** For our record: instants at which it took a claim, or anything that one rests on, or took it back. */
  readonly instants: readonly Instant[];
};

/** Of the claims of one deal. `graph` and `texts`: see `readingsOf`. */
export function momentsOf(
  claims: readonly StatusClaim[],
  graph: SourceGraph,
  texts: ReadonlyMap<Id, readonly SourceText[]>,
): Moments {
  const days = new Set<Day>();
  const instants = new Set<Instant>();
  let first: Instant | null = null;
  for (const { recorded, retraction, evidence } of claims) {
    if (first === null || compareInstants(recorded.at, first) < 0) first = recorded.at;
    instants.add(recorded.at);
    if (retraction) instants.add(retraction.recorded.at);
    for (const e of evidence) {
      const published = publicationOf(e.source, graph);
      if (published) days.add(published);
      instants.add(e.recorded.at);
      if (e.retraction) instants.add(e.retraction.recorded.at);
    }
  }
  // Also of sources that it does not rest on (it is "not named", or goes by its own via): moments too many do no harm.
  for (const { retracted } of graph.sources.values()) {
    if (!retracted) continue;
    days.add(retracted.on.latest);
    instants.add(retracted.at);
  }
  for (const { recordedAt, retractedAt } of graph.citations) {
    instants.add(recordedAt);
    if (retractedAt) instants.add(retractedAt);
  }
  for (const source of graph.sources.keys()) for (const { at } of texts.get(source) ?? []) instants.add(at);
  return {
    days: [...days].sort(),
    instants: [...instants]
      .filter((at) => first !== null && compareInstants(at, first) >= 0)
      .sort(compareInstants),
  };
}

/**
 * The graph as its sources read at an instant; one that the record did not have yet is not in it. (A claim may be older than a
 * source that its evidence was filed under by a merge.)
 */
export function textsAt(
  graph: SourceGraph,
  texts: ReadonlyMap<Id, readonly SourceText[]>,
): (record: Instant) => SourceGraph {
  const versions = [...graph.sources.keys()].map((id) => texts.get(id) ?? []);
  const lastFirst = versions.reduce<Instant | null>((last, [text]) => laterOf(last, text?.at ?? null), null);
  const isOfOneText = versions.every(({ length }) => length <= 1);
  return (record) => {
    if (isOfOneText && (lastFirst === null || compareInstants(lastFirst, record) <= 0)) return graph;
    const sources = new Map<Id, Source>();
    for (const [id, source] of graph.sources) {
      const text = texts.get(id)?.findLast(({ at }) => compareInstants(at, record) <= 0);
      if (text) sources.set(id, { ...source, publisher: text.publisher, published: text.published });
    }
    return { sources, citations: graph.citations };
  };
}

const laterOf = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || (b !== null && compareInstants(b, a) > 0) ? b : a;

/**
 * Of a graph what some sources rest on: they and all that they lead to by citations, also by those that were taken back. The
 * graph is looked through once, so that each of a thousand deals gets the little that concerns it.
 */
export function upstreamOf(graph: SourceGraph): (sources: Iterable<Id>) => SourceGraph {
  const cited = grouped(graph.citations, ({ citing }) => citing);
  return (start) => {
    const reached = new Set(start);
    const citations: Citation[] = [];
    for (const id of reached) {
      for (const citation of cited.get(id) ?? []) {
        citations.push(citation);
        reached.add(citation.cited); // a Set hands out what is added on the way
      }
    }
    const sources = new Map<Id, Source>();
    for (const id of reached) {
      const source = graph.sources.get(id);
      if (source) sources.set(id, source);
    }
    return { sources, citations };
  };
}
