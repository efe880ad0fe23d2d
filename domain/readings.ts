import type { Id, SourceGraph, StatusClaim } from "./claims";
import type { Day, Instant } from "./edtf";
import { historyOf } from "./history";
import { judgesOver } from "./judges";
import { momentsOf, type SourceText, textsAt } from "./moments";
import { brokenIn, type DealSpan, NOW, spansOfHistory } from "./spans";
import type { Knowledge } from "./visibility";

/**
 * A status as the history of a deal read for a while: for views from `from` on, up to and without `until`. By what was
 * published these are days, by what was recorded instants.
 */
export type PastSpan<Moment extends string> = DealSpan & { readonly from: Moment; readonly until: Moment };

/** A status as the history of a deal reads now. */
export type CurrentSpan = DealSpan & {
  /** Codes of the rules of good data that it breaks, in the order of `CLAIM_RULES`. */
  readonly broken: readonly string[];
  /** Since when the history has this very row: for those who go by what was published, and for our record. */
  readonly knownFrom: Day;
  readonly recordedFrom: Instant;
};

/**
 * All that was ever to be read of one deal (docs/decisions/019). A view as published by day K has the rows with
 * `knownFrom <= K` and those of `byKnown` with `from <= K < until`; one of the record at an instant, likewise, those by
 * `recordedFrom` and `byRecord`. A view with both is not told by them.
 */
export type Readings = {
  readonly spans: readonly CurrentSpan[];
  readonly byKnown: readonly PastSpan<Day>[];
  readonly byRecord: readonly PastSpan<Instant>[];
  /** When the first claim was recorded, and the last of all that the history rests on; null without claims. */
  readonly firstRecordedAt: Instant | null;
  readonly settledAt: Instant | null;
};

/**
 * Folds all claims of one deal, in any order, for each moment from which they may read otherwise. `graph`: what they rest on and
 * nothing else (`upstreamOf`); `texts`: all texts that each source of it had, oldest first.
 */
export function readingsOf(
  claims: readonly StatusClaim[],
  graph: SourceGraph,
  texts: ReadonlyMap<Id, readonly SourceText[]>,
): Readings {
  const { days, instants } = momentsOf(claims, graph, texts);
  const graphAt = textsAt(graph, texts);
  const judgeIn = judgesOver();
  const spansIn = (then: SourceGraph, knowledge: Knowledge) =>
    spansOfHistory(historyOf(claims, then, knowledge, judgeIn(then, knowledge)), then, knowledge);
  const byKnown = heldFrom(days, (known) => spansIn(graph, { known, record: null }));
  const byRecord = heldFrom(instants, (record) => spansIn(graphAt(record), { known: null, record }));
  const history = historyOf(claims, graph, NOW, judgeIn(graph, NOW));
  const broken = brokenIn(history, graph);
  return {
    spans: spansOfHistory(history, graph).map((span, place) => ({
      ...span,
      broken: broken[place] ?? [],
      knownFrom: since(byKnown.still, span),
      recordedFrom: since(byRecord.still, span),
    })),
    byKnown: byKnown.past,
    byRecord: byRecord.past,
    firstRecordedAt: instants[0] ?? null,
    settledAt: instants.at(-1) ?? null,
  };
}

type Held<Moment extends string> = { readonly span: DealSpan; readonly from: Moment };

/** The rows of each moment (in order), put together where they stay the same: those that went, and those that still stand. */
function heldFrom<Moment extends string>(
  moments: readonly Moment[],
  spansAt: (moment: Moment) => readonly DealSpan[],
): { past: PastSpan<Moment>[]; still: ReadonlyMap<Id, Held<Moment>> } {
  const past: PastSpan<Moment>[] = [];
  let still = new Map<Id, Held<Moment>>();
  for (const moment of moments) {
    const next = new Map<Id, Held<Moment>>();
    for (const span of spansAt(moment)) {
      const before = still.get(span.claim);
      next.set(span.claim, before && isSame(before.span, span) ? before : { span, from: moment });
    }
    for (const [claim, held] of still)
      if (next.get(claim) !== held) past.push({ ...held.span, from: held.from, until: moment });
    still = next;
  }
  return { past, still };
}

/** What a span has from its claim itself: the same in every reading. */
type Said = "deal" | "claim" | "status" | "begins" | "earliest" | "latest" | "reasons" | "seq";
/** What it has from its place among others, and from what it rests on. */
const READ = Object.keys({
  place: true,
  ends: true,
  certainFrom: true,
  certainUntil: true,
  published: true,
  certainty: true,
  disputed: true,
  origins: true,
  articles: true,
  heard: true,
  staleFrom: true,
  before: true,
  plan: true,
  planStep: true,
  planBegins: true,
  planBegun: true,
  planSlips: true,
  planUntil: true,
} satisfies Record<Exclude<keyof DealSpan, Said>, true>) as Exclude<keyof DealSpan, Said>[];

/** Whether two spans of one claim read the same. */
function isSame(a: DealSpan, b: DealSpan): boolean {
  for (const key of READ) if (a[key] !== b[key]) return false;
  return true;
}

function since<Moment extends string>(still: ReadonlyMap<Id, Held<Moment>>, span: DealSpan): Moment {
  const held = still.get(span.claim);
  if (!held || !isSame(held.span, span))
    throw new Error(`The last reading of deal ${span.deal} is not that of now, at claim ${span.claim}.`);
  return held.from;
}
