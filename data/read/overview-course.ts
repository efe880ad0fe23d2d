import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import type { Day } from "@/domain/edtf";
import type { Mover, QuarterFlow, WithdrawalCount, YearSpan } from "@/domain/overview";
import type { Status } from "@/domain/status";
import { Prisma } from "@/generated/prisma/client";
import { historyTablesSql } from "./history-sql";
import { begunSql } from "./overview-flows";
import { tablesOf } from "./spans-sql";
import { daySql } from "./view-sql";
import type { Deals } from "./whose-deals";

const { sql, join } = Prisma;

export type CourseQuery = {
  readonly view: View;
  readonly deals: Deals;
  readonly years: YearSpan | null;
  /** Whose range is compared, and between which two days; the first is exclusive. */
  readonly movers: { readonly of: "manufacturer" | "carrier"; readonly from: Day; readonly to: Day };
  /** Up to when the latest changes are told. */
  readonly until: Day;
};

export type Course = {
  readonly claims: number;
  readonly flows: readonly QuarterFlow[];
  readonly withdrawals: readonly WithdrawalCount[];
  readonly movers: readonly Mover[];
  /** What took effect last in the world. */
  readonly latest: readonly LatestRow[];
};

const MOST_MOVERS = 8;
const LATEST = 6;

export type LatestRow = {
  readonly claim: string;
  readonly status: Status;
  readonly before: Status | null;
  readonly effective: string;
  readonly device: string;
  readonly device_name: string;
  readonly carrier: string;
  readonly carrier_name: string;
};

const within = (year: Prisma.Sql, years: YearSpan | null) =>
  years ? sql`${year} BETWEEN ${years.from}::int AND ${years.to}::int` : sql`true`;

const MOVES_BY = {
  manufacturer: { id: sql`s.manufacturer_id`, table: sql`manufacturer` },
  carrier: { id: sql`s.carrier_id`, table: sql`carrier` },
} as const;

/** What took effect last up to a day, newest first. Of each table of spans the newest few are looked up. */
function latestSql({ view, until }: CourseQuery): Prisma.Sql {
  const newest = sql`ORDER BY x.sort_earliest DESC, x.seq DESC LIMIT ${LATEST}`;
  const few = tablesOf(view).map(
    (spans) => sql`(SELECT * FROM ${spans} x WHERE x.sort_earliest <= ${daySql(until)} ${newest})`,
  );
  return sql`
    SELECT h.claim_id AS claim, h.status, h.before_status AS before, s.effective_text AS effective,
           v.slug AS device, v.name AS device_name, c.slug AS carrier, c.name AS carrier_name
    FROM (SELECT * FROM (${join(few, " UNION ALL ")}) x ${newest}) h
    JOIN status_change s ON s.id = h.claim_id
    JOIN deal d ON d.id = h.deal_id JOIN device v ON v.id = d.device_id JOIN carrier c ON c.id = d.carrier_id
    ORDER BY h.sort_earliest DESC, h.seq DESC`;
}

/**
 * What happened up to the view's day: how the number of deals with a status moved on the first day of each quarter (a deal
 * is counted from the first such day on which it has the status); withdrawals by year and reason; and whose
 * number of carried devices moved most. One query over one fold; its answer does not grow with the record.
 */
export async function courseCounts(db: Db, query: CourseQuery): Promise<Course> {
  const { view, deals, years, movers } = query;
  const on = daySql(view.on);
  const by = MOVES_BY[movers.of];
  const [row] = await db.$queryRaw<Course[]>`
    WITH ${historyTablesSql(view, deals, view.on)},
    began AS MATERIALIZED (${begunSql(view, deals)}),
    -- A status ends where the next one of its deal begins.
    flows AS (
      SELECT status, quarter, sum(n)::int AS net
      FROM (SELECT status, quarter, n FROM began UNION ALL SELECT before, quarter, -n FROM began WHERE before IS NOT NULL) m
      GROUP BY 1, 2 HAVING sum(n) <> 0
    ),
    withdrawals AS (
      SELECT y.year, r.reason, sum(y.claims)::int AS claims
      FROM (
        SELECT date_part('year', s.sort_earliest)::int AS year, s.reasons, count(*)::int AS claims
        FROM spans s WHERE s.status = 'withdrawn' AND ${within(sql`date_part('year', s.sort_earliest)`, years)} GROUP BY 1, 2
      ) y LEFT JOIN LATERAL (SELECT DISTINCT unnest(y.reasons) AS reason) r ON true
      GROUP BY 1, 2
    ),
    movers AS (
      SELECT ${by.id} AS id,
             count(*) FILTER (WHERE s.sort_earliest <= ${daySql(movers.from)} AND (s.ends IS NULL OR s.ends > ${daySql(movers.from)}))::int AS before,
             count(*) FILTER (WHERE s.sort_earliest <= ${daySql(movers.to)} AND (s.ends IS NULL OR s.ends > ${daySql(movers.to)}))::int AS after
      FROM spans s WHERE s.status = 'carried' GROUP BY 1
    )
    SELECT (SELECT coalesce(sum(n), 0)::int FROM began) AS claims,
           (SELECT coalesce(json_agg(f ORDER BY f.quarter, f.status), '[]') FROM flows f WHERE f.quarter <= ${on}) AS flows,
           (SELECT coalesce(json_agg(w ORDER BY w.year, w.reason), '[]') FROM withdrawals w) AS withdrawals,
           (SELECT coalesce(json_agg(m), '[]') FROM (
             SELECT g.slug, g.name, m.before, m.after FROM movers m JOIN ${by.table} g ON g.id = m.id
             WHERE m.before <> m.after ORDER BY abs(m.after - m.before) DESC, g.slug LIMIT ${MOST_MOVERS}
           ) m) AS movers,
           (SELECT coalesce(json_agg(l), '[]') FROM (${latestSql(query)}) l) AS latest`;
  return (
    row ?? {
      claims: 0,
      flows: [],
      withdrawals: [],
      movers: [],
      latest: [],
    }
  );
}
