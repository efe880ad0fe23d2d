import type { Db } from "@/data/db";
import { verifyDeals } from "./deals";
import type { Difference } from "./difference";
import { verifyListings } from "./listings";
import { verifyMerges } from "./merges";
import { verifyNames } from "./names";
import { verifyAudit, verifyChains, verifySources } from "./record";

/** Recomputes everything derived from the claims, and the audit trail; every difference found, or none. */
export async function verifyRecord(db: Db): Promise<Difference[]> {
  return [
    ...(await verifyDeals(db)),
    ...(await verifyListings(db)),
    ...(await verifyChains(db)),
    ...(await verifySources(db)),
    ...(await verifyNames(db)),
    ...(await verifyMerges(db)),
    ...(await verifyAudit(db)),
  ];
}
