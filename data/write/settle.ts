import { statusClaims } from "@/data/read/claims";
import { asDate } from "@/data/rows";
import type { Id, StatusClaim } from "@/domain/claims";
import { currentState } from "@/domain/current-state";
import { historyOf } from "@/domain/history";
import { isUsual } from "@/domain/transitions";
import { unusualTransition } from "@/domain/words";
import { Refused, type Work } from "./work";

const NOW = { known: null, record: null } as const;

/**
 * Before commit: looks at each touched deal once as it now reads, refuses unusual transitions that nothing explains, and
 * brings the current-state columns up to date.
 */
export async function settleDeals(work: Work): Promise<void> {
  if (work.deals.size === 0) return;
  const { claims, graph } = await statusClaims(work.tx, { deals: [...work.deals.keys()] });
  const byDeal = new Map<Id, StatusClaim[]>();
  for (const c of claims) byDeal.set(c.deal, [...(byDeal.get(c.deal) ?? []), c]);
  for (const deal of work.deals.values()) {
    const own = byDeal.get(deal.id) ?? [];
    const history = historyOf(own, graph, NOW);
    for (const [place, { claim }] of history.entries()) {
      const index = deal.fresh.get(claim.id);
      if (index === undefined || claim.note) continue;
      const before = history[place - 1]?.claim.status ?? null;
      const after = history[place + 1]?.claim.status;
      if (!isUsual(before, claim.status)) throw noteNeeded(before, claim.status, index);
      if (after && !isUsual(claim.status, after)) throw noteNeeded(claim.status, after, index);
    }
    const state = currentState(own, graph, work.today);
    await work.tx.deal.update({
      where: { id: deal.id },
      data: {
        version: deal.version,
        currentOn: asDate(work.today),
        currentUntil: state.until && asDate(state.until),
        currentClaimId: state.claim,
        currentStatus: state.status,
        currentCertain: state.certain,
        currentCertainty: state.certainty,
        currentDisputed: state.disputed,
        currentOrigins: state.origins,
        currentArticles: state.articles,
        currentSinceText: state.since,
        currentPublished: state.published && asDate(state.published),
        claimCount: state.claimCount,
        lastRecordedAt: state.lastRecordedAt && new Date(state.lastRecordedAt),
      },
      select: { id: true },
    });
  }
}

const noteNeeded = (
  from: Parameters<typeof unusualTransition>[0],
  to: Parameters<typeof unusualTransition>[1],
  index: number,
) => new Refused({ code: "note-needed", message: unusualTransition(from, to), field: "note" }, index);
