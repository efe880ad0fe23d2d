import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import { countsOf, type DayCount, type ReasonCount } from "@/domain/overview";
import { REASONS, type Reason, type Status } from "@/domain/status";
import { boardSql } from "./board-sql";
import type { Deals } from "./whose-deals";

type ReasonRow = { readonly reason: Reason; readonly status: Status; readonly deals: number };
type Row = { readonly day: DayCount[]; readonly reasons: ReasonRow[] };

/**
 * How many deals have which status on the view's day, by certainty and the marks `disputed` and `stale`; and by the reasons
 * that were given for it, the most frequent reason first. One query over one fold; at most one row a combination.
 */
export async function dayCounts(
  db: Db,
  view: View,
  deals: Deals,
): Promise<{ day: readonly DayCount[]; reasons: readonly ReasonCount[] }> {
  const [row] = await db.$queryRaw<Row[]>`
    WITH b AS MATERIALIZED (
      SELECT x.status, x.certainty, x.disputed, x.stale, x.reasons, count(*)::int AS deals
      FROM (${boardSql(view, deals)}) x GROUP BY 1, 2, 3, 4, 5
    ),
    marked AS (
      SELECT status, certainty, disputed, stale, sum(deals)::int AS deals FROM b GROUP BY 1, 2, 3, 4
    ),
    given AS (
      SELECT r.reason, b.status, sum(b.deals)::int AS deals
      FROM b CROSS JOIN LATERAL (SELECT DISTINCT unnest(b.reasons) AS reason) r
      WHERE b.reasons <> '{}'
      GROUP BY 1, 2
    )
    SELECT (SELECT coalesce(json_agg(m ORDER BY m.status, m.certainty, m.disputed, m.stale), '[]') FROM marked m) AS day,
           (SELECT coalesce(json_agg(g), '[]') FROM given g) AS reasons`;
  return { day: row?.day ?? [], reasons: byReason(row?.reasons ?? []) };
}

function byReason(rows: readonly ReasonRow[]): ReasonCount[] {
  const of = (reason: Reason) => rows.filter((r) => r.reason === reason);
  const total = (reason: Reason) => of(reason).reduce((sum, { deals }) => sum + deals, 0);
  return REASONS.filter((reason) => total(reason) > 0)
    .sort((a, b) => total(b) - total(a))
    .map((reason) => ({ reason, counts: countsOf(of(reason), ({ deals }) => deals) }));
}
