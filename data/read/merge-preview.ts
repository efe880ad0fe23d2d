import type { Db } from "@/data/db";
import type { Id } from "@/domain/claims";
import type { MergedHere, Moving } from "@/domain/merges";
import type { MergedKind } from "@/domain/status";
import { Prisma } from "@/generated/prisma/client";

const NAMED = 5;
const NONE = Prisma.sql`0`;
const count = (rows: Prisma.Sql) => Prisma.sql`(SELECT count(*)::int FROM ${rows})`;

/**
 * What refers to this one, and would be filed under `into` by a merge; `into` null: not chosen yet, nothing folds. One query,
 * by indexes.
 */
export async function mergePreview(db: Db, kind: MergedKind, from: Id, into: Id | null): Promise<Moving> {
  const id = Prisma.sql`${from}::uuid`;
  const own = Prisma.raw(`${kind}_id`); // of the five kinds, a column of ours each
  const dealt = kind === "device" || kind === "carrier";
  const deals = Prisma.sql`deal d WHERE d.${own} = ${id}`;
  const of = (column: string) =>
    Prisma.sql`evidence e JOIN ${Prisma.raw(column)} c ON c.id = e.${Prisma.raw(`${column}_id`)}`;
  const dealEvidence = count(
    Prisma.sql`${of("status_change")} JOIN deal d ON d.id = c.deal_id WHERE d.${own} = ${id}`,
  );
  const listed = kind === "device" || kind === "retailer";
  const listingEvidence = count(Prisma.sql`${of("listing")} WHERE c.${own} = ${id}`);
  const evidence =
    kind === "source"
      ? count(Prisma.sql`evidence e WHERE e.source_id = ${id}`)
      : Prisma.sql`${dealt ? dealEvidence : NONE} + ${listed ? listingEvidence : NONE}`;
  const [row] = await db.$queryRaw<(Omit<Moving, "folding"> & { folds: string[] })[]>`
    SELECT
      ${kind === "manufacturer" ? count(Prisma.sql`device v WHERE v.manufacturer_id = ${id}`) : NONE} AS devices,
      ${dealt ? count(deals) : NONE} AS deals,
      ${dealt ? count(Prisma.sql`status_change c JOIN deal d ON d.id = c.deal_id WHERE d.${own} = ${id}`) : NONE} AS claims,
      ${listed ? count(Prisma.sql`listing l WHERE l.${own} = ${id}`) : NONE} AS listings,
      ${kind === "retailer" ? NONE : count(Prisma.sql`statement s WHERE s.${own} = ${id}`)} AS statements,
      ${evidence} AS evidence,
      ${kind === "source" ? count(Prisma.sql`citation c WHERE ${id} IN (c.citing_id, c.cited_id)`) : NONE} AS citations,
      ${kind === "source" ? NONE : count(Prisma.sql`alias a WHERE a.${own} = ${id}`)} AS aliases,
      ${dealt && into !== null ? foldingNames(kind, from, into) : Prisma.sql`'{}'::text[]`} AS folds`;
  if (!row) throw new Error("A SELECT without FROM has one row.");
  const { folds, ...counts } = row;
  return { ...counts, folding: { count: folds.length, names: folds.slice(0, NAMED) } };
}

/** Names of the carriers (devices) with which both have a deal. */
function foldingNames(kind: "device" | "carrier", from: Id, into: Id): Prisma.Sql {
  const other = Prisma.raw(kind === "device" ? "carrier" : "device");
  const own = Prisma.raw(`${kind}_id`);
  return Prisma.sql`ARRAY(SELECT o.name FROM deal a JOIN deal b ON b.${other}_id = a.${other}_id AND b.${own} = ${into}::uuid
    JOIN ${other} o ON o.id = a.${other}_id WHERE a.${own} = ${from}::uuid ORDER BY o.name)`;
}

/** The standing merges into this one, the latest first, at most a hundred. One query. */
export async function mergedHere(db: Db, kind: MergedKind, into: Id): Promise<MergedHere[]> {
  const rows = await db.merging.findMany({
    where: { kind, intoId: into, undone: null },
    orderBy: { recordedAt: "desc" },
    take: 100,
    include: {
      recordedBy: { select: { name: true } },
      _count: { select: { rows: { where: { deed: "moved" } } } },
    },
  });
  return rows.map((r) => ({
    id: r.id,
    slug: r.fromSlug,
    name: r.fromName,
    why: r.why,
    at: r.recordedAt.toISOString(),
    by: r.recordedBy.name,
    rows: r._count.rows,
  }));
}
