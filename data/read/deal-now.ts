import type { Db } from "@/data/db";
import type { Status } from "@/domain/status";

/** How far a deal is, and what stands of it, the last recorded first. */
export type DealNow = {
  readonly version: number;
  readonly claims: readonly {
    readonly status: Status;
    readonly effectiveText: string;
    readonly note: string | null;
  }[];
};

const MOST = 20;

/** The deal of a pair, by slugs; null: there is none yet. One query. */
export async function dealNow(db: Db, device: string, carrier: string): Promise<DealNow | null> {
  const row = await db.deal.findFirst({
    where: { device: { slug: device }, carrier: { slug: carrier } },
    select: {
      version: true,
      changes: {
        where: { successor: null, retraction: null },
        select: { status: true, effectiveText: true, note: true },
        orderBy: { seq: "desc" },
        take: MOST,
      },
    },
  });
  return (
    row && { version: row.version, claims: row.changes.map((c) => ({ ...c, status: c.status as Status })) }
  );
}
