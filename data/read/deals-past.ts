import type { Db } from "@/data/db";
import { edtf } from "@/data/rows";
import type { Id, View } from "@/domain/claims";
import { type DealsPast, type MoveRow, movedOf, moveYears, type PlanYear } from "@/domain/deals-past";
import type { Status } from "@/domain/status";
import type { Lasting } from "@/domain/survival";
import { Prisma } from "@/generated/prisma/client";
import { pastSql, saleMovesSql } from "./deal-scope";
import { latestPlansSql } from "./plans-sql";
import { heardSql, spellsSql } from "./spells-sql";
import type { Deals } from "./whose-deals";

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

const json = (rows: Prisma.Sql) => sql`(SELECT jsonb_agg(to_jsonb(x)) FROM (${rows}) x)`;

/**
 * What became of these deals up to the view's day. One query, which folds their histories once;
 * its answer has a row a year, month or status, whatever the number of deals.
 */
export async function dealsPast(db: Db, view: View, deals: Deals): Promise<DealsPast> {
  const past = sql`past`;
  const lasted = (bound: Prisma.Sql) =>
    json(sql`
    SELECT ${bound} AS time, s.ended_by IS NOT NULL AS ended, count(*)::int AS n
    FROM spells s GROUP BY 1, 2`);
  const [row] = await db.$queryRaw<Row[]>`
    WITH past AS MATERIALIZED (SELECT * FROM ${pastSql(view, deals)} p),
    heard AS MATERIALIZED (${heardSql(view, deals)}),
    spells AS MATERIALIZED (${spellsSql(view, past, sql`heard`)})
    SELECT ${json(sql`
             SELECT m.year, m.entered, m.status, count(DISTINCT m.deal_id)::int AS deals
             FROM (${saleMovesSql(past)}) m GROUP BY GROUPING SETS ((m.entered), (m.year, m.entered), (m.year, m.entered, m.status))`)} AS moves,
           ${json(sql`
             SELECT p.year, p.outcome, count(*)::int AS plans FROM (${latestPlansSql(past, view.on)}) p GROUP BY 1, 2`)} AS plans,
           ${lasted(sql`s.at_least`)} AS at_least,
           ${lasted(sql`s.at_most`)} AS at_most,
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
    moved: movedOf(row?.moves ?? []),
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
