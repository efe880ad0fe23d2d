import type { Db } from "@/data/db";
import { statusClaims } from "@/data/read/claims";
import type { Id } from "@/domain/claims";
import { type CurrentState, stateOf } from "@/domain/current-state";
import type { Day } from "@/domain/edtf";
import { grouped } from "@/domain/grouped";
import { type HistoryEntry, historyOf } from "@/domain/history";

/** All that is derived from the claims of one deal, on one day, by everything published and recorded. */
export type Derived = {
  readonly deal: Id;
  /** The day that it was derived for. */
  readonly on: Day;
  readonly history: readonly HistoryEntry[];
  readonly state: CurrentState;
};

const NOW = { known: null, record: null } as const;

/**
 * Derives a batch of deals, each on its day: the one fold that the door stores, `npm run verify` compares with what is
 * stored, and a bulk load runs over everything. Claims and sources of the batch are held in memory; take some hundreds.
 */
export async function deriveDeals(db: Db, deals: readonly { id: Id; on: Day }[]): Promise<Derived[]> {
  const { claims, graph } = await statusClaims(db, { deals: deals.map(({ id }) => id) });
  const byDeal = grouped(claims, (claim) => claim.deal);
  return deals.map(({ id, on }) => {
    const own = byDeal.get(id) ?? [];
    const history = historyOf(own, graph, NOW);
    return { deal: id, on, history, state: stateOf(history, own, on) };
  });
}

/** Brings everything stored about these deals up to date: one statement, whatever their number. */
export async function storeDerived(db: Db, derived: readonly Derived[]): Promise<void> {
  if (derived.length === 0) return;
  const rows = derived.map(({ deal, on, state }) => ({ id: deal, on, ...state }));
  await db.$executeRaw`
    UPDATE deal d
    SET current_on = x."on", current_until = x.until, current_claim_id = x.claim, current_status = x.status,
        current_certain = x.certain, current_certainty = x.certainty, current_disputed = x.disputed,
        current_origins = x.origins, current_articles = x.articles, current_since_text = x.since,
        current_published = x.published, claim_count = x."claimCount", last_recorded_at = x."lastRecordedAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x (
      id uuid, "on" date, until date, claim uuid, status text, certain boolean, certainty text, disputed boolean,
      origins int, articles int, since text, published date, "claimCount" int, "lastRecordedAt" timestamptz)
    WHERE d.id = x.id`;
}
