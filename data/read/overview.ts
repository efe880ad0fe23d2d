import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import { countsOf, type Overview, type PolicyLine, planSpansOf, trendOf } from "@/domain/overview";
import { dayCounts, dayReasons } from "./overview-day";
import { planCounts, quarterFlows } from "./overview-trend";
import { recentChanges } from "./recent-changes";
import { daySql, historySql, knownSql, recordSql } from "./view-sql";

const LATEST = 6;
const POLICY_LINES = 6;

/** What the record holds under the view: everything else on the page is counted from this. */
async function totals(db: Db, view: View): Promise<Overview["totals"]> {
  const rows = await db.$queryRaw<Overview["totals"][]>`
    WITH limits AS (SELECT coalesce(${recordSql(view)}, 'infinity'::timestamptz) AS r,
                           coalesce(${knownSql(view)}, 'infinity'::date) AS k)
    SELECT (SELECT count(*) FROM device d WHERE d.created_at <= l.r)::int AS devices,
           (SELECT count(*) FROM carrier c WHERE c.created_at <= l.r)::int AS carriers,
           (SELECT count(*) FROM (${historySql(view)}) h WHERE h.sort_earliest <= ${daySql(view.on)})::int AS claims,
           (SELECT count(*) FROM source s WHERE s.created_at <= l.r AND s.published_latest <= l.k)::int AS sources
    FROM limits l`;
  return rows[0] ?? { devices: 0, carriers: 0, claims: 0, sources: 0 };
}

/** What governments and regulators did last, up to the view's day, and how many standing claims name it. */
function latestPolicy(db: Db, view: View): Promise<PolicyLine[]> {
  return db.$queryRaw<PolicyLine[]>`
    SELECT p.slug, p.title, p.issuer, p.date_text AS date, (
      SELECT count(*) FROM status_change_policy_action n
      JOIN visible_status_changes(${knownSql(view)}, ${recordSql(view)}, ARRAY(
        SELECT c.deal_id FROM status_change_policy_action m JOIN status_change c ON c.id = m.status_change_id
        WHERE m.policy_action_id = p.id)) v ON v.claim_id = n.status_change_id
      WHERE n.policy_action_id = p.id AND v.sort_earliest <= ${daySql(view.on)})::int AS claims
    FROM policy_action p
    WHERE p.date_earliest <= least(${daySql(view.on)}, coalesce(${knownSql(view)}, 'infinity'::date))
      AND p.created_at <= coalesce(${recordSql(view)}, 'infinity'::timestamptz)
    ORDER BY p.date_earliest DESC, p.slug LIMIT ${POLICY_LINES}`;
}

/** The state of the whole record under a view. Every part is counted in the database; nothing grows with the record. */
export async function overview(db: Db, view: View): Promise<Overview> {
  const [all, day, flows, reasons, plans, latest, policyActions] = await Promise.all([
    totals(db, view),
    dayCounts(db, view),
    quarterFlows(db, view),
    dayReasons(db, view),
    planCounts(db, view),
    recentChanges(db, { view, by: "effective", filter: {}, page: 1, size: LATEST, recorder: false }),
    latestPolicy(db, view),
  ]);
  return {
    totals: all,
    day,
    trend: trendOf(
      flows,
      view.on,
      countsOf(day, ({ deals }) => deals),
    ),
    reasons,
    plans: planSpansOf(plans),
    latest: latest.rows,
    policyActions,
  };
}
