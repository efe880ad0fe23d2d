import type { Db } from "@/data/db";
import { edtf } from "@/data/rows";
import { nameKey } from "@/domain/names";
import { sourceTitle } from "@/domain/source-words";
import { Prisma } from "@/generated/prisma/client";

export type NamedKind = "manufacturer" | "carrier" | "retailer" | "device";
export type NearKind = NamedKind | "source" | "policy-action";

type Near = { slug: string; name: string };

const TABLE: Record<NamedKind, { table: Prisma.Sql; owner: Prisma.Sql }> = {
  manufacturer: { table: Prisma.sql`manufacturer`, owner: Prisma.sql`manufacturer_id` },
  carrier: { table: Prisma.sql`carrier`, owner: Prisma.sql`carrier_id` },
  retailer: { table: Prisma.sql`retailer`, owner: Prisma.sql`retailer_id` },
  device: { table: Prisma.sql`device`, owner: Prisma.sql`device_id` },
};

/** Less alike than this is no suggestion. */
const ALIKE = 0.2;

/**
 * The entities of a kind whose name or alias (for sources and policy actions: slug or title) is most like `text`, a name or
 * a slug, by trigrams; the nearest first, at most `limit`. For "did you mean" where something is unknown.
 */
export async function nearNames(db: Db, kind: NearKind, text: string, limit = 5): Promise<Near[]> {
  if (kind === "source") return nearSources(db, text, limit);
  if (kind === "policy-action") return nearPolicyActions(db, text, limit);
  const key = nameKey(text.slice(0, 200));
  if (key === "") return [];
  const { table, owner } = TABLE[kind];
  return db.$queryRaw`
    SELECT e.slug, e.name FROM ${table} e
    LEFT JOIN LATERAL (SELECT max(similarity(a.key, ${key})) AS near FROM alias a WHERE a.${owner} = e.id) a ON true
    WHERE greatest(similarity(e.name_key, ${key}), a.near) > ${ALIKE}
    ORDER BY greatest(similarity(e.name_key, ${key}), a.near) DESC, e.name LIMIT ${limit}`;
}

type SourceRow = {
  slug: string;
  publisher: string;
  title: string | null;
  published_text: string;
  seen: boolean;
};

/** Sources have no names: their slugs and headlines are compared. */
async function nearSources(db: Db, text: string, limit: number): Promise<Near[]> {
  const words = text.slice(0, 200).toLowerCase();
  const rows = await db.$queryRaw<SourceRow[]>`
    SELECT s.slug, s.publisher, s.title, s.published_text, s.seen FROM source s
    WHERE greatest(similarity(s.slug, ${words}), similarity(s.title, ${words})) > ${ALIKE}
    ORDER BY greatest(similarity(s.slug, ${words}), similarity(s.title, ${words})) DESC, s.slug LIMIT ${limit}`;
  return rows.map(({ published_text, ...row }) => ({
    slug: row.slug,
    name: sourceTitle({ ...row, published: edtf(published_text) }),
  }));
}

async function nearPolicyActions(db: Db, text: string, limit: number): Promise<Near[]> {
  const words = text.slice(0, 200).toLowerCase();
  return db.$queryRaw`
    SELECT p.slug, p.title AS name FROM policy_action p
    WHERE greatest(similarity(p.slug, ${words}), similarity(p.title, ${words})) > ${ALIKE}
    ORDER BY greatest(similarity(p.slug, ${words}), similarity(p.title, ${words})) DESC, p.slug LIMIT ${limit}`;
}
