import type { View } from "@/domain/claims";
import { STATUSES } from "@/domain/status";
import { Prisma } from "@/generated/prisma/client";
import { isNow, isStored } from "./spans-sql";
import { daySql } from "./view-sql";
import type { Deals } from "./whose-deals";

const { sql, join } = Prisma;

/**
 * How many claims of `spans` (`historyTablesSql` up to the view's day) began before which day, at the latest: a SELECT of
 * `status`, `before`, `quarter` and `n`. A quarter is named by the first day after it, which is the last that counts for it.
 */
export function begunSql(view: View, deals: Deals): Prisma.Sql {
  if (deals !== null || !isStored(view)) return byDay(sql`spans`);
  return isNow(view) ? byRange(view) : sql`${byRange(view)} UNION ALL ${byDay(sql`past`)}`;
}

/** Whatever the spans: by day first, since a quarter is worked out for each day then, not for each deal. */
const byDay = (spans: Prisma.Sql) => sql`
  SELECT status, before, (date_trunc('quarter', (day - 1)::timestamp) + interval '3 months')::date AS quarter, sum(n)::int AS n
  FROM (SELECT status, sort_earliest AS day, before_status AS before, count(*)::int AS n FROM ${spans} GROUP BY 1, 2, 3) d
  GROUP BY 1, 2, 3`;

/** Of all deals, the spans of now: each status and quarter is one range of their index. */
const byRange = ({ on }: View) => sql`
  SELECT t.status, d.before, q.ends AS quarter, d.n
  FROM unnest(ARRAY[${join([...STATUSES])}]) t (status)
  CROSS JOIN (
    SELECT f::date AS begins, (f + interval '3 months')::date AS ends
    FROM generate_series(
      date_trunc('quarter', ((SELECT min(sort_earliest) FROM still) - 1)::timestamp), ${daySql(on)}::timestamp, '3 months') f
  ) q
  CROSS JOIN LATERAL (
    SELECT s.before_status AS before, count(*)::int AS n FROM still s
    WHERE s.status = t.status AND s.sort_earliest > q.begins AND s.sort_earliest <= q.ends GROUP BY 1
  ) d`;
