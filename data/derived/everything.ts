import type { Client } from "@/data/db";
import { sideBySide } from "@/data/side-by-side";
import { dealBatches, deriveDeals, storeDerived, storePublishers } from "./deals";
import { deriveListings, listingBatches, storeListings } from "./listings";

/** Batches at once: one is folded here while the database reads or stores another. */
const AT_ONCE = [1, 2];

/** A busy machine takes its time to begin a transaction, and to end one. */
const PATIENT = { maxWait: 60_000, timeout: 60_000 };

/**
 * Derives everything about every deal and listing, and the keys of publishers, anew from the claims and stores it. Answers how many
 * deals. Its memory is that of two batches, however many there are.
 */
export async function deriveEverything(db: Client): Promise<number> {
  const publishers = await db.$queryRaw<
    { name: string }[]
  >`SELECT DISTINCT publisher AS name FROM source_version`;
  await storePublishers(
    db,
    publishers.map(({ name }) => name),
  );
  const deals = await sideBySide(AT_ONCE, dealBatches(db), async (_, ids) => {
    await db.$transaction(async (tx) => storeDerived(tx, await deriveDeals(tx, ids)), PATIENT);
    return ids.length;
  });
  for await (const chains of listingBatches(db))
    await db.$transaction(async (tx) => storeListings(tx, chains, await deriveListings(tx, chains)), PATIENT);
  return deals.reduce((sum, count) => sum + count, 0);
}
