import type { View } from "@/domain/claims";
import type { Day } from "@/domain/edtf";
import { Prisma } from "@/generated/prisma/client";
import { fromStoredSql, isStored, storedTablesSql, touchedDealsSql } from "./spans-sql";
import { daySql, knownSql, recordSql } from "./view-sql";
import type { Deals } from "./whose-deals";

const { sql } = Prisma;
type Knowledge = Pick<View, "known" | "record">;

const COLUMNS = sql`claim_id, deal_id, seq, status, sort_earliest, ends, published, before_status, place, earliest, latest,
  reasons, plan, plan_step, plan_begins, plan_begun, plan_slips, plan_until, carrier_id, manufacturer_id`;

/**
 * The history of each deal: a row a standing claim: `claim_id`, `deal_id`, `seq`, `status`, `sort_earliest` (it begins),
 * `ends` (the next one does), `published`, `before_status`, `place` (from 1); what the claim says: `earliest`,
 * `latest`, `reasons`; and its place in the plans of the deal: `plan`, `plan_step`, `plan_begins`, `plan_begun`, `plan_slips`,
 * `plan_until` (domain/plan-marks.ts); `carrier_id`, `manufacturer_id`. The order is that of `status_on` (0003_reading).
 * Looked up in the stored histories, so that a count may find all that it asks in an index; under a view with both times the deals
 * that the record touched since are folded.
 */
export function historySql(view: Knowledge, deals: Deals = null): Prisma.Sql {
  const stored = fromStoredSql(view, deals, STORED);
  if (isStored(view)) return stored;
  return sql`
    ${stored}
    UNION ALL
    SELECT ${COLUMNS} FROM (${foldedHistorySql(view, touchedDealsSql(view, deals))}) f`;
}

/**
 * The same up to a day as a list for WITH, for a query that reads it several times: `spans`, and where nothing is folded `still`
 * and `past` (`storedTablesSql`).
 */
export const historyTablesSql = (view: Knowledge, deals: Deals, until: Day): Prisma.Sql =>
  isStored(view)
    ? storedTablesSql(view, deals, STORED, sql`s.begins <= ${daySql(until)}`)
    : sql`spans AS MATERIALIZED (SELECT * FROM (${historySql(view, deals)}) h WHERE h.sort_earliest <= ${daySql(until)})`;

const STORED = sql`s.claim_id, s.deal_id, s.seq, s.status, s.begins AS sort_earliest, s.ends, s.published,
  s.before AS before_status, s.place + 1 AS place, s.earliest, s.latest, s.reasons, s.plan, s.plan_step,
  s.plan_begins, s.plan_begun, s.plan_slips, s.plan_until, s.carrier_id, s.manufacturer_id`;

/** The same folded from the claims of these deals (a SELECT of ids). */
export const foldedHistorySql = (view: Knowledge, deals: Prisma.Sql): Prisma.Sql => sql`
  SELECT s.*,
         CASE WHEN s.plan > 0 THEN first_value(s.sort_earliest) OVER plans END AS plan_begins,
         CASE WHEN s.plan > 0 THEN first_value(s.latest) OVER plans END AS plan_begun,
         (count(*) FILTER (WHERE s.plan_step = 'slipped') OVER plans)::int AS plan_slips,
         min(s.sort_earliest) FILTER (WHERE s.plan_step IS NOT NULL)
           OVER (PARTITION BY s.deal_id ORDER BY s.place ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS plan_until,
         d.carrier_id, v.manufacturer_id
  FROM (${steppedHistorySql(view, deals)}) s
  LEFT JOIN deal d ON d.id = s.deal_id
  LEFT JOIN device v ON v.id = d.device_id
  WINDOW plans AS (PARTITION BY s.deal_id, s.plan ORDER BY s.place)`;

const steppedHistorySql = (view: Knowledge, deals: Prisma.Sql): Prisma.Sql => sql`
  SELECT p.*,
         -- Within a plan, each target is held against the one before it (domain/slips.ts).
         CASE WHEN p.status <> 'planned' THEN CASE WHEN p.before_status = 'planned' THEN 'ended' END
              WHEN p.before_status IS DISTINCT FROM 'planned' THEN 'begun'
              WHEN p.target_latest > lag(p.target_latest) OVER aimed
               AND p.target_earliest >= lag(p.target_earliest) OVER aimed THEN 'slipped'
              ELSE 'kept' END AS plan_step
  FROM (
    SELECT h.*, (count(*) FILTER (WHERE h.status = 'planned' AND h.before_status IS DISTINCT FROM 'planned')
             OVER (PARTITION BY h.deal_id ORDER BY h.place))::int AS plan
    FROM (
      SELECT v.claim_id, v.deal_id, v.seq, v.status, v.sort_earliest, lead(v.sort_earliest) OVER w AS ends, v.published,
             lag(v.status) OVER w AS before_status, (row_number() OVER w)::int AS place,
             v.effective_earliest AS earliest, v.effective_latest AS latest, c.reasons, c.target_earliest, c.target_latest
      FROM visible_status_changes(${knownSql(view)}, ${recordSql(view)}, ARRAY(${deals})) v
      LEFT JOIN status_change c ON c.id = v.claim_id
      WINDOW w AS (PARTITION BY v.deal_id
        ORDER BY v.sort_earliest, v.effective_latest, v.published, v.recorded_at, v.seq)
    ) h
  ) p
  WINDOW aimed AS (PARTITION BY p.deal_id, p.plan, p.status = 'planned' AND p.target_latest IS NOT NULL ORDER BY p.place)`;
