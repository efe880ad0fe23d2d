import { type CertaintyJudgement, type Judge, judgeFor } from "./certainty";
import { publishedOn, visibleChain } from "./chains";
import type { Id, SourceGraph, StatusClaim } from "./claims";
import { compareDays, compareInstants, type Day, type Edtf } from "./edtf";
import type { Status } from "./status";
import type { Knowledge } from "./visibility";

export { publishedOn, visibleChain } from "./chains";

/**
 * One status in the history of a deal, with all that drawing and wording need. Its time is [begins, ends), cut into three
 * runs, each perhaps empty: [begins, certainFrom) it may not have begun yet; [certainFrom, certainUntil) certain;
 * [certainUntil, ends) the next may have begun. null as an end means: no end known, the status lasts.
 */
export type HistoryEntry = {
  readonly claim: StatusClaim;
  /** When the public could know it. */
  readonly published: Day;
  readonly from: Edtf;
  /** The claims before and after it in this history. */
  readonly previous: Id | null;
  readonly next: Id | null;
  /** When the next one begins, as vague as it is: `untilWords(until)`. null: it lasts. */
  readonly until: Edtf | null;
  /** From this day on it is the answer: its earliest day; its latest, when the start is open. */
  readonly begins: Day;
  /** The first day of the next claim (half-open). The same as `begins` for a claim that was never the answer. */
  readonly ends: Day | null;
  readonly certainFrom: Day;
  readonly certainUntil: Day | null;
  /** Where the drawing of its uncertain start begins: `begins`, or with an open start the claim before it; null: nobody knows. */
  readonly mayBeginFrom: Day | null;
  readonly certainty: CertaintyJudgement;
};

/** "../2018-01-30" takes its latest day for its earliest: before that day it is only possible (docs/model.md, History). */
export const sortEarliest = (effective: Edtf): Day =>
  effective.openStart ? effective.latest : effective.earliest;

const earlier = (a: Day, b: Day | null): Day => (b !== null && b < a ? b : a);

type Dated = { readonly claim: StatusClaim; readonly published: Day };

/** The order of a history: sort-earliest, latest, published, recorded, then the place in the record. */
function inOrder(a: Dated, b: Dated): number {
  return (
    compareDays(sortEarliest(a.claim.effective), sortEarliest(b.claim.effective)) ||
    compareDays(a.claim.effective.latest, b.claim.effective.latest) ||
    compareDays(a.published, b.published) ||
    compareInstants(a.claim.recorded.at, b.claim.recorded.at) ||
    a.claim.seq - b.claim.seq
  );
}

/** The status claims of one deal that stand under a view, in the order of the input. */
export const visibleClaims = (
  claims: readonly StatusClaim[],
  graph: SourceGraph,
  knowledge: Knowledge,
): StatusClaim[] => visibleChain(claims, knowledge, (claim) => publishedOn(claim, graph, knowledge.record));

function entryOf(at: number, ordered: readonly Dated[], judge: Judge): HistoryEntry | null {
  const [before, here, after] = [ordered[at - 1], ordered[at], ordered[at + 1]];
  if (!here) return null;
  const { claim, published } = here;
  const begins = sortEarliest(claim.effective);
  const ends = after ? sortEarliest(after.claim.effective) : null;
  const certainFrom = earlier(claim.effective.latest, ends);
  // Never before certainFrom, so that the three runs follow each other; never after `ends`, since earliest <= sort-earliest.
  const nextMayBegin = after ? after.claim.effective.earliest : null;
  const certainUntil = nextMayBegin !== null && nextMayBegin < certainFrom ? certainFrom : nextMayBegin;
  const mayBeginFrom = claim.effective.openStart && before ? sortEarliest(before.claim.effective) : begins;
  return {
    claim,
    published,
    from: claim.effective,
    previous: before?.claim.id ?? null,
    next: after?.claim.id ?? null,
    until: after?.claim.effective ?? null,
    begins,
    ends,
    certainFrom,
    certainUntil,
    mayBeginFrom: claim.effective.openStart && !before ? null : mayBeginFrom,
    certainty: judge(claim.evidence),
  };
}

/**
 * The history of one deal under (known, record), first status first, whatever the order of the input. The graph holds the
 * sources as they stood at `record`.
 */
export function historyOf(
  claims: readonly StatusClaim[],
  graph: SourceGraph,
  knowledge: Knowledge,
  judge: Judge = judgeFor(graph, knowledge),
): HistoryEntry[] {
  const days = new Map(claims.map((claim) => [claim, publishedOn(claim, graph, knowledge.record)]));
  const publishedOf = (claim: StatusClaim) => days.get(claim) ?? null;
  const ordered = visibleChain(claims, knowledge, publishedOf)
    .flatMap((claim) => {
      const published = publishedOf(claim);
      return published === null ? [] : [{ claim, published }];
    })
    .sort(inOrder);
  return ordered.flatMap((_, at) => entryOf(at, ordered, judge) ?? []);
}

/** What a deal's status was on a day. `certain`: it had surely begun, and the next had surely not. */
export type StatusOnDay = {
  readonly claim: StatusClaim;
  readonly status: Status;
  readonly certain: boolean;
  readonly entry: HistoryEntry;
};

/**
 * The status on a day: the last claim in order whose (sort) earliest day has come; null before the first one, which means
 * "nothing known", neither no nor withdrawn. Days before a claim with an open start belong to the claim before it and are
 * uncertain; when there is none before it, they have no status. `status_on` in SQL answers the same.
 */
export function statusOn(history: readonly HistoryEntry[], day: Day): StatusOnDay | null {
  const entry = history.findLast(({ begins }) => begins <= day);
  if (!entry) return null;
  const nextMayHaveBegun = entry.until !== null && entry.until.earliest <= day;
  const certain = entry.from.latest <= day && !nextMayHaveBegun;
  return { claim: entry.claim, status: entry.claim.status, certain, entry };
}
