import type { SourceGraph } from "@/domain/claims";
import type { CarrierRef, DeviceRef } from "@/domain/device-history";
import type { HistoryEntry } from "@/domain/history";
import { column, dated, type Table, tableOf } from "./table";

/** A standing claim with the deal that it is about. */
export type ClaimOfDeal = {
  readonly device: Pick<DeviceRef, "slug">;
  readonly carrier: Pick<CarrierRef, "slug" | "name" | "country">;
  readonly entry: HistoryEntry;
};

/** The claims that lanes are drawn from, in their order. Sources by their addresses, supporting ones only. */
export const claimTable = (lines: readonly ClaimOfDeal[], graph: SourceGraph): Table =>
  tableOf(lines, [
    column("claim", ({ entry }) => entry.claim.id),
    column("device", ({ device }) => device.slug),
    column("carrier", ({ carrier }) => carrier.slug),
    column("carrier_name", ({ carrier }) => carrier.name),
    column("country", ({ carrier }) => carrier.country),
    column("status", ({ entry }) => entry.claim.status),
    dated("effective", ({ entry }) => entry.from),
    dated("until", ({ entry }) => entry.until),
    dated("target", ({ entry }) => entry.claim.target),
    column("reasons", ({ entry }) => entry.claim.reasons.join(" ")),
    column("note", ({ entry }) => entry.claim.note),
    column("certainty", ({ entry }) => entry.certainty.certainty),
    column("disputed", ({ entry }) => entry.certainty.disputed),
    column("articles", ({ entry }) => entry.certainty.articles),
    column("origins", ({ entry }) => entry.certainty.origins.length),
    column("sources", ({ entry }) =>
      entry.certainty.supports.map((e) => graph.sources.get(e.source)?.slug ?? e.source).join(" "),
    ),
    column("published", ({ entry }) => entry.published),
    column("recorded_at", ({ entry }) => entry.claim.recorded.at),
  ]);
