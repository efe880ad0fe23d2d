import { verifyRecord } from "@/data/verify/verify";
import { openClient } from "@/server/db";
import { databaseUrl } from "@/server/env";

/** `npm run verify`: recomputes what is derived and reports any difference. Exit code 1 when there is one. */

// The whole audit trail is one statement: of a large record it takes longer than a page may.
const db = openClient(databaseUrl(), { patient: true });
const differences = await verifyRecord(db);
for (const { where, what, stored, expected } of differences) {
  console.log(`${where}: ${what} is ${stored}, should be ${expected}`);
}
console.log(
  differences.length === 0
    ? "verify: everything derived follows from the claims, and the audit trail is whole"
    : `verify: ${differences.length} differences`,
);
await db.$disconnect();
process.exitCode = differences.length === 0 ? 0 : 1;
