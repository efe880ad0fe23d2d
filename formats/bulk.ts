import type { DealNow, Named } from "@/domain/deal-rows";
import { type Place, parsePlace, printPlace } from "./choice";
import type { EditState } from "./edit-state";
import type { MatrixFilter } from "./matrix-query";

/** So many deals one bulk edit changes; it is one transaction, which everybody else waits for. */
export const MOST_AT_ONCE = 200;

/** A deal that can be ticked. */
export type BulkRow = {
  readonly device: Named;
  readonly carrier: Named & { readonly country: string };
  /** What the change is made from: somebody who was faster is not overwritten. null: the change would be the deal's first. */
  readonly version: number | null;
  readonly now: Pick<DealNow, "status" | "certain" | "since"> | null;
};

/** The place of a row, as `printPlace`: what tells it from the others. */
export const placeOfRow = ({ device, carrier }: Pick<BulkRow, "device" | "carrier">): string =>
  printPlace({ device: device.slug, carrier: carrier.slug });

/** What the change would do to one deal, in words. */
export type BulkPreview = {
  /** Today, and where the change took effect before, on that day. */
  readonly statuses: readonly { readonly question: string; readonly now: string; readonly after: string }[];
  readonly certainty: string;
  readonly warnings: readonly string[];
};

export type BulkState = EditState & {
  /** Ticked deals, as `printTick`; null: all of the page. */
  readonly ticked: readonly string[] | null;
  /** By the place of the deal. */
  readonly previews: Readonly<Record<string, BulkPreview>>;
};

/** The value of a deal's box: its place, and the version that the page showed. */
export const printTick = (row: BulkRow): string => `${placeOfRow(row)}.${row.version ?? 0}`;

/** null: no such value comes from the page. */
export function parseTick(text: string): (Place & { version: number }) | null {
  const [, before = "", version] = /^(.*)\.(\d{1,9})$/.exec(text) ?? [];
  const place = parsePlace(before);
  return place && version ? { ...place, version: Number(version) } : null;
}

/** The filter of the deals list that leaves the deals that a matrix shows; null: it shows cells without a deal. */
export function dealsOfMatrix(filter: MatrixFilter): Record<string, string | null> | null {
  const { manufacturer, country, kind, status, certainty, reason, mark } = filter;
  if (mark === "none") return null;
  return {
    manufacturer,
    country,
    network: kind,
    status,
    certainty,
    reason,
    ...(mark === "single" && { origins: "one" }),
    ...(mark !== null && mark !== "single" && { [mark]: "1" }),
  };
}

/** Whether some filter of the deals list is set; all deals of the record are never meant. */
export const isNarrowed = ({ sort: _, ...filter }: Readonly<Record<string, string | null>>): boolean =>
  Object.values(filter).some((value) => value !== null);
