import type { Id, SourceGraph, StatusClaim } from "./claims";
import { compareInstants, type Day, type Instant } from "./edtf";
import type { ClaimKnown } from "./spans";
import { publicationOf } from "./visibility";

/**
 * From when on a deal's history reads as it does now: what `deal` stores, so that views of the past fold only the deals that
 * read otherwise then. Under (known, record) with known >= settledKnown and record >= settledAt the answer is that of
 * `spansOf`, to the last column. By a day before firstKnown, as the record reads now, there is nothing, nor at an instant before
 * firstRecordedAt. All null for a deal without claims.
 */
export type Settled = {
  readonly firstKnown: Day | null;
  readonly settledKnown: Day | null;
  readonly settledAt: Instant | null;
  readonly firstRecordedAt: Instant | null;
};

/** The last of what a history may rest on: what the public heard, on a day, and what our record took, at an instant. */
class Last {
  day: Day | null = null;
  at: Instant | null = null;

  heard(day: Day | null | undefined): void {
    if (day && (this.day === null || day > this.day)) this.day = day;
  }
  recorded(at: Instant | null | undefined): void {
    if (at && (this.at === null || compareInstants(at, this.at) > 0)) this.at = at;
  }
  include({ day, at }: Last): void {
    this.heard(day);
    this.recorded(at);
  }
}

/**
 * For the claims of one deal; remembers each source, so that a thousand deals on one agency walk its citations once.
 * `texts`: when the record last took a version of each source's text.
 */
export function settledBy(
  graph: SourceGraph,
  texts: ReadonlyMap<Id, Instant>,
): (claims: readonly StatusClaim[], known: readonly ClaimKnown[]) => Settled {
  const lastOf = lastUpstream(graph, texts);
  return (claims, known) => {
    const last = new Last();
    let firstRecordedAt: Instant | null = null;
    for (const { recorded, retraction, evidence } of claims) {
      if (firstRecordedAt === null || compareInstants(recorded.at, firstRecordedAt) < 0)
        firstRecordedAt = recorded.at;
      last.recorded(recorded.at);
      last.recorded(retraction?.recorded.at);
      for (const e of evidence) {
        last.recorded(e.recorded.at);
        last.recorded(e.retraction?.recorded.at);
        last.heard(publicationOf(e.source, graph));
        last.include(lastOf(e.source));
        // Also sources that it does not rest on (it is "not named", or goes by its own via): that settles later, not wrongly.
        if (Array.isArray(e.via)) for (const source of e.via) last.include(lastOf(source));
      }
    }
    const firstKnown = known.reduce<Day | null>(
      (min, { from }) => (min === null || from < min ? from : min),
      null,
    );
    return { firstKnown, settledKnown: last.day, settledAt: last.at, firstRecordedAt };
  };
}

/**
 * Of a source and all that it leads to by citations, also by those taken back: when the last one was retracted (a day and an
 * instant), cited, or given another text.
 */
function lastUpstream(graph: SourceGraph, texts: ReadonlyMap<Id, Instant>): (source: Id) => Last {
  const citations = new Map<Id, { readonly cited: Id; readonly at: Instant }[]>();
  for (const { citing, cited, recordedAt, retractedAt } of graph.citations) {
    const list = citations.get(citing) ?? [];
    list.push({ cited, at: retractedAt ?? recordedAt });
    citations.set(citing, list);
  }
  const known = new Map<Id, Last>();
  const lastOf = (source: Id): Last => {
    const before = known.get(source);
    if (before) return before;
    const last = new Last();
    known.set(source, last); // before the walk goes on: the database refuses circles, this only makes sure that it ends
    const retracted = graph.sources.get(source)?.retracted;
    last.recorded(texts.get(source));
    last.heard(retracted?.on.latest);
    last.recorded(retracted?.at);
    for (const { cited, at } of citations.get(source) ?? []) {
      last.recorded(at);
      last.include(lastOf(cited));
    }
    return last;
  };
  return lastOf;
}
