import type { View } from "@/domain/claims";
import type { Tally } from "@/domain/entity-rows";
import { countsOf } from "@/domain/overview";
import type { Status } from "@/domain/status";
import { Prisma } from "@/generated/prisma/client";
import { boardSql } from "./board-sql";
import type { Deals } from "./whose-deals";

const { sql } = Prisma;

/** The entities that a deal counts for. Columns of `boardSql b` and, for devices, `deal d`. */
const OF = {
  device: sql`d.device_id`,
  carrier: sql`b.carrier_id`,
  manufacturer: sql`b.manufacturer_id`,
} as const;
export type TallyOf = keyof typeof OF;

/** One status of one entity; as JSON, `tallyOf` reads it. */
type TallyPart = { readonly status: Status; readonly deals: number; readonly stale: number };

/** `of_id`, `deals` and `parts` (JSON, for `tallyOf`) from rows of `of_id`, `status`, `stale`: a SELECT or a CTE's name. */
export const partsSql = (rows: Prisma.Sql) => sql`
  SELECT x.of_id, sum(x.deals)::int AS deals,
         jsonb_agg(jsonb_build_object('status', x.status, 'deals', x.deals, 'stale', x.stale)) AS parts
  FROM (
    SELECT y.of_id, y.status, count(*)::int AS deals, (count(*) FILTER (WHERE y.stale))::int AS stale
    FROM ${rows} y GROUP BY 1, 2
  ) x
  GROUP BY x.of_id`;

/** The same of each entity that these deals count for, with a status on the day. */
export const talliesSql = (view: View, of: TallyOf, deals: Deals) =>
  partsSql(sql`(
    SELECT ${OF[of]} AS of_id, b.status, b.stale
    FROM (${boardSql(view, deals)}) b
    ${of === "device" ? sql`JOIN deal d ON d.id = b.deal_id` : Prisma.empty})`);

/** `parts` of `partsSql`; null: no deal with a status. */
export function tallyOf(parts: unknown): Tally {
  const rows = (parts ?? []) as readonly TallyPart[];
  return {
    counts: countsOf(rows, ({ deals }) => deals),
    staleCarried: rows.find(({ status }) => status === "carried")?.stale ?? 0,
  };
}
