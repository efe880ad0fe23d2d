import { rootsOf } from "./chains";
import type { Retraction, SourceGraph, StatusClaim } from "./claims";
import { type HistoryEntry, historyOf } from "./history";
import type { Certainty } from "./status";

/** What is known today and was not in a view of the past, about one claim. */
export type KnowMore = {
  /** The version that took its place. */
  readonly corrected: StatusClaim | null;
  readonly retracted: Retraction | null;
  /** Supporting articles that came since. */
  readonly articles: number;
  /** Its certainty today, when that is another. */
  readonly certainty: Certainty | null;
  /** Later changes of the deal that the view does not have. */
  readonly later: number;
};

/** Compares an entry of a past view with everything published and recorded since; null: nothing new is known. */
export function knowMore(
  entry: HistoryEntry,
  shown: readonly HistoryEntry[],
  claims: readonly StatusClaim[],
  graph: SourceGraph,
): KnowMore | null {
  const roots = rootsOf(claims);
  const rootOf = (claim: StatusClaim) => roots.get(claim.id);
  const current = historyOf(claims, graph, { known: null, record: null });
  const same = current.find((e) => rootOf(e.claim) === rootOf(entry.claim));
  const newest = claims.filter((c) => rootOf(c) === rootOf(entry.claim)).at(-1);
  const before = new Set(shown.map((e) => rootOf(e.claim)));
  const more = {
    corrected: same && same.claim.id !== entry.claim.id ? same.claim : null,
    retracted: same ? null : (newest?.retraction ?? null),
    articles: same ? Math.max(0, same.certainty.articles - entry.certainty.articles) : 0,
    certainty:
      same && same.certainty.certainty !== entry.certainty.certainty ? same.certainty.certainty : null,
    later: current.filter((e) => !before.has(rootOf(e.claim))).length,
  };
  const nothing = !more.corrected && !more.retracted && !more.articles && !more.certainty && !more.later;
  return nothing ? null : more;
}
