import type { SourceGraph } from "@/domain/claims";
import type { CarrierRef, DeviceRef } from "@/domain/device-history";
import type { HistoryEntry } from "@/domain/history";
import { dateCells, dateColumns, type Table } from "./table";

/** A standing claim with the deal that it is about. */
export type ClaimOfDeal = {
  readonly device: Pick<DeviceRef, "slug">;
  readonly carrier: Pick<CarrierRef, "slug" | "name" | "country">;
  readonly entry: HistoryEntry;
};

/** The claims that lanes are drawn from, in their order. Sources by their addresses, supporting ones only. */
export const claimTable = (lines: readonly ClaimOfDeal[], graph: SourceGraph): Table => ({
  columns: [
    "claim",
    "device",
    "carrier",
    "carrier_name",
    "country",
    "status",
    ...dateColumns("effective"),
    ...dateColumns("until"),
    ...dateColumns("target"),
    "reasons",
    "note",
    "certainty",
    "disputed",
    "articles",
    "origins",
    "sources",
    "published",
    "recorded_at",
  ],
  rows: lines.map(({ device, carrier, entry: { claim, from, until, certainty, published } }) => [
    claim.id,
    device.slug,
    carrier.slug,
    carrier.name,
    carrier.country,
    claim.status,
    ...dateCells(from),
    ...dateCells(until),
    ...dateCells(claim.target),
    claim.reasons.join(" "),
    claim.note,
    certainty.certainty,
    certainty.disputed,
    certainty.articles,
    certainty.origins.length,
    certainty.supports.map((e) => graph.sources.get(e.source)?.slug ?? e.source).join(" "),
    published,
    claim.recorded.at,
  ]),
});
