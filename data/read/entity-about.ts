import type { Db } from "@/data/db";
import { edtf } from "@/data/rows";
import type { View } from "@/domain/claims";
import type { CarrierAbout, ManufacturerAbout, RetailerAbout } from "@/domain/entity-pages";
import { Prisma } from "@/generated/prisma/client";
import { createdBy } from "./entity-sql";
import { daySql, knownSql, recordSql } from "./view-sql";

/** Who a carrier, manufacturer or retailer is; no row, or null: nobody has that address. */

const first = <Row>(rows: readonly Row[]): Row | null => rows[0] ?? null;

/** One query. */
export async function carrierAbout(db: Db, slug: string, view: View): Promise<CarrierAbout | null> {
  return first(await db.$queryRaw<CarrierAbout[]>(carrierAboutSql(slug, view)));
}

/** The same as a SELECT of at most one row. */
export const carrierAboutSql = (slug: string, view: View): Prisma.Sql => Prisma.sql`
  SELECT c.id, c.slug, c.name, c.country, c.kind, c.parent,
         (SELECT jsonb_build_object('slug', h.slug, 'name', h.name) FROM carrier h WHERE h.id = c.host_id) AS host,
         coalesce((SELECT jsonb_agg(g) FROM (
           SELECT e.slug, e.name FROM carrier e
           WHERE e.host_id = c.id AND ${createdBy(view)} ORDER BY e.name_key LIMIT 50) g), '[]') AS guests,
         coalesce((SELECT jsonb_agg(jsonb_build_object('kind', a.kind, 'text', a.text) ORDER BY a.kind, a.text)
           FROM alias a WHERE a.carrier_id = c.id), '[]') AS aliases
  FROM carrier c WHERE c.slug = ${slug}`;

export type MakerRow = Omit<ManufacturerAbout, "parent" | "policies" | "policiesTotal"> & {
  parent: string | null;
  parent_name: string | null;
  policies: readonly { slug: string; title: string; issuer: string; date: string; total: number }[];
};

/** A SELECT of at most one row, for `manufacturerIn`. */
export const manufacturerAboutSql = (slug: string, view: View): Prisma.Sql => Prisma.sql`
  SELECT m.id, m.slug, m.name, m.country, m.parent, p.name AS parent_name,
         coalesce((SELECT jsonb_agg(b) FROM (
           SELECT e.slug, e.name FROM manufacturer e
           WHERE e.parent = m.slug AND ${createdBy(view)} ORDER BY e.name_key LIMIT 50) b), '[]') AS brands,
         coalesce((SELECT jsonb_agg(jsonb_build_object('kind', a.kind, 'text', a.text) ORDER BY a.kind, a.text)
           FROM alias a WHERE a.manufacturer_id = m.id), '[]') AS aliases,
         (SELECT count(*) FROM device e WHERE e.manufacturer_id = m.id AND ${createdBy(view)})::int AS devices,
         coalesce((SELECT jsonb_agg(a) FROM (
           SELECT a.slug, a.title, a.issuer, a.date_text AS date, count(*) OVER () AS total
           FROM policy_action_manufacturer n JOIN policy_action a ON a.id = n.policy_action_id
           WHERE n.manufacturer_id = m.id
             AND a.date_earliest <= least(${daySql(view.on)}, coalesce(${knownSql(view)}, 'infinity'::date))
             AND a.created_at <= coalesce(${recordSql(view)}, 'infinity'::timestamptz)
           ORDER BY a.date_earliest DESC, a.slug LIMIT 20) a), '[]') AS policies
  FROM manufacturer m LEFT JOIN manufacturer p ON p.slug = m.parent WHERE m.slug = ${slug}`;

/** A row of `manufacturerAboutSql` as pages take it. */
export function manufacturerIn(row: MakerRow): ManufacturerAbout {
  const { parent, parent_name, policies, ...about } = row;
  return {
    ...about,
    parent:
      parent === null ? null : { name: parent_name ?? parent, slug: parent_name === null ? null : parent },
    policies: policies.map(({ date, total: _, ...p }) => ({ ...p, date: edtf(date) })),
    policiesTotal: policies[0]?.total ?? 0,
  };
}

/** What the page of a retailer is headed with; null: no such slug. One query. */
export async function retailerAbout(db: Db, slug: string): Promise<RetailerAbout | null> {
  return first(
    await db.$queryRaw<RetailerAbout[]>`
      SELECT r.id, r.slug, r.name, r.country, r.kind,
             coalesce((SELECT jsonb_agg(jsonb_build_object('kind', a.kind, 'text', a.text) ORDER BY a.kind, a.text)
               FROM alias a WHERE a.retailer_id = r.id), '[]') AS aliases
      FROM retailer r WHERE r.slug = ${slug}`,
  );
}
