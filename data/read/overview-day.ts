import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import { countsOf, type DayCount, type ReasonCount } from "@/domain/overview";
import { REASONS, type Reason, type Status } from "@/domain/status";
import { Prisma } from "@/generated/prisma/client";
import { boardSql } from "./board-sql";
import { isStored, storedTablesSql, tablesOf } from "./spans-sql";
import { daySql } from "./view-sql";
import type { Deals } from "./whose-deals";

const { sql, join } = Prisma;

type ReasonRow = { readonly reason: Reason; readonly status: Status; readonly deals: number };
type Row = { readonly day: DayCount[]; readonly reasons: ReasonRow[] };

const numbersSql = (board: Prisma.Sql, stale: Prisma.Sql) => sql`
  SELECT x.status, x.certainty, x.disputed, x.reasons, count(*)::int AS deals, count(*) FILTER (WHERE ${stale})::int AS stale
  FROM (${board}) x GROUP BY 1, 2, 3, 4`;

/**
 * The items of a WITH clause up to `b`: deals of the view's day by status, certainty, dispute and reasons, and how many of them are
 * stale. Of all deals, those that have not ended are counted from an index that holds nothing else, in that order; what ended
 * after the day, by its end.
 */
function groupsSql(view: View, deals: Deals): Prisma.Sql {
  if (deals !== null || !isStored(view))
    return sql`b AS MATERIALIZED (${numbersSql(boardSql(view, deals), sql`x.stale`)})`;
  const on = daySql(view.on);
  const tables = storedTablesSql(
    view,
    deals,
    sql`s.status, s.certainty, s.disputed, s.reasons, s.stale_from, s.ends`,
    sql`s.begins <= ${on} AND (s.ends IS NULL OR s.ends > ${on})`,
  );
  const groups = tablesOf(view).flatMap((spans) =>
    [sql`t.ends IS NULL`, sql`t.ends > ${on}`].map((lasts) =>
      numbersSql(sql`SELECT * FROM ${spans} t WHERE ${lasts}`, sql`x.stale_from <= ${on}`),
    ),
  );
  return sql`${tables}, b AS MATERIALIZED (${join(groups, " UNION ALL ")})`;
}

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
    WITH ${groupsSql(view, deals)},
    marked AS (
      SELECT b.status, b.certainty, b.disputed, n.stale, sum(n.deals)::int AS deals
      FROM b CROSS JOIN LATERAL (VALUES (true, b.stale), (false, b.deals - b.stale)) n (stale, deals)
      WHERE n.deals > 0 GROUP BY 1, 2, 3, 4
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
