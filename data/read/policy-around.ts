import type { Db } from "@/data/db";
import { edtf } from "@/data/rows";
import type { DealRef } from "@/domain/change-rows";
import type { Id, View } from "@/domain/claims";
import { addDays, compareDays, type Day, type Edtf } from "@/domain/edtf";
import type { AroundCount, AroundFilter, PolicyChange, Side, Who } from "@/domain/policy";
import type { Certainty, Reason, Status } from "@/domain/status";
import { Prisma } from "@/generated/prisma/client";
import { historySql } from "./history-sql";
import { judgedSql } from "./judged-sql";
import { fromStoredSql, isStored } from "./spans-sql";
import { daySql } from "./view-sql";

/** A policy action, and how many days on each side of it are looked at. */
export type Around = { readonly id: Id; readonly date: Edtf; readonly days: number };

/** The first and the last day looked at: of a vague date, before its earliest and after its latest day. */
export const spanOf = ({ date, days }: Around): { from: Day; to: Day } => ({
  from: addDays(date.earliest, -days),
  to: addDays(date.latest, days),
});

/** Each change's place to the action, in `h` (a history). */
const placed = ({ id, date }: Pick<Around, "id" | "date">) => Prisma.sql`
  CASE WHEN h.latest < ${daySql(date.earliest)} THEN 'before'
       WHEN h.sort_earliest >= ${daySql(date.earliest)} THEN 'after' ELSE 'either' END AS side,
  CASE WHEN EXISTS (SELECT FROM policy_action_manufacturer n
                    WHERE n.policy_action_id = ${id}::uuid AND n.manufacturer_id = h.manufacturer_id)
       THEN 'named' ELSE 'others' END AS who,
  EXISTS (SELECT FROM status_change_policy_action n
          WHERE n.policy_action_id = ${id}::uuid AND n.status_change_id = h.claim_id) AS names`;

/** Either the changes of some first days, or those of some claims (a SELECT of ids). */
type Wanted = { readonly first: Prisma.Sql; readonly last: Prisma.Sql } | { readonly claims: Prisma.Sql };

/**
 * The standing changes that are wanted, placed to the action. The stored histories are asked by day or claim, and all else by
 * index (`OFFSET 0`: see standing-sql.ts); under a view with both times, by the deals with any claim that may be wanted.
 */
function changesSql(view: View, action: Pick<Around, "id" | "date">, wanted: Wanted): Prisma.Sql {
  return Prisma.sql`
    SELECT h.claim_id, h.status, h.before_status, h.sort_earliest, ${placed(action)}
    FROM (${isStored(view) ? spansSql(view, wanted) : historySql(view, dealsOf(wanted))}) h
    WHERE ${
      "claims" in wanted
        ? Prisma.sql`h.claim_id IN (${wanted.claims}) AND h.sort_earliest <= ${daySql(view.on)}`
        : Prisma.sql`h.sort_earliest BETWEEN ${wanted.first} AND ${wanted.last}`
    }`;
}

function spansSql(view: View, wanted: Wanted): Prisma.Sql {
  const columns = Prisma.sql`s.claim_id, s.deal_id, s.status, s.begins AS sort_earliest, s.latest,
    s.before AS before_status, s.manufacturer_id`;
  return "claims" in wanted
    ? Prisma.sql`SELECT s.* FROM (${wanted.claims}) w (id)
        CROSS JOIN LATERAL (SELECT * FROM (${fromStoredSql(view, null, columns, Prisma.sql`s.claim_id = w.id`)}) s OFFSET 0) s`
    : fromStoredSql(view, null, columns, Prisma.sql`s.begins BETWEEN ${wanted.first} AND ${wanted.last}`);
}

const dealsOf = (wanted: Wanted) =>
  "claims" in wanted
    ? Prisma.sql`SELECT DISTINCT m.deal_id FROM status_change m WHERE m.id IN (${wanted.claims})`
    : Prisma.sql`SELECT DISTINCT m.deal_id FROM status_change m
        WHERE m.effective_earliest <= ${wanted.last} AND m.effective_latest >= ${wanted.first}`;

/** The changes whose first day lies in the span and has come on the view's day. */
function aroundSql(view: View, around: Around): Prisma.Sql {
  const { from, to } = spanOf(around);
  const last = daySql(compareDays(to, view.on) < 0 ? to : view.on);
  return changesSql(view, around, { first: daySql(from), last });
}

