import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import { nameKey } from "@/domain/names";
import { Prisma } from "@/generated/prisma/client";
import { knownSql, recordSql } from "./view-sql";

/** Every publisher that the record ever named, with the key under which it counts once. */
export type PublisherKeys = { readonly names: readonly string[]; readonly keys: readonly string[] };

/** `nameKey` is JavaScript's; the database gets its results, so that both count the same origins. */
export async function publisherKeys(db: Db): Promise<PublisherKeys> {
  const rows = await db.$queryRaw<{ publisher: string }[]>`SELECT DISTINCT publisher FROM source_version`;
  const names = rows.map(({ publisher }) => publisher);
  return { names, keys: names.map((name) => nameKey(name) || name) };
}

/**
 * `domain/certainty.ts` in SQL, for counting many claims at once; a test compares the two. The text of
 * `WITH RECURSIVE` up to and including `judged (claim_id, certainty, disputed, origins, articles)`, a row for each claim
 * of `wanted`, a SELECT of `claim_id`. The caller goes on with `, more AS (…) SELECT …`. The database refuses circles of
 * citations, so the walk needs no rule for them.
 */
export const judgedSql = (
  view: Pick<View, "known" | "record">,
  publishers: PublisherKeys,
  wanted: Prisma.Sql,
) => Prisma.sql`
  WITH RECURSIVE limits AS (
    SELECT coalesce(${knownSql(view)}, 'infinity'::date) AS k,
           coalesce(${recordSql(view)}, 'infinity'::timestamptz) AS r
  ),
  wanted AS MATERIALIZED (${wanted}),
  texts AS MATERIALIZED (
    SELECT DISTINCT ON (s.source_id) s.source_id, s.publisher, s.published_latest
    FROM limits l JOIN source_version s ON s.recorded_at <= l.r ORDER BY s.source_id, s.version DESC
  ),
  dead AS MATERIALIZED (
    SELECT x.source_id FROM limits l JOIN source_retraction x ON x.on_latest <= l.k AND x.recorded_at <= l.r
  ),
  cites AS MATERIALIZED (
    SELECT c.citing_id, c.cited_id FROM limits l JOIN citation c ON c.recorded_at <= l.r
    WHERE NOT EXISTS (SELECT FROM retraction x WHERE x.citation_id = c.id AND x.recorded_at <= l.r)
      AND NOT EXISTS (SELECT FROM dead d WHERE d.source_id = c.citing_id)
  ),
  -- Evidence that counts: recorded, published, not retracted, its source not taken back.
  seen AS MATERIALIZED (
    SELECT e.id, e.status_change_id AS claim_id, e.source_id, e.stance, e.attribution, e.via_not_named
    FROM limits l
    JOIN wanted w ON true
    JOIN evidence e ON e.status_change_id = w.claim_id AND e.recorded_at <= l.r
    JOIN texts t ON t.source_id = e.source_id AND t.published_latest <= l.k
    WHERE NOT EXISTS (SELECT FROM retraction x WHERE x.evidence_id = e.id AND x.recorded_at <= l.r)
      AND NOT EXISTS (SELECT FROM dead d WHERE d.source_id = e.source_id)
  ),
  -- Named in its own via, a source reports for itself: the walk ends there.
  walk (evidence_id, source_id, ends) AS (
    SELECT * FROM (
      SELECT s.id, v.source_id, v.source_id = s.source_id
      FROM seen s JOIN evidence_via v ON v.evidence_id = s.id WHERE s.stance = 'supports'
      UNION
      SELECT s.id, s.source_id, false FROM seen s
      WHERE s.stance = 'supports' AND NOT s.via_not_named
        AND NOT EXISTS (SELECT FROM evidence_via v WHERE v.evidence_id = s.id)
    ) start
    UNION
    SELECT w.evidence_id, c.cited_id, false FROM walk w JOIN cites c ON c.citing_id = w.source_id WHERE NOT w.ends
  ),
  origin AS MATERIALIZED (
    SELECT DISTINCT w.evidence_id, w.source_id FROM walk w
    WHERE (w.ends OR NOT EXISTS (SELECT FROM cites c WHERE c.citing_id = w.source_id))
      AND NOT EXISTS (SELECT FROM dead d WHERE d.source_id = w.source_id)
  ),
  publisher AS (
    SELECT * FROM unnest(${publishers.names}::text[], ${publishers.keys}::text[]) AS p (name, key)
  ),
  counted AS (
    SELECT s.claim_id, count(DISTINCT p.key)::int AS origins
    FROM origin o
    JOIN seen s ON s.id = o.evidence_id
    JOIN texts t ON t.source_id = o.source_id
    JOIN publisher p ON p.name = t.publisher
    GROUP BY s.claim_id
  ),
  support AS (
    SELECT s.* FROM seen s
    WHERE s.stance = 'supports' AND (s.via_not_named OR EXISTS (SELECT FROM origin o WHERE o.evidence_id = s.id))
  ),
  judged AS (
    SELECT w.claim_id,
           CASE WHEN count(s.id) = 0 THEN 'unsupported'
                WHEN bool_or(s.attribution IN ('official', 'document')) THEN 'confirmed'
                WHEN max(c.origins) >= 2 THEN 'corroborated'
                WHEN bool_or(s.attribution IN ('named', 'unattributed')) THEN 'reported'
                ELSE 'rumoured' END AS certainty,
           EXISTS (SELECT FROM seen d WHERE d.claim_id = w.claim_id AND d.stance = 'disputes'
                   AND d.attribution = 'official') AS disputed,
           coalesce(max(c.origins), 0)::int AS origins,
           count(DISTINCT s.source_id)::int AS articles
    FROM wanted w
    LEFT JOIN support s ON s.claim_id = w.claim_id
    LEFT JOIN counted c ON c.claim_id = w.claim_id
    GROUP BY w.claim_id
  )`;
