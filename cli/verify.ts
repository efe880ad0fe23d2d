import { verifyRecord } from "@/data/verify/verify";
import { closeDb, db } from "@/server/db";

/** `npm run verify`: recomputes what is derived and reports any difference. Exit code 1 when there is one. */

const differences = await verifyRecord(db());
for (const { where, what, stored, expected } of differences) {
  console.log(`${where}: ${what} is ${stored}, should be ${expected}`);
}
console.log(
  differences.length === 0
    ? "verify: everything derived follows from the claims, and the audit trail is whole"
    : `verify: ${differences.length} differences`,
);
await closeDb();
process.exitCode = differences.length === 0 ? 0 : 1;
