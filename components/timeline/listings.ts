import type { Listing } from "@/domain/claims";
import { dateWords } from "@/domain/date-words";
import type { RetailerLane } from "@/domain/device-history";
import type { Day } from "@/domain/edtf";
import { type Axis, xOf } from "./axis";
import type { Span } from "./segments";
import { listingOn } from "./words";

/*
 * A retailer's lane, however densely it is drawn: where a listing lies, what it says, and what it comes to on a day.
 */

/** Places in percent; `place` is all of a listing, for the pointer and the focus ring. */
export function placesOf({ from, to }: Pick<Listing, "from" | "to">, axis: Axis) {
  const begins = xOf(axis, from.earliest);
  const start = xOf(axis, from.latest);
  const end = to ? xOf(axis, to.earliest) : 100;
  const gone = to ? xOf(axis, to.latest) : 100;
  const spans: Record<"rise" | "sure" | "fall" | "place", Span> = {
    rise: { from: begins, to: start },
    sure: { from: start, to: Math.max(start, end) },
    fall: { from: end, to: gone },
    place: { from: begins, to: gone },
  };
  return spans;
}

/** "on sale from 18 Feb 2018, no end known". */
export const listingWords = ({ from, to }: Pick<Listing, "from" | "to">): string =>
  `on sale from ${dateWords(from)}, ${to ? `ended ${dateWords(to)}` : "no end known"}`;

/** The listing that counts on a day, in words. */
export function retailerStateOn({ entries }: RetailerLane, on: Day): string {
  const last = entries.findLast((e) => e.listing.from.earliest <= on) ?? entries[0];
  return last ? listingOn(last, on) : "no listing yet";
}
