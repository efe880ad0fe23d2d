import { dealBatches, deriveDeals, storeDerived, storePublishers } from "@/data/derived/deals";
import { closeDb, db } from "@/server/db";

/**
 * `npm run settle`: derives everything about every deal, and the keys of publishers, anew from the claims and stores it. Needed after a migration that
 * adds something derived; `npm run verify` tells whether it is.
 */

const publishers = await db().$queryRaw<
  { name: string }[]
>`SELECT DISTINCT publisher AS name FROM source_version`;
await storePublishers(
  db(),
  publishers.map(({ name }) => name),
);
let deals = 0;
for await (const ids of dealBatches(db())) {
  await db().$transaction(async (tx) => storeDerived(tx, await deriveDeals(tx, ids)), { timeout: 60_000 });
  deals += ids.length;
}
console.log(`settle: ${deals} deals`);
await closeDb();
