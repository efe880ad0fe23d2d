import type { Db } from "@/data/db";
import { listingsWhere, sourceGraph, sourcesNamed } from "@/data/read/claims";
import type { Id } from "@/domain/claims";
import { type ListingKnown, listingsKnown } from "@/domain/listings";
import { Prisma } from "@/generated/prisma/client";

/** What is stored of listings beside the claims: when the public went by each. By whole chains, named by their first one. */

/** Folds these chains, two queries whatever their number. */
export async function deriveListings(db: Db, chains: readonly Id[]): Promise<ListingKnown[]> {
  const listings = await listingsWhere(db, Prisma.sql`c.root_id = ANY (${[...chains]}::uuid[])`);
  return listingsKnown(listings, await sourceGraph(db, sourcesNamed(listings)));
}

/** Stores what was derived of these chains, in two statements whatever their number. */
export async function storeListings(
  db: Db,
  chains: readonly Id[],
  derived: readonly ListingKnown[],
): Promise<void> {
  await db.$executeRaw`
    DELETE FROM listing_known k USING listing l WHERE l.id = k.listing_id AND l.root_id = ANY (${[...chains]}::uuid[])`;
  await db.$executeRaw`
    INSERT INTO listing_known (listing_id, retailer_id, begins, ends, known_from, known_until)
    SELECT k.listing, k.retailer, k.begins, k.ends, k."from", k.until
    FROM jsonb_to_recordset(${JSON.stringify(derived)}::jsonb)
      AS k (listing uuid, retailer uuid, begins date, ends date, "from" date, until date)`;
}

const BATCH = 500;

/** The chains of all listings, in batches. */
export async function* listingBatches(db: Db): AsyncGenerator<Id[]> {
  for (let after: Id | null = null; ; ) {
    const rows: { id: Id }[] = await db.$queryRaw`
      SELECT DISTINCT l.root_id AS id FROM listing l
      WHERE ${after === null ? Prisma.sql`true` : Prisma.sql`l.root_id > ${after}::uuid`} ORDER BY 1 LIMIT ${BATCH}`;
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((r) => r.id);
    after = last.id;
  }
}