/** How many changes began on each day of the span, by who, side and new status. One query. */
export function aroundCounts(db: Db, view: View, around: Around): Promise<AroundCount[]> {
  return db.$queryRaw<AroundCount[]>`
    SELECT a.who, a.side, a.status, a.sort_earliest::text AS day, count(*)::int AS changes
    FROM (${aroundSql(view, around)}) a GROUP BY a.who, a.side, a.status, a.sort_earliest`;
}

type Row = {
  id: Id;
  status: Status;
  before: Status | null;
  effective_text: string;
  reasons: Reason[];
  device: DealRef["device"];
  carrier: DealRef["carrier"];
  certainty: Certainty;
  disputed: boolean;
  who: Who;
  side: Side;
  names: boolean;
};

/** Fills in what a page of changes (`page`: claim_id, status, before_status, sort_earliest, side, who, names) shows. */
const filled = (view: View, page: Prisma.Sql) => Prisma.sql`
  WITH page AS MATERIALIZED (${page}),
  judged AS MATERIALIZED (${judgedSql(view, Prisma.sql`SELECT claim_id FROM page`)})
  SELECT p.claim_id AS id, p.status, p.before_status AS before, c.effective_text, c.reasons,
         jsonb_build_object('slug', v.slug, 'name', v.name) AS device,
         jsonb_build_object('slug', r.slug, 'name', r.name, 'country', r.country) AS carrier,
         j.certainty, j.disputed, p.who, p.side, p.names
  FROM page p JOIN judged j ON j.claim_id = p.claim_id
  CROSS JOIN LATERAL (SELECT * FROM status_change c WHERE c.id = p.claim_id OFFSET 0) c
  CROSS JOIN LATERAL (SELECT * FROM deal d WHERE d.id = c.deal_id OFFSET 0) d
  JOIN device v ON v.id = d.device_id JOIN carrier r ON r.id = d.carrier_id
  ORDER BY p.sort_earliest, c.seq`;

const toChange = ({ device, carrier, effective_text, ...row }: Row): PolicyChange => ({
  ...row,
  deal: { device, carrier },
  effective: edtf(effective_text),
});

/** One page of the changes around an action, in the order of the world. One query. */
export async function aroundChanges(
  db: Db,
  view: View,
  around: Around,
  { filter, skip, take }: { filter: AroundFilter; skip: number; take: number },
): Promise<PolicyChange[]> {
  const { who, side, status, began } = filter;
  const rows = await db.$queryRaw<Row[]>`${filled(
    view,
    Prisma.sql`
      SELECT a.* FROM (${aroundSql(view, around)}) a
      WHERE (${who}::text IS NULL OR a.who = ${who}::text) AND (${side}::text IS NULL OR a.side = ${side}::text)
        AND (${status}::text IS NULL OR a.status = ${status}::text)
        AND ${began ? Prisma.sql`a.sort_earliest BETWEEN ${daySql(began.from)} AND ${daySql(began.to)}` : Prisma.sql`true`}
      ORDER BY a.sort_earliest, a.claim_id LIMIT ${take} OFFSET ${skip}`,
  )}`;
  return rows.map(toChange);
}

/** One page of the standing claims that have begun and name the action; past the end, the last one. One query. */
export async function namingChanges(
  db: Db,
  view: View,
  action: Pick<Around, "id" | "date">,
  { page, size }: { page: number; size: number },
): Promise<{ changes: PolicyChange[]; total: number; page: number; pages: number }> {
  const wanted = Prisma.sql`
    SELECT n.status_change_id FROM status_change_policy_action n WHERE n.policy_action_id = ${action.id}::uuid`;
  const rows = await db.$queryRaw<(Row & { total: number })[]>`
    WITH named AS MATERIALIZED (${changesSql(view, action, { claims: wanted })}),
    counted AS MATERIALIZED (SELECT count(*)::int AS total FROM named)
    SELECT f.*, t.total
    FROM (${filled(
      view,
      Prisma.sql`
        SELECT a.* FROM named a ORDER BY a.sort_earliest, a.claim_id LIMIT ${size}
        OFFSET (SELECT least(${page - 1}::int, greatest(t.total - 1, 0) / ${size}::int) * ${size}::int FROM counted t)`,
    )}) f
    CROSS JOIN counted t`;
  const total = rows[0]?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / size));
  return {
    changes: rows.map(({ total: _, ...row }) => toChange(row)),
    total,
    page: Math.min(page, pages),
    pages,
  };
}
