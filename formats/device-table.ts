import type { DealLane, DeviceHistory } from "@/domain/device-history";
import type { HistoryEntry } from "@/domain/history";
import { dateCells, dateColumns, type Table } from "./table";

/** A standing claim of a lane, in the order of the page. */
export type LaneEntry = { readonly lane: DealLane; readonly entry: HistoryEntry };

/** Every claim that the lanes of a device are drawn from. Sources by their addresses, supporting ones only. */
export const deviceTable = ({ device, graph }: DeviceHistory, lines: readonly LaneEntry[]): Table => ({
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
  rows: lines.map(({ lane: { carrier }, entry: { claim, from, until, certainty, published } }) => [
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
