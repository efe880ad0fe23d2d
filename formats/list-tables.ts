import type { DealNow, DealRow } from "@/domain/deal-rows";
import type { ListingLine } from "@/domain/entity-pages";
import type { SpellLine } from "@/domain/spells";
import { type Cell, type Columns, column, dated, type Table, tableOf } from "./table";

/** Lists as they are taken away. */

/** What names a deal in each table of deals, ids first. */
export const DEAL_COLUMNS: Columns<Pick<DealRow, "deal" | "device" | "maker" | "carrier">> = {
  names: ["deal", "device", "carrier", "device_name", "manufacturer", "carrier_name", "country"],
  cells: ({ deal, device, maker, carrier }) => [
    ...[deal, device.slug, carrier.slug],
    ...[device.name, maker.name, carrier.name, carrier.country],
  ],
};

/** A deal with its status on the day looked at; one without a status has none of what follows it. */
export function dealTable(rows: readonly DealRow[]): Table {
  const now = (name: string, cell: (now: DealNow) => Cell): Columns<DealRow> =>
    column(name, (row) => row.now && cell(row.now));
  return tableOf(rows, [
    DEAL_COLUMNS,
    now("status", ({ status }) => status),
    now("certain_on_day", ({ certain }) => certain),
    dated("since", (row) => row.now?.since ?? null),
    dated("target", (row) => row.now?.target ?? null),
    now("exclusive", ({ exclusive }) => exclusive),
    now("certainty", ({ certainty }) => certainty),
    now("disputed", ({ disputed }) => disputed),
    now("origins", ({ origins }) => origins),
    now("articles", ({ articles }) => articles),
    now("stale", ({ stale }) => stale),
    now("last_heard", ({ heard }) => heard),
    now("claim", ({ claim }) => claim),
  ]);
}

/** A device on sale at a retailer. */
export const listingTable = (rows: readonly ListingLine[]): Table =>
  tableOf(rows, [
    column("listing", ({ id }) => id),
    column("device", ({ device }) => device.slug),
    column("device_name", ({ device }) => device.name),
    column("manufacturer", ({ maker }) => maker.name),
    column("market", ({ market }) => market),
    dated("from", ({ from }) => from),
    dated("to", ({ to }) => to),
    column("certainty", ({ certainty }) => certainty.certainty),
    column("disputed", ({ certainty }) => certainty.disputed),
    column("articles", ({ certainty }) => certainty.articles),
    column("origins", ({ certainty }) => certainty.origins.length),
    column("note", ({ note }) => note),
  ]);

/** A span of being carried: which claims began and ended it, and how many whole months it lasted. */
export const spellTable = (rows: readonly SpellLine[]): Table =>
  tableOf(rows, [
    column("deal", ({ deal }) => deal),
    column("device", ({ device }) => device.slug),
    column("device_name", ({ device }) => device.name),
    column("manufacturer", ({ maker }) => maker.name),
    dated("from", ({ begun }) => begun.on),
    dated("to", ({ ended }) => ended?.on ?? null),
    column("ended_with", ({ ended }) => ended?.status ?? null),
    column("last_heard", ({ heard }) => heard),
    column("months_at_least", ({ atLeast }) => atLeast),
    column("months_at_most", ({ atMost }) => atMost),
    column("claim", ({ begun }) => begun.claim),
    column("claim_that_ended_it", ({ ended }) => ended?.claim ?? null),
  ]);
