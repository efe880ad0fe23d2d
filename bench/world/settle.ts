import type { Client } from "@/data/db";
import { dealBatches, deriveDeals, storeDerived, storePublishers } from "@/data/derived/deals";
import type { World } from "./world";

/**
 * Derives everything that follows from the claims of each deal, by the same fold as the door and `npm run verify`. Holds
 * one batch in memory at a time.
 */
export async function settleAll(client: Client, { press }: World): Promise<void> {
  await storePublishers(client, [...new Set(press.sources.map((s) => s.publisher))]);
  for await (const deals of dealBatches(client)) await storeDerived(client, await deriveDeals(client, deals));
}
