import { deriveDeals, storeDerived } from "@/data/derived/deals";
import { deriveListings, storeListings } from "@/data/derived/listings";
import { isUsual } from "@/domain/transitions";
import { unusualTransition } from "@/domain/words";
import { Refused, type Work } from "./work";

/**
 * Before commit: looks at each touched deal once as it now reads, refuses unusual transitions that nothing explains, and
 * brings everything derived from its claims up to date.
 */
export async function settleDeals(work: Work): Promise<void> {
  if (work.deals.size === 0) return;
  const derived = await deriveDeals(work.tx, [...work.deals.keys()]);
  for (const {
    deal: id,
    readings: { spans },
    claims,
  } of derived) {
    const fresh = work.deals.get(id)?.fresh;
    for (const [place, { claim, status }] of spans.entries()) {
      const index = fresh?.get(claim);
      if (index === undefined || work.explained || claims.get(claim)?.note) continue;
      const before = spans[place - 1]?.status ?? null;
      const after = spans[place + 1]?.status;
      if (!isUsual(before, status)) throw noteNeeded(before, status, index);
      if (after && !isUsual(status, after)) throw noteNeeded(status, after, index);
    }
  }
  await storeDerived(work.tx, derived, new Map([...work.deals.values()].map((d) => [d.id, d.version])));
}

/** The same for chains of listings. */
export async function settleListings({ tx, listings }: Work): Promise<void> {
  if (listings.size === 0) return;
  const chains = [...listings];
  await storeListings(tx, chains, await deriveListings(tx, chains));
}

const noteNeeded = (
  from: Parameters<typeof unusualTransition>[0],
  to: Parameters<typeof unusualTransition>[1],
  index: number,
) => new Refused({ code: "note-needed", message: unusualTransition(from, to), field: "note" }, index);
