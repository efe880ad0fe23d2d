import { deriveEverything } from "@/data/derived/everything";
import { closeDb, db } from "@/server/db";

/**
 * `npm run settle`: derives everything about every deal, and the keys of publishers, anew from the claims and stores it. Needed after a migration that
 * adds something derived; `npm run verify` tells whether it is.
 */

console.log(`settle: ${await deriveEverything(db())} deals`);
await closeDb();
