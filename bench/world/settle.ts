import type { Client } from "@/data/db";
import { dealBatches, deriveDeals, storeDerived, storePublishers } from "@/data/derived/deals";
import type { World } from "./world";

/**
 * Derives everything that follows from the claims of each deal, by the same fold as the door and `npm run verify`. Holds
 * two batches in memory at a time: one is folded here while the database stores the one before.
 */
export async function settleAll(client: Client, { press }: World): Promise<void> {
  await storePublishers(client, [...new Set(press.sources.map((s) => s.publisher))]);
  let stored: Promise<void> = Promise.resolve();
  for await (const deals of dealBatches(client)) {
    const [derived] = await Promise.all([deriveDeals(client, deals), stored]);
    stored = storeDerived(client, derived);
  }
  await stored;
}
