import { knownTimes } from "./chains";
import type { Id, Listing, SourceGraph } from "./claims";
import type { Day } from "./edtf";

/** Whether a device is on sale at a retailer on a day. `ahead`: not yet. */
export type ListingState = "ahead" | "listed" | "ended";

/** How a listing stands on a day, and whether that is certain: its bounds may leave the beginning or the end open. */
export function listingState(
  { from, to }: Pick<Listing, "from" | "to">,
  on: Day,
): { readonly state: ListingState; readonly certain: boolean } {
  if (on < from.earliest) return { state: "ahead", certain: true };
  if (to === null || on < to.earliest) return { state: "listed", certain: on >= from.latest };
  return { state: "ended", certain: on >= to.latest };
}

/**
 * When the public went by a listing, and from when to when it was on sale: what `listing_known` stores, so that counting a
 * retailer's listings asks no claim. It stands for the days of knowledge in [from, until); none for one that was retracted.
 */
export type ListingKnown = {
  readonly listing: Id;
  readonly retailer: Id;
  readonly begins: Day;
  readonly ends: Day | null;
  readonly from: Day;
  readonly until: Day | null;
};

/** Of whole chains of listings, as the record reads now; what they rest on must be in the graph. */
export const listingsKnown = (listings: readonly Listing[], graph: SourceGraph): ListingKnown[] =>
  knownTimes(listings, graph).map(({ claim: { id, retailer, from, to }, ...known }) => ({
    listing: id,
    retailer,
    begins: from.earliest,
    ends: to?.earliest ?? null,
    from: known.from,
    until: known.until,
  }));
