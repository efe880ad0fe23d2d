import type { Db } from "@/data/db";
import { deriveDeals } from "@/data/derived/deals";
import { day } from "@/data/rows";
import type { Id } from "@/domain/claims";
import type { CurrentState } from "@/domain/current-state";
import { type Difference, difference } from "./difference";

const BATCH = 500;

/** Current-state columns of every deal against the fold of its claims, for the day that they were computed for. */
export async function verifyDeals(db: Db): Promise<Difference[]> {
  const found: Difference[] = [];
  for (let after: Id | null = null; ; ) {
    const rows: Row[] = await db.deal.findMany({
      where: after === null ? {} : { id: { gt: after } },
      orderBy: { id: "asc" },
      take: BATCH,
      include: { device: { select: { slug: true } }, carrier: { select: { slug: true } } },
    });
    const last = rows.at(-1);
    if (!last) return found;
    after = last.id;
    const derived = new Map(
      (
        await deriveDeals(
          db,
          rows.flatMap((r) => (r.currentOn ? [{ id: r.id, on: day(r.currentOn) }] : [])),
        )
      ).map((d) => [d.deal, d]),
    );
    for (const row of rows) {
      const where = `deal ${row.device.slug} @ ${row.carrier.slug}`;
      const expected = derived.get(row.id);
      if (expected) found.push(...compare(where, row, expected.state));
      else found.push(difference(where, "current_on", null, "a day"));
    }
  }
}

type Row = Awaited<ReturnType<Db["deal"]["findMany"]>>[number] & {
  device: { slug: string };
  carrier: { slug: string };
};

function compare(where: string, row: Row, state: CurrentState): Difference[] {
  const pairs: [string, unknown, unknown][] = [
    ["current_until", row.currentUntil && day(row.currentUntil), state.until],
    ["current_claim_id", row.currentClaimId, state.claim],
    ["current_status", row.currentStatus, state.status],
    ["current_certain", row.currentCertain, state.certain],
    ["current_certainty", row.currentCertainty, state.certainty],
    ["current_disputed", row.currentDisputed, state.disputed],
    ["current_origins", row.currentOrigins, state.origins],
    ["current_articles", row.currentArticles, state.articles],
    ["current_since_text", row.currentSinceText, state.since],
    ["current_published", row.currentPublished && day(row.currentPublished), state.published],
    ["claim_count", row.claimCount, state.claimCount],
    ["last_recorded_at", row.lastRecordedAt?.toISOString() ?? null, state.lastRecordedAt],
  ];
  return pairs
    .filter(([, stored, expected]) => stored !== expected)
    .map(([what, a, b]) => difference(where, what, a, b));
}
