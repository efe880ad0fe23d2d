import { deriveEverything } from "@/data/derived/everything";
import { openClient } from "@/server/db";
import { databaseUrl } from "@/server/env";

/**
 * `npm run settle`: derives everything about every deal, and the keys of publishers, anew from the claims and stores it. Needed after a migration that
 * adds something derived; `npm run verify` tells whether it is.
 */

// Of a large record some statements take longer than a page may.
const db = openClient(databaseUrl(), { patient: true });
console.log(`settle: ${await deriveEverything(db)} deals`);
await db.$disconnect();
