import type { Db } from "@/data/db";
import {
  type CitationRow,
  type EvidenceRow,
  type ListingRow,
  type SourceRow,
  type StatementRow,
  type StatusClaimRow,
  toCitation,
  toEvidence,
  toListing,
  toSource,
  toStatement,
  toStatusClaim,
} from "@/data/rows";
import type { Evidence, Id, Listing, SourceGraph, Statement, StatusClaim } from "@/domain/claims";
import type { Instant } from "@/domain/edtf";
import { grouped } from "@/domain/grouped";
import { Prisma } from "@/generated/prisma/client";
import { evidenceSql, instantSql, listingSql, statementSql, statusClaimSql } from "./claim-sql";
import { jsonLists, jsonRows } from "./json-rows";

/**
 * All status claims ever recorded on these deals (superseded and retracted ones too), oldest record first, and the
 * sources that they may rest on. What of it counts under a view is decided by `domain/history.ts`. Two queries.
 */
export async function statusClaims(
  db: Db,
  { deals, record = null }: { deals: readonly Id[]; record?: Instant | null },
): Promise<{ claims: StatusClaim[]; graph: SourceGraph }> {
  const claims = await statusClaimsWhere(db, Prisma.sql`c.deal_id = ANY (${[...deals]}::uuid[])`);
  return { claims, graph: await sourceGraph(db, sourcesNamed(claims), record) };
}

/** Status claims with their evidence, oldest record first. `where` says which `c` of `status_change`. One query. */
export async function statusClaimsWhere(db: Db, where: Prisma.Sql): Promise<StatusClaim[]> {
  const { claims, evidence } = await jsonLists<{ claims: StatusClaimRow[]; evidence: EvidenceRow[] }>(db, {
    claims: statusClaimSql(where),
    evidence: evidenceSql("status_change", where),
  });
  const evidenceOf = byClaim(evidence);
  return claims.map((row) => toStatusClaim(row, evidenceOf(row.id)));
}

function byClaim(rows: readonly EvidenceRow[]): (claim: Id) => readonly Evidence[] {
  const groups = grouped(rows, (row) => row.claim);
  return (claim) => groups.get(claim)?.map(toEvidence) ?? [];
}

/** Listings with their evidence, oldest record first. `where` says which `c` of `listing`. One query. */
export async function listingsWhere(db: Db, where: Prisma.Sql): Promise<Listing[]> {
  const { listings, evidence } = await jsonLists<{ listings: ListingRow[]; evidence: EvidenceRow[] }>(db, {
    listings: listingSql(where),
    evidence: evidenceSql("listing", where),
  });
  const evidenceOf = byClaim(evidence);
  return listings.map((row) => toListing(row, evidenceOf(row.id)));
}

/** Statements in time, superseded and retracted ones too. `where` says which `c` of `statement`. One query. */
export async function statementsWhere(db: Db, where: Prisma.Sql): Promise<Statement[]> {
  const rows = await jsonRows<StatementRow>(db, statementSql(where));
  return rows.map(toStatement);
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
 * These sources and all that they rest on by citations, as they read at `record` (null: now). One query, bounded by what
 * is reachable: `OFFSET 0` (standing-sql.ts) keeps PostgreSQL, which cannot know how little that is, from reading all sources.
 */
export async function sourceGraph(
  db: Db,
  ids: ReadonlySet<Id>,
  record: Instant | null = null,
): Promise<SourceGraph> {
  if (ids.size === 0) return { sources: new Map(), citations: [] };
  const at = Prisma.sql`coalesce(${record}::text::timestamptz, 'infinity')`;
  const { sources, citations } = await jsonLists<{ sources: SourceRow[]; citations: CitationRow[] }>(
    db,
    {
      citations: Prisma.sql`
        SELECT c.citing_id, c.cited_id, ${instantSql("c.recorded_at")} AS recorded_at,
               ${instantSql("x.recorded_at")} AS retracted_at
        FROM upstream u
        CROSS JOIN LATERAL (SELECT * FROM citation c WHERE c.citing_id = u.id AND c.recorded_at <= ${at} OFFSET 0) c
        LEFT JOIN LATERAL (SELECT * FROM retraction x WHERE x.citation_id = c.id OFFSET 0) x ON true
        ORDER BY c.recorded_at, c.id`,
      sources: Prisma.sql`
        SELECT s.id, s.slug, v.publisher, v.title, v.url, v.author, v.published_text, v.kind, v.lang, v.seen,
               x.on_text AS retracted_on, ${instantSql("x.recorded_at")} AS retracted_at, x.reason AS retracted_reason
        FROM upstream u
        CROSS JOIN LATERAL (SELECT * FROM source s WHERE s.id = u.id OFFSET 0) s
        JOIN LATERAL (
          SELECT * FROM source_version v
          WHERE v.source_id = s.id AND v.recorded_at <= ${at}
          ORDER BY v.version DESC LIMIT 1
        ) v ON true
        LEFT JOIN source_retraction x ON x.source_id = s.id AND x.recorded_at <= ${at}`,
    },
    Prisma.sql`
      WITH RECURSIVE upstream(id) AS (
        SELECT unnest(${[...ids]}::uuid[])
        UNION
        SELECT c.cited_id FROM upstream u
        CROSS JOIN LATERAL (SELECT c.cited_id FROM citation c WHERE c.citing_id = u.id OFFSET 0) c
      )`,
  );
  return { sources: new Map(sources.map((s) => [s.id, toSource(s)])), citations: citations.map(toCitation) };
}
