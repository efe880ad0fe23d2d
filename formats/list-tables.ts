import type { DealRow } from "@/domain/deal-rows";
import type { ListingLine } from "@/domain/entity-pages";
import type { SpellLine } from "@/domain/spells";
import { dateCells, dateColumns, type Table } from "./table";

/** Lists as they are taken away. */

/** What names a deal in each table of deals, ids first. */
export const DEAL_COLUMNS = [
  "deal",
  "device",
  "carrier",
  "device_name",
  "manufacturer",
  "carrier_name",
  "country",
] as const;
type DealNames = Pick<DealRow, "deal" | "device" | "maker" | "carrier">;
export const dealCells = ({ deal, device, maker, carrier }: DealNames): readonly string[] => [
  ...[deal, device.slug, carrier.slug],
  ...[device.name, maker.name, carrier.name, carrier.country],
];

/** A deal with its status on the day looked at; one without a status has none of what follows it. */
export const dealTable = (rows: readonly DealRow[]): Table => ({
  columns: [
    ...DEAL_COLUMNS,
    "status",
    "certain_on_day",
    ...dateColumns("since"),
    ...dateColumns("target"),
    "exclusive",
    "certainty",
    "disputed",
    "origins",
    "articles",
    "stale",
    "last_heard",
    "claim",
  ],
  rows: rows.map(({ now, ...names }) => [
    ...dealCells(names),
    now?.status ?? null,
    now?.certain ?? null,
    ...dateCells(now?.since ?? null),
    ...dateCells(now?.target ?? null),
    now?.exclusive ?? null,
    now?.certainty ?? null,
    now?.disputed ?? null,
    now?.origins ?? null,
    now?.articles ?? null,
    now?.stale ?? null,
    now?.heard ?? null,
    now?.claim ?? null,
  ]),
});

/** A device on sale at a retailer. */
export const listingTable = (rows: readonly ListingLine[]): Table => ({
  columns: [
    "listing",
    "device",
    "device_name",
    "manufacturer",
    "market",
    ...dateColumns("from"),
    ...dateColumns("to"),
    "certainty",
    "disputed",
    "articles",
    "origins",
    "note",
  ],
  rows: rows.map(({ id, device, maker, market, from, to, certainty, note }) => [
    ...[id, device.slug, device.name, maker.name, market],
    ...dateCells(from),
    ...dateCells(to),
    certainty.certainty,
    certainty.disputed,
    certainty.articles,
    certainty.origins.length,
    note,
  ]),
});

/** A span of being carried: which claims began and ended it, and how many whole months it lasted. */
export const spellTable = (rows: readonly SpellLine[]): Table => ({
  columns: [
    "deal",
    "device",
    "device_name",
    "manufacturer",
    ...dateColumns("from"),
    ...dateColumns("to"),
    "ended_with",
    "last_heard",
    "months_at_least",
    "months_at_most",
    "claim",
    "claim_that_ended_it",
  ],
  rows: rows.map(({ deal, device, maker, begun, ended, heard, atLeast, atMost }) => [
    ...[deal, device.slug, device.name, maker.name],
    ...dateCells(begun.on),
    ...dateCells(ended?.on ?? null),
    ended?.status ?? null,
    heard,
    atLeast,
    atMost,
    begun.claim,
    ended?.claim ?? null,
  ]),
});
