import type { Id } from "@/domain/claims";
import type { DealNow, Named } from "@/domain/deal-rows";
import type { EditState } from "./edit-state";
import type { MatrixFilter } from "./matrix-query";

/** So many deals one bulk edit changes; it is one transaction, which everybody else waits for. */
export const MOST_AT_ONCE = 200;

/** A deal that can be ticked. */
export type BulkRow = {
  readonly deal: Id;
  /** What the change is made from: somebody who was faster is not overwritten. */
  readonly version: number;
  readonly device: Named;
  readonly carrier: Named & { readonly country: string };
  readonly now: Pick<DealNow, "status" | "certain" | "since"> | null;
};

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
  readonly previews: Readonly<Record<Id, BulkPreview>>;
};

/** The value of a deal's box: the deal, and the version that the page showed. */
export const printTick = ({ deal, version }: Pick<BulkRow, "deal" | "version">): string =>
  `${deal}.${version}`;

/** null: no such value comes from the page. */
export function parseTick(text: string): { deal: Id; version: number } | null {
  const [, deal, version] = /^([0-9a-f-]{36})\.(\d{1,9})$/.exec(text) ?? [];
  return deal && version ? { deal, version: Number(version) } : null;
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
