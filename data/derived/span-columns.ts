import type { CurrentSpan, PastSpan } from "@/domain/readings";
import type { DealSpan } from "@/domain/spans";
import { Prisma } from "@/generated/prisma/client";

/** How the rows of `domain/readings.ts` lie in their tables; what stores them and what compares them go by the same list. */

type Column<Key extends string> = readonly [key: Key, column: string, type: string];

/** Whose deal it is stands in the row, too, but comes from the deal. */
const OF_ALL = [
  ["deal", "deal_id", "uuid"],
  ["place", "place", "int"],
  ["claim", "claim_id", "uuid"],
  ["status", "status", "text"],
  ["begins", "begins", "date"],
  ["ends", "ends", "date"],
  ["certainFrom", "certain_from", "date"],
  ["certainUntil", "certain_until", "date"],
  ["published", "published", "date"],
  ["certainty", "certainty", "text"],
  ["disputed", "disputed", "boolean"],
  ["origins", "origins", "int"],
  ["articles", "articles", "int"],
  ["heard", "heard", "date"],
  ["staleFrom", "stale_from", "date"],
  ["earliest", "earliest", "date"],
  ["latest", "latest", "date"],
  ["reasons", "reasons", "text[]"],
  ["seq", "seq", "bigint"],
  ["before", "before", "text"],
  ["plan", "plan", "int"],
  ["planStep", "plan_step", "text"],
  ["planBegins", "plan_begins", "date"],
  ["planBegun", "plan_begun", "date"],
  ["planSlips", "plan_slips", "int"],
  ["planUntil", "plan_until", "date"],
] as const satisfies readonly Column<keyof DealSpan>[];

const CURRENT = [
  ...OF_ALL,
  ["broken", "broken", "text[]"],
  ["knownFrom", "known_from", "date"],
  ["recordedFrom", "recorded_from", "timestamptz"],
] as const satisfies readonly Column<keyof CurrentSpan>[];

const past = (type: "date" | "timestamptz") =>
  [...OF_ALL, ["from", "held_from", type], ["until", "held_until", type]] as const satisfies readonly Column<
    keyof PastSpan<string>
  >[];

/** The tables of spans and their columns. */
export const SPAN_TABLES = {
  deal_span: CURRENT,
  span_by_known: past("date"),
  span_by_record: past("timestamptz"),
} as const satisfies Record<string, readonly Column<string>[]>;
export type SpanTable = keyof typeof SPAN_TABLES;

/** An INSERT of rows that come as one JSON array. */
export function insertSpansSql(table: SpanTable, rows: readonly DealSpan[]): Prisma.Sql {
  const columns: readonly Column<string>[] = SPAN_TABLES[table];
  const raw = (write: (column: Column<string>) => string) => Prisma.raw(columns.map(write).join(", "));
  return Prisma.sql`
    INSERT INTO ${Prisma.raw(table)} (${raw(([, column]) => column)}, carrier_id, manufacturer_id)
    SELECT ${raw(([key]) => `s."${key}"`)}, d.carrier_id, v.manufacturer_id
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS s (${raw(([key, , type]) => `"${key}" ${type}`)})
    JOIN deal d ON d.id = s.deal JOIN device v ON v.id = d.device_id`;
}

/** A row `s` of the table as JSON in the shape of the domain. */
export function spanJsonSql(table: SpanTable): Prisma.Sql {
  const columns: readonly Column<string>[] = SPAN_TABLES[table];
  const value = ([, column, type]: Column<string>) =>
    type === "timestamptz"
      ? `to_char(s.${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
      : `s.${column}`;
  return Prisma.raw(`json_build_object(${columns.map((c) => `'${c[0]}', ${value(c)}`).join(", ")})`);
}
