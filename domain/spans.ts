import { knownTimes } from "./chains";
import type { Id, SourceGraph, StatusClaim } from "./claims";
import type { Day } from "./edtf";
import { type HistoryEntry, historyOf } from "./history";
import { type PlanMark, planMarksOf } from "./plan-marks";
import { CLAIM_RULES } from "./rules/all";
import { claimFacts } from "./rules/claim-facts";
import { findingsOf } from "./rules/rule";
import { lastHeardOf, staleFrom } from "./stale";
import type { Certainty, Reason, Status } from "./status";
import type { Knowledge } from "./visibility";

/**
 * One status in the history of a deal under a view: what `deal_span` stores, so that lists and charts need not fold
 * claims (domain/readings.ts). The answer on day D is the span with begins <= D and (ends null or D < ends), certain when
 * certainFrom <= D and (certainUntil null or D < certainUntil), stale when staleFrom <= D.
 */
export type DealSpan = {
  readonly deal: Id;
  /** From 0, in the order of the history. */
  readonly place: number;
  readonly claim: Id;
  readonly status: Status;
  readonly begins: Day;
  readonly ends: Day | null;
  readonly certainFrom: Day;
  readonly certainUntil: Day | null;
  readonly published: Day;
  readonly certainty: Certainty;
  readonly disputed: boolean;
  readonly origins: number;
  readonly articles: number;
  /** The last publication about the deal, whatever its stance. */
  readonly heard: Day;
  readonly staleFrom: Day | null;
  /** What the claim itself says, so that counts need not look at it: its bounds and reasons, its place in the record. */
  readonly earliest: Day;
  readonly latest: Day;
  readonly reasons: readonly Reason[];
  readonly seq: number;
  /** The status before it. */
  readonly before: Status | null;
} & PlanMark;

/**
 * How long the public went by a claim that was not retracted: from its publication until that of a later version of it;
 * null: to this day. What `claim_known` stores, so that histories of what was published by a day need not date claims anew.
 */
export type ClaimKnown = {
  readonly deal: Id;
  readonly claim: Id;
  readonly from: Day;
  readonly until: Day | null;
};

/** Everything published and recorded. */
export const NOW = { known: null, record: null } as const;

/** Folds all claims of one deal, in any order; what they rest on must be in the graph, as it read at the record's instant. */
export const spansOf = (
  claims: readonly StatusClaim[],
  graph: SourceGraph,
  knowledge: Knowledge = NOW,
): DealSpan[] => spansOfHistory(historyOf(claims, graph, knowledge), graph, knowledge);

/** The same from a history that was folded under the same view. */
export function spansOfHistory(
  history: readonly HistoryEntry[],
  graph: SourceGraph,
  knowledge: Knowledge = NOW,
): DealSpan[] {
  const heard = lastHeardOf(history, graph, knowledge);
  const plans = planMarksOf(history);
  return history.map((entry, place) => {
    const { claim, certainty } = entry;
    const lastHeard = heard ?? entry.published;
    return {
      deal: claim.deal,
      place,
      claim: claim.id,
      status: claim.status,
      begins: entry.begins,
      ends: entry.ends,
      certainFrom: entry.certainFrom,
      certainUntil: entry.certainUntil,
      published: entry.published,
      certainty: certainty.certainty,
      disputed: certainty.disputed,
      origins: certainty.origins.length,
      articles: certainty.articles,
      heard: lastHeard,
      staleFrom: staleFrom(claim.status, claim.target, lastHeard),
      earliest: claim.effective.earliest,
      latest: claim.effective.latest,
      reasons: claim.reasons,
      seq: claim.seq,
      before: history[place - 1]?.claim.status ?? null,
      ...(plans[place] as PlanMark),
    };
  });
}

/** Which rules of good data each claim of a history of now breaks: codes, in the order of `CLAIM_RULES`. */
export const brokenIn = (history: readonly HistoryEntry[], graph: SourceGraph): string[][] =>
  history.map((entry, place) => {
    const facts = claimFacts(entry, history[place - 1]?.claim ?? null, graph);
    return findingsOf(CLAIM_RULES, facts).map(({ code }) => code);
  });

/** When the public went by which claim of one deal, in the order of the input. */
export const knownOf = (claims: readonly StatusClaim[], graph: SourceGraph): ClaimKnown[] =>
  knownTimes(claims, graph).map(({ claim, from, until }) => ({
    deal: claim.deal,
    claim: claim.id,
    from,
    until,
  }));
