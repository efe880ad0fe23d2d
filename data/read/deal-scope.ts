import type { View } from "@/domain/claims";
import type { Status } from "@/domain/status";
import type { DealFilter } from "@/formats/lists";
import { Prisma } from "@/generated/prisma/client";
import { historySql } from "./history-sql";
import { latestPlansSql } from "./plans-sql";
import { daySql } from "./view-sql";
import { type Deals, dealsAt } from "./whose-deals";

const { sql, join, empty } = Prisma;
const and = (parts: readonly Prisma.Sql[]) => join(parts.length > 0 ? [...parts] : [sql`true`], " AND ");

/** What of a filter does not hang on the view: whose deals, and where. */
export type DealsOf = Pick<
  DealFilter,
  "manufacturer" | "device" | "carrier" | "country" | "kind" | "network"
>;
export const ALL_DEALS: DealsOf = {
  manufacturer: null,
  device: null,
  carrier: null,
  country: null,
  kind: null,
  network: null,
};

/** A SELECT of the ids of the deals that a filter names; null: all. Finds its way by unique slugs. */
export function dealsOf({
  manufacturer,
  device,
  carrier,
  country,
  kind,
  network,
}: DealsOf): Prisma.Sql | null {
  const ofDevice = [
    ...(device ? [sql`v.slug = ${device}`] : []),
    ...(kind ? [sql`v.kind = ${kind}`] : []),
    ...(manufacturer ? [sql`m.slug = ${manufacturer}`] : []),
  ];
  const ofCarrier = [
    ...(carrier ? [sql`c.slug = ${carrier}`] : []),
    ...(country ? [sql`c.country = ${country}`] : []),
    ...(network ? [sql`c.kind = ${network}`] : []),
  ];
  if (ofDevice.length + ofCarrier.length === 0) return null;
  return sql`
    SELECT d.id FROM deal d
    ${ofDevice.length > 0 ? sql`JOIN device v ON v.id = d.device_id` : empty}
    ${manufacturer ? sql`JOIN manufacturer m ON m.id = v.manufacturer_id` : empty}
    ${ofCarrier.length > 0 ? sql`JOIN carrier c ON c.id = d.carrier_id` : empty}
    WHERE ${and([...ofDevice, ...ofCarrier])}`;
}

/** The history of deals up to the view's day, for the pieces below: to stand in a FROM as `h`. */
export const pastSql = (view: View, deals: Deals) => sql`(
  SELECT x.deal_id, x.claim_id, x.place, x.status, x.before_status, x.sort_earliest, x.seq,
         x.earliest, x.latest, x.plan_step, x.plan_begins, x.plan_begun, x.plan_slips, x.plan_until
  FROM (${historySql(view, deals)}) x WHERE x.sort_earliest <= ${daySql(view.on)})`;

/** Beginnings and ends of sale in a past: `deal_id`, `year`, `entered` (else it left), and the status after it. */
export const saleMovesSql = (past: Prisma.Sql) => sql`
  SELECT h.deal_id, date_part('year', h.sort_earliest)::int AS year, h.status = 'carried' AS entered, h.status
  FROM ${past} h WHERE ${entersOrLeaves(sql`h`)}`;

/** Whether a row of a past, by its name, begins or ends a time on sale. */
export const entersOrLeaves = (row: Prisma.Sql) =>
  sql`(${row}.status = 'carried') <> (${row}.before_status IS NOT DISTINCT FROM 'carried')`;

type Span = { readonly from: number; readonly to: number };
const within = (span: Span) => sql`x.year BETWEEN ${span.from}::int AND ${span.to}::int`;

/** Deals by what happened to them: sale begun, sale ended, a plan's outcome. null: nothing of that is asked for. */
function dealsByEvent(view: View, filter: DealFilter, deals: Deals): Prisma.Sql | null {
  const { entered, left, became, planned, outcome, slips, waited, maywait } = filter;
  const past = pastSql(view, deals);
  const parts: Prisma.Sql[] = [];
  if (entered)
    parts.push(sql`SELECT x.deal_id FROM (${saleMovesSql(past)}) x WHERE x.entered AND ${within(entered)}`);
  if (left || became)
    parts.push(sql`SELECT x.deal_id FROM (${saleMovesSql(past)}) x WHERE NOT x.entered
      AND ${left ? within(left) : sql`true`} AND ${became ? sql`x.status = ${became}` : sql`true`}`);
  const ofPlan = [
    ...(planned ? [within(planned)] : []),
    ...(outcome ? [sql`x.outcome = ${outcome}`] : []),
    ...(slips ? [slips === "3" ? sql`x.slips >= 3` : sql`x.slips = ${Number(slips)}::int`] : []),
    ...(waited === null ? [] : [sql`x.shortest >= ${waited}::int`]),
    ...(maywait === null ? [] : [sql`x.longest >= ${maywait}::int`]),
  ];
  if (ofPlan.length > 0)
    parts.push(sql`SELECT x.deal_id FROM (${latestPlansSql(past, view.on)}) x WHERE ${and(ofPlan)}`);
  return parts.length > 0 ? join(parts, " INTERSECT ") : null;
}

/** The deals that a list's filter leaves, its marks of the day not yet asked. */
export function dealScope(view: View, filter: DealFilter): Deals {
  const deals = ofOne(filter) ?? dealsOf(filter);
  return dealsByEvent(view, filter, deals) ?? deals;
}

/** When the filter names one carrier or one manufacturer and nothing else. */
function ofOne({ manufacturer, device, carrier, country, kind, network }: DealsOf): Deals {
  if (device || country || kind || network) return null;
  if (carrier && !manufacturer) return dealsAt({ carrier });
  return manufacturer && !carrier ? dealsAt({ manufacturer }) : null;
}

/** Deals with a claim under the view, none of which has begun on its day: on record, but without a status. */
export const withoutStatusSql = (view: View, deals: Deals) => sql`
  SELECT h.deal_id FROM (${historySql(view, deals)}) h
  WHERE h.place = 1 AND h.sort_earliest > ${daySql(view.on)}`;

/** The marks of a filter as a condition on a row `b` of `boardSql`. */
export function marksSql(filter: DealFilter): Prisma.Sql {
  const { status, certainty, disputed, stale, uncertain, origins, reason } = filter;
  return and([
    ...(status ? [sql`b.status = ${status satisfies Status | "none"}`] : []),
    ...(certainty ? [sql`b.certainty = ${certainty}`] : []),
    ...(disputed ? [sql`b.disputed`] : []),
    ...(stale ? [sql`b.stale`] : []),
    ...(uncertain ? [sql`NOT b.certain`] : []),
    ...(origins === "one" ? [sql`b.certainty IN ('reported', 'rumoured')`] : []),
    ...(origins === "several" ? [sql`b.origins >= 2`] : []),
    ...(reason ? [reasonSql(reason)] : []),
  ]);
}

/** A reason that was given for the status of the day. */
export const reasonSql = (reason: string) =>
  sql`EXISTS (SELECT FROM status_change r WHERE r.id = b.claim_id AND ${reason} = ANY (r.reasons))`;
