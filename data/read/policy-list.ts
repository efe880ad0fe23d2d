import type { Db } from "@/data/db";
import { edtf } from "@/data/rows";
import type { Id, View } from "@/domain/claims";
import type { MakerRef, PolicyList } from "@/domain/policy";
import { Prisma } from "@/generated/prisma/client";
import { standingSql } from "./standing-sql";
import { daySql, knownSql, recordSql } from "./view-sql";

const PAGE = 50;

/** The policy actions that had happened on the view's day, were public by it, and were on record. */
const policiesUnder = (view: View) => Prisma.sql`
  SELECT p.* FROM policy_action p
  WHERE p.date_earliest <= least(${daySql(view.on)}, coalesce(${knownSql(view)}, 'infinity'::date))
    AND p.created_at <= coalesce(${recordSql(view)}, 'infinity'::timestamptz)`;

type Total = { total: number; issuers: number; named: number };
type Row = {
  id: Id;
  slug: string;
  title: string;
  issuer: string;
  date_text: string;
  affects: MakerRef[];
  claims: number;
};

/** One page of what governments and regulators did, the latest first. Two queries. */
export async function policyList(db: Db, asked: { view: View; page: number }): Promise<PolicyList> {
  const { view } = asked;
  const counted = await db.$queryRaw<Total[]>`
    WITH chosen AS MATERIALIZED (${policiesUnder(view)})
    SELECT count(*)::int AS total, count(DISTINCT c.issuer)::int AS issuers,
           (SELECT count(DISTINCT m.manufacturer_id) FROM policy_action_manufacturer m
            WHERE m.policy_action_id IN (SELECT id FROM chosen))::int AS named
    FROM chosen c`;
  const { total, issuers, named } = counted[0] ?? { total: 0, issuers: 0, named: 0 };
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(Math.max(1, asked.page), pages);
  const rows = await db.$queryRaw<Row[]>`
    WITH chosen AS MATERIALIZED (
      ${policiesUnder(view)} ORDER BY p.date_earliest DESC, p.slug LIMIT ${PAGE} OFFSET ${(page - 1) * PAGE}
    ),
    names AS MATERIALIZED (
      SELECT n.policy_action_id, n.status_change_id FROM status_change_policy_action n
      WHERE n.policy_action_id IN (SELECT id FROM chosen)
    ),
    counted AS MATERIALIZED (
      SELECT n.policy_action_id, count(*)::int AS claims
      FROM (${standingSql(view, Prisma.sql`SELECT status_change_id FROM names`)}) s
      JOIN names n ON n.status_change_id = s.claim_id
      WHERE s.sort_earliest <= ${daySql(view.on)} GROUP BY 1
    )
    SELECT c.id, c.slug, c.title, c.issuer, c.date_text,
           coalesce((SELECT jsonb_agg(jsonb_build_object('slug', m.slug, 'name', m.name) ORDER BY m.name)
                     FROM policy_action_manufacturer a JOIN manufacturer m ON m.id = a.manufacturer_id
                     WHERE a.policy_action_id = c.id), '[]'::jsonb) AS affects,
           coalesce(t.claims, 0) AS claims
    FROM chosen c LEFT JOIN counted t ON t.policy_action_id = c.id
    ORDER BY c.date_earliest DESC, c.slug`;
  const lines = rows.map(({ date_text, ...row }) => ({ ...row, date: edtf(date_text) }));
  return { lines, total, page, pages, issuers, named };
}
