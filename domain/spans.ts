import type { Id, SourceGraph, StatusClaim } from "./claims";
import type { Day } from "./edtf";
import { historyOf } from "./history";
import { CLAIM_RULES } from "./rules/all";
import { claimFacts } from "./rules/claim-facts";
import { findingsOf } from "./rules/rule";
import { lastHeardOf, staleFrom } from "./stale";
import type { Certainty, Status } from "./status";

/**
 * One status in the history of a deal, by everything published and recorded: what `deal_span` stores, so that lists and
 * charts need not fold claims. The answer on day D is the span with begins <= D and (ends null or D < ends), certain when
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
  /** Codes of the rules of good data that it breaks, in the order of `CLAIM_RULES`. */
  readonly broken: readonly string[];
};

const NOW = { known: null, record: null } as const;

/** Folds all claims of one deal, in any order; what they rest on must be in the graph. */
export function spansOf(claims: readonly StatusClaim[], graph: SourceGraph): DealSpan[] {
  const history = historyOf(claims, graph, NOW);
  const heard = lastHeardOf(history, graph, NOW);
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
      broken: findingsOf(CLAIM_RULES, claimFacts(entry, history[place - 1]?.claim ?? null, graph)).map(
        ({ code }) => code,
      ),
    };
  });
}
