import type { Client } from "@/data/db";
import { dealBatches, deriveDeals, storeDerived, storePublishers } from "./deals";

/** Derives everything about every deal, and the keys of publishers, anew from the claims and stores it. Answers how many deals. */
export async function deriveEverything(db: Client): Promise<number> {
  const publishers = await db.$queryRaw<
    { name: string }[]
  >`SELECT DISTINCT publisher AS name FROM source_version`;
  await storePublishers(
    db,
    publishers.map(({ name }) => name),
  );
  let deals = 0;
  for await (const ids of dealBatches(db)) {
    await db.$transaction(async (tx) => storeDerived(tx, await deriveDeals(tx, ids)), { timeout: 60_000 });
    deals += ids.length;
  }
  return deals;
}
