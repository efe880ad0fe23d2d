import type { Listing } from "./claims";
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
