import type { Id, SourceGraph, StatusClaim } from "./claims";
import type { Day, Instant } from "./edtf";
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
type Last = { readonly day: Day | null; readonly at: Instant | null };

const NEVER: Last = { day: null, at: null };

const laterDay = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b > a) ? b : a);

/** Instants may differ in their digits, so not as strings. */
const laterAt = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || (b !== null && Date.parse(b) > Date.parse(a)) ? b : a;

const laterOf = (a: Last, b: Last): Last => ({ day: laterDay(a.day, b.day), at: laterAt(a.at, b.at) });

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
    let last = NEVER;
    const recorded = (at: Instant | undefined) => {
      last = laterOf(last, { day: null, at: at ?? null });
    };
    for (const claim of claims) {
      recorded(claim.recorded.at);
      recorded(claim.retraction?.recorded.at);
      for (const e of claim.evidence) {
        recorded(e.recorded.at);
        recorded(e.retraction?.recorded.at);
        last = laterOf(last, { day: publicationOf(e.source, graph), at: null });
        // Also sources that it does not rest on (it is "not named", or goes by its own via): that settles later, not wrongly.
        for (const source of [e.source, ...(Array.isArray(e.via) ? e.via : [])])
          last = laterOf(last, lastOf(source));
      }
    }
    const firstRecordedAt = claims.reduce<Instant | null>(
      (min, { recorded: { at } }) => (min === null || Date.parse(at) < Date.parse(min) ? at : min),
      null,
    );
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
    known.set(source, NEVER); // the database refuses circles; this only makes sure that the walk ends
    const retracted = graph.sources.get(source)?.retracted;
    let last = laterOf(
      { day: null, at: texts.get(source) ?? null },
      {
        day: retracted?.on.latest ?? null,
        at: retracted?.at ?? null,
      },
    );
    for (const { cited, at } of citations.get(source) ?? [])
      last = laterOf(laterOf(last, { day: null, at }), lastOf(cited));
    known.set(source, last);
    return last;
  };
  return lastOf;
}
