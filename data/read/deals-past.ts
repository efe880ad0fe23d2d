import type { Db } from "@/data/db";
import { edtf } from "@/data/rows";
import type { Id, View } from "@/domain/claims";
import { type DealsPast, type MoveRow, moveYears, type PlanYear } from "@/domain/deals-past";
import type { Status } from "@/domain/status";
import type { Lasting } from "@/domain/survival";
import { Prisma } from "@/generated/prisma/client";
import { boardSql } from "./board-sql";
import { pastSql, saleMovesSql } from "./deal-scope";
import { latestPlansSql } from "./plans-sql";
import { daySql } from "./view-sql";

const { sql } = Prisma;
const LATEST = 8;

type LatestRow = {
  claim: Id;
  status: Status;
  before: Status | null;
  effective: string;
  device: string;
  device_name: string;
  carrier: string;
  carrier_name: string;
};
type Row = {
  moves: MoveRow[] | null;
  plans: PlanYear[] | null;
  at_least: Lasting[] | null;
  at_most: Lasting[] | null;
  latest: LatestRow[] | null;
};

/** Days as the bounds of whole months; a spell of no day counts as none. */
const months = (days: Prisma.Sql) => sql`floor(greatest(0, ${days}) / 30.44)::int`;
const json = (rows: Prisma.Sql) => sql`(SELECT jsonb_agg(to_jsonb(x)) FROM (${rows}) x)`;

/**
 * What became of the deals of `deals` (a SELECT of ids) up to the view's day. One query, which folds their histories once;
 * its answer has a row a year, month or status, whatever the number of deals.
 */
export async function dealsPast(db: Db, view: View, deals: Prisma.Sql): Promise<DealsPast> {
  const past = sql`past`;
  const lasted = (bound: "short" | "long") =>
    json(sql`
    SELECT ${months(bound === "short" ? sql`s.short` : sql`s.long`)} AS time, s.ended, count(*)::int AS n
    FROM stays s GROUP BY 1, 2`);
  const [row] = await db.$queryRaw<Row[]>`
    WITH past AS MATERIALIZED (SELECT * FROM ${pastSql(view, deals)} p),
    -- Spells on sale, each with the claim that ended it, or with how far the sale is known to have lasted.
    spells AS (
      SELECT h.deal_id, h.claim_id, h.sort_earliest AS begins, n.claim_id AS ended_by
      FROM (
        SELECT p.*, min(p.place) FILTER (WHERE p.status <> 'carried') OVER (
          PARTITION BY p.deal_id ORDER BY p.place ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS ended_at
        FROM past p
      ) h
      LEFT JOIN past n ON n.deal_id = h.deal_id AND n.place = h.ended_at
      WHERE h.status = 'carried' AND h.before_status IS DISTINCT FROM 'carried'
    ),
    stays AS MATERIALIZED (
      SELECT s.ended_by IS NOT NULL AS ended,
             CASE WHEN e.id IS NOT NULL THEN e.effective_earliest ELSE least(b.heard, ${daySql(view.on)}) END
               - least(c.effective_latest, ${daySql(view.on)}) AS short,
             CASE WHEN e.id IS NOT NULL THEN e.effective_latest ELSE least(b.heard, ${daySql(view.on)}) END
               - s.begins AS long
      FROM spells s
      JOIN status_change c ON c.id = s.claim_id
      LEFT JOIN status_change e ON e.id = s.ended_by
      LEFT JOIN (${boardSql(view, deals)}) b ON b.deal_id = s.deal_id AND s.ended_by IS NULL
    )
    SELECT ${json(sql`
             SELECT m.year, m.entered, m.status, count(DISTINCT m.deal_id)::int AS deals
             FROM (${saleMovesSql(past)}) m GROUP BY GROUPING SETS ((m.year, m.entered), (m.year, m.entered, m.status))`)} AS moves,
           ${json(sql`
             SELECT p.year, p.outcome, count(*)::int AS plans FROM (${latestPlansSql(past, view.on)}) p GROUP BY 1, 2`)} AS plans,
           ${lasted("short")} AS at_least,
           ${lasted("long")} AS at_most,
           ${json(sql`
             SELECT h.claim_id AS claim, h.status, h.before_status AS before, c.effective_text AS effective,
                    v.slug AS device, v.name AS device_name, k.slug AS carrier, k.name AS carrier_name
             FROM (SELECT * FROM past ORDER BY sort_earliest DESC, seq DESC LIMIT ${LATEST}) h
             JOIN status_change c ON c.id = h.claim_id
             JOIN deal d ON d.id = h.deal_id
             JOIN device v ON v.id = d.device_id
             JOIN carrier k ON k.id = d.carrier_id
             ORDER BY h.sort_earliest DESC, h.seq DESC`)} AS latest`;
  return {
    moves: moveYears(row?.moves ?? []),
    plans: (row?.plans ?? []).sort((a, b) => a.year - b.year),
    stays: { atLeast: row?.at_least ?? [], atMost: row?.at_most ?? [] },
    latest: (row?.latest ?? []).map((r) => ({
      key: r.claim,
      deal: {
        device: { slug: r.device, name: r.device_name },
        carrier: { slug: r.carrier, name: r.carrier_name },
      },
      claim: { id: r.claim, status: r.status, effective: edtf(r.effective) },
      before: r.before && { status: r.before },
    })),
  };
}
