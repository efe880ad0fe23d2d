import { deriveDeals, storeDerived } from "@/data/derived/deals";
import { isUsual } from "@/domain/transitions";
import { unusualTransition } from "@/domain/words";
import { Refused, type Work } from "./work";

/**
 * Before commit: looks at each touched deal once as it now reads, refuses unusual transitions that nothing explains, and
 * brings what is derived from its claims up to date.
 */
export async function settleDeals(work: Work): Promise<void> {
  if (work.deals.size === 0) return;
  const deals = [...work.deals.values()];
  const derived = await deriveDeals(
    work.tx,
    deals.map(({ id }) => ({ id, on: work.today })),
  );
  for (const { deal, history } of derived) {
    for (const [place, { claim }] of history.entries()) {
      const index = work.deals.get(deal)?.fresh.get(claim.id);
      if (index === undefined || claim.note) continue;
      const before = history[place - 1]?.claim.status ?? null;
      const after = history[place + 1]?.claim.status;
      if (!isUsual(before, claim.status)) throw noteNeeded(before, claim.status, index);
      if (after && !isUsual(claim.status, after)) throw noteNeeded(claim.status, after, index);
    }
  }
  await storeDerived(work.tx, derived);
  await storeVersions(work, deals);
}

async function storeVersions(
  work: Work,
  deals: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  const rows = deals.map(({ id, version }) => ({ id, version }));
  await work.tx.$executeRaw`
    UPDATE deal d SET version = x.version
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x (id uuid, version int) WHERE d.id = x.id`;
}

const noteNeeded = (
  from: Parameters<typeof unusualTransition>[0],
  to: Parameters<typeof unusualTransition>[1],
  index: number,
) => new Refused({ code: "note-needed", message: unusualTransition(from, to), field: "note" }, index);
