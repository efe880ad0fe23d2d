import type { Db } from "@/data/db";
import {
  type CitationRow,
  listingSelect,
  type SourceRow,
  statementSelect,
  statusChangeSelect,
  toCitation,
  toListing,
  toSource,
  toStatement,
  toStatusClaim,
} from "@/data/rows";
import type { Id, Listing, SourceGraph, Statement, StatusClaim } from "@/domain/claims";
import type { Instant } from "@/domain/edtf";
import type { Prisma } from "@/generated/prisma/client";

/**
 * All status claims ever recorded on these deals (superseded and retracted ones too), oldest record first, and the
 * sources that they may rest on. What of it counts under a view is decided by `domain/history.ts`.
 */
export async function statusClaims(
  db: Db,
  { deals, record = null }: { deals: readonly Id[]; record?: Instant | null },
): Promise<{ claims: StatusClaim[]; graph: SourceGraph }> {
  const rows = await db.statusChange.findMany({
    where: { dealId: { in: [...deals] } },
    select: statusChangeSelect,
    orderBy: { seq: "asc" },
  });
  const claims = rows.map(toStatusClaim);
  return { claims, graph: await sourceGraph(db, sourcesNamed(claims), record) };
}

/** Listings of some devices or retailers, superseded and retracted ones too, with their sources. */
export async function listingsOf(
  db: Db,
  where: { devices: readonly Id[] } | { retailers: readonly Id[] },
  record: Instant | null = null,
): Promise<{ listings: Listing[]; graph: SourceGraph }> {
  const rows = await db.listing.findMany({
    where:
      "devices" in where
        ? { deviceId: { in: [...where.devices] } }
        : { retailerId: { in: [...where.retailers] } },
    select: listingSelect,
    orderBy: { seq: "asc" },
  });
  const listings = rows.map(toListing);
  return { listings, graph: await sourceGraph(db, sourcesNamed(listings), record) };
}

/** Statements that match, superseded and retracted ones too, with their sources. */
export async function statementsOf(
  db: Db,
  where: Prisma.StatementWhereInput,
  record: Instant | null = null,
): Promise<{ statements: Statement[]; graph: SourceGraph }> {
  const rows = await db.statement.findMany({ where, select: statementSelect, orderBy: { seq: "asc" } });
  const statements = rows.map(toStatement);
  return { statements, graph: await sourceGraph(db, new Set(statements.map((s) => s.source)), record) };
}

/** Ids of the sources that the evidence of these claims names, directly or as `via`. */
export function sourcesNamed(claims: readonly Pick<StatusClaim, "evidence">[]): Set<Id> {
  const ids = new Set<Id>();
  for (const { evidence } of claims) {
    for (const e of evidence) {
      ids.add(e.source);
      if (Array.isArray(e.via)) for (const v of e.via) ids.add(v);
    }
  }
  return ids;
}

/**
 * These sources and all that they rest on by citations, as they read at `record` (null: now). Two queries, bounded by
 * what is reachable.
 */
export async function sourceGraph(
  db: Db,
  ids: ReadonlySet<Id>,
  record: Instant | null = null,
): Promise<SourceGraph> {
  if (ids.size === 0) return { sources: new Map(), citations: [] };
  const start = [...ids];
  const asRecorded = record === null ? null : new Date(record);
  const citations = await db.$queryRaw<CitationRow[]>`
    WITH RECURSIVE upstream(id) AS (
      SELECT unnest(${start}::uuid[])
      UNION
      SELECT c.cited_id FROM upstream u JOIN citation c ON c.citing_id = u.id
    )
    SELECT c.citing_id, c.cited_id, c.recorded_at, x.recorded_at AS retracted_at
    FROM upstream u JOIN citation c ON c.citing_id = u.id
    LEFT JOIN retraction x ON x.citation_id = c.id`;
  const all = [...new Set([...start, ...citations.map((c) => c.cited_id)])];
  const sources = await db.$queryRaw<SourceRow[]>`
    SELECT s.id, s.slug, v.publisher, v.title, v.url, v.author, v.published_text, v.kind, v.lang, v.seen,
           x.on_text AS retracted_on, x.recorded_at AS retracted_at, x.reason AS retracted_reason
    FROM source s
    JOIN LATERAL (
      SELECT * FROM source_version v
      WHERE v.source_id = s.id AND (${asRecorded}::timestamptz IS NULL OR v.recorded_at <= ${asRecorded}::timestamptz)
      ORDER BY v.version DESC LIMIT 1
    ) v ON true
    LEFT JOIN source_retraction x ON x.source_id = s.id
    WHERE s.id = ANY (${all}::uuid[])`;
  return { sources: new Map(sources.map((s) => [s.id, toSource(s)])), citations: citations.map(toCitation) };
}
