import type { Db } from "@/data/db";
import { edtf } from "@/data/rows";
import type { ChangeLine } from "@/domain/change-rows";
import type { View } from "@/domain/claims";
import { addYears, type Day, type Instant } from "@/domain/edtf";
import { countsOf, type Overview, type PolicyLine, trendOf, type YearSpan } from "@/domain/overview";
import { Prisma } from "@/generated/prisma/client";
import { ALL_DEALS, dealsOf } from "./deal-scope";
import { jsonLists } from "./json-rows";
import { courseCounts, type LatestRow } from "./overview-course";
import { dayCounts } from "./overview-day";
import { coursesSql, type PlanRows, planLastings, planLists } from "./overview-plans";
import { standingSql } from "./standing-sql";
import { daySql, knownSql, publicationSql, recordSql } from "./view-sql";
import { dealsAt } from "./whose-deals";

const { sql } = Prisma;
const POLICY_LINES = 8;

export type OverviewQuery = {
  readonly view: View;
  /** Slug and country code; null: all. */
  readonly manufacturer: string | null;
  readonly country: string | null;
  readonly years: YearSpan | null;
};

type Totals = { devices: number; carriers: number; sources: number; last: string | null };

/** What the record holds, and the instant of its last deed. One row. */
function totalsSql({ view, manufacturer, country }: OverviewQuery): Prisma.Sql {
  const then = (createdAt: Prisma.Sql) =>
    view.record === null ? sql`true` : sql`${createdAt} <= ${recordSql(view)}`;
  const ofMaker = manufacturer
    ? sql`d.manufacturer_id = (SELECT m.id FROM manufacturer m WHERE m.slug = ${manufacturer})`
    : sql`true`;
  const published = view.record === null ? sql`o.published_latest` : publicationSql(sql`o.id`, view);
  const out = view.known === null ? sql`true` : sql`${published} <= ${knownSql(view)}`;
  return sql`
    SELECT (SELECT count(*) FROM device d WHERE ${then(sql`d.created_at`)} AND ${ofMaker})::int AS devices,
           (SELECT count(*) FROM carrier c WHERE ${then(sql`c.created_at`)}
            AND ${country ? sql`c.country = ${country}` : sql`true`})::int AS carriers,
           (SELECT count(*) FROM source o WHERE ${then(sql`o.created_at`)} AND ${out})::int AS sources,
           (SELECT at FROM audit_entry ORDER BY seq DESC LIMIT 1) AS last`;
}

const latestLine = ({ claim, status, before, effective, ...of }: LatestRow): ChangeLine => ({
  key: claim,
  deal: {
    device: { slug: of.device, name: of.device_name },
    carrier: { slug: of.carrier, name: of.carrier_name },
  },
  claim: { id: claim, status, effective: edtf(effective) },
  before: before && { status: before },
});

type PolicyRow = Omit<PolicyLine, "date"> & { date: string };

/** What governments and regulators did in the time looked at that the most standing claims name, oldest first. */
function policySql({ view, manufacturer, years }: OverviewQuery, until: Day): Prisma.Sql {
  const naming = sql`SELECT n.status_change_id FROM status_change_policy_action n`;
  return sql`
    WITH named AS (
      SELECT n.policy_action_id, count(*)::int AS claims
      FROM (${standingSql(view, naming)}) h JOIN status_change_policy_action n ON n.status_change_id = h.claim_id
      WHERE h.sort_earliest <= ${daySql(view.on)} GROUP BY 1
    )
    SELECT * FROM (
      SELECT p.slug, p.title, p.issuer, p.date_text AS date, p.date_earliest, coalesce(n.claims, 0) AS claims
      FROM policy_action p LEFT JOIN named n ON n.policy_action_id = p.id
      WHERE p.date_earliest <= least(${daySql(until)}, coalesce(${knownSql(view)}, 'infinity'::date))
        AND ${years ? sql`p.date_latest >= make_date(${years.from}::int, 1, 1)` : sql`true`}
        AND p.created_at <= coalesce(${recordSql(view)}, 'infinity'::timestamptz)
        AND ${
          manufacturer
            ? sql`EXISTS (SELECT FROM policy_action_manufacturer a JOIN manufacturer m ON m.id = a.manufacturer_id
                WHERE a.policy_action_id = p.id AND m.slug = ${manufacturer})`
            : sql`true`
        }
      ORDER BY claims DESC, p.date_earliest DESC, p.slug LIMIT ${POLICY_LINES}
    ) x ORDER BY x.date_earliest, x.slug`;
}

const policyLine = ({ slug, title, issuer, date, claims }: PolicyRow): PolicyLine => ({
  slug,
  title,
  issuer,
  date: edtf(date),
  claims,
});

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/**
 * The state and the course of the record under a view, of some makers, countries and years. Three queries; everything is
 * counted in the database, and no answer grows with the record.
 */
export async function overview(
  db: Db,
  query: OverviewQuery,
): Promise<Overview & { readonly lastRecorded: Instant | null }> {
  const { view, manufacturer, country, years } = query;
  const deals =
    manufacturer && !country ? dealsAt({ manufacturer }) : dealsOf({ ...ALL_DEALS, manufacturer, country });
  const until = years ? earlier(view.on, `${years.to}-12-31`) : view.on;
  const movers = {
    of: manufacturer ? "carrier" : "manufacturer",
    from: years ? `${years.from - 1}-12-31` : addYears(until, -10),
    to: until,
  } as const;
  const [beside, day, course] = await Promise.all([
    jsonLists<{ totals: Totals[]; policies: PolicyRow[] } & PlanRows>(
      db,
      { totals: totalsSql(query), policies: policySql(query, until), ...planLists },
      coursesSql(view, deals, years),
    ),
    dayCounts(db, view, deals),
    courseCounts(db, { view, deals, years, movers, until }),
  ]);
  const { last, ...totals } = beside.totals[0] ?? { devices: 0, carriers: 0, sources: 0, last: null };
  const onDay = countsOf(day.day, ({ deals: n }) => n);
  return {
    totals: { ...totals, claims: course.claims },
    ...day,
    trend: trendOf(course.flows, view.on, onDay, years),
    plans: beside.plans,
    lasted: planLastings(beside),
    withdrawals: course.withdrawals,
    movers: { ...movers, rows: course.movers },
    latest: course.latest.map(latestLine),
    policyActions: beside.policies.map(policyLine),
    lastRecorded: last === null ? null : new Date(last).toISOString(),
  };
}
