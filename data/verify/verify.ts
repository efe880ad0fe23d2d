import type { Db } from "@/data/db";
import { sideBySide } from "@/data/side-by-side";
import { verifyDeals } from "./deals";
import type { Difference } from "./difference";
import { verifyListings } from "./listings";
import { verifyMerges } from "./merges";
import { verifyNames } from "./names";
import { verifyAudit, verifyChains, verifySources } from "./record";

/** Recomputes everything derived from the claims, and the audit trail; every difference found, or none. */
export async function verifyRecord(db: Db): Promise<Difference[]> {
  const parts = [
    verifyDeals,
    verifyListings,
    verifyChains,
    verifySources,
    verifyNames,
    verifyMerges,
    verifyAudit,
  ];
  // The database seals the audit trail anew, in one long statement, while deals are folded here.
  return (await sideBySide(["deals", "the rest"], parts, (_, verify) => verify(db))).flat();
}
