import type { Db } from "@/data/db";
import { deriveListings, listingBatches } from "@/data/derived/listings";
import type { ListingKnown } from "@/domain/listings";
import { type Difference, difference } from "./difference";

const said = ({ retailer, begins, ends, from, until }: ListingKnown): string =>
  `at ${retailer} from ${begins} to ${ends ?? ".."}, known from ${from} to ${until ?? ".."}`;

/** When the public went by which listing, against the fold of each chain. */
export async function verifyListings(db: Db): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const chains of listingBatches(db)) {
    const stored = await db.$queryRaw<ListingKnown[]>`
      SELECT k.listing_id AS listing, k.retailer_id AS retailer, k.begins::text, k.ends::text, k.known_from::text AS "from",
             k.known_until::text AS until
      FROM listing_known k JOIN listing l ON l.id = k.listing_id WHERE l.root_id = ANY (${chains}::uuid[])`;
    const is = new Map(stored.map((k) => [k.listing, said(k)]));
    const should = new Map((await deriveListings(db, chains)).map((k) => [k.listing, said(k)]));
    for (const id of new Set([...is.keys(), ...should.keys()]))
      if (is.get(id) !== should.get(id))
        found.push(difference(`listing ${id}`, "known", is.get(id), should.get(id)));
  }
  return found;
}
