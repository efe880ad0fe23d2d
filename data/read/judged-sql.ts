import type { View } from "@/domain/claims";
import { Prisma } from "@/generated/prisma/client";
import { knownSql, recordSql } from "./view-sql";

/**
 * `domain/certainty.ts` in SQL, for judging many claims at once; a test compares the two. A SELECT of `claim_id`,
 * `certainty`, `disputed`, `origins`, `articles`, a row for each claim of `wanted`, a SELECT of `claim_id`. Looks only at
 * sources that these claims lead to. The database refuses circles of citations, so the walk needs no rule for them.
 */
export const judgedSql = (view: Pick<View, "known" | "record">, wanted: Prisma.Sql) => Prisma.sql`
  WITH RECURSIVE limits AS MATERIALIZED (
    SELECT coalesce(${knownSql(view)}, 'infinity'::date) AS k,
           coalesce(${recordSql(view)}, 'infinity'::timestamptz) AS r
  ),
  wanted AS MATERIALIZED (${wanted}),
  dead AS MATERIALIZED (
    SELECT x.source_id FROM limits l JOIN source_retraction x ON x.on_latest <= l.k AND x.recorded_at <= l.r
  ),
  -- Evidence that counts: recorded, published, not retracted, its source not taken back.
  seen AS MATERIALIZED (
    SELECT e.id, e.status_change_id AS claim_id, e.source_id, e.stance, e.attribution, e.via_not_named
    FROM limits l
    CROSS JOIN wanted w
    JOIN evidence e ON e.status_change_id = w.claim_id AND e.recorded_at <= l.r
    JOIN LATERAL (
      SELECT s.published_latest FROM source_version s
      WHERE s.source_id = e.source_id AND s.recorded_at <= l.r ORDER BY s.version DESC LIMIT 1
    ) t ON t.published_latest <= l.k
    WHERE NOT EXISTS (SELECT FROM retraction x WHERE x.evidence_id = e.id AND x.recorded_at <= l.r)
      AND NOT EXISTS (SELECT FROM dead d WHERE d.source_id = e.source_id)
  ),
  -- Named in its own via, a source reports for itself: the walk ends there. The last column: it ends here.
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
    SELECT w.evidence_id, c.cited_id, false
    FROM walk w CROSS JOIN limits l JOIN citation c ON c.citing_id = w.source_id AND c.recorded_at <= l.r
    WHERE NOT w.ends
      AND NOT EXISTS (SELECT FROM retraction x WHERE x.citation_id = c.id AND x.recorded_at <= l.r)
      AND NOT EXISTS (SELECT FROM dead d WHERE d.source_id = c.citing_id)
  ),
  origin AS MATERIALIZED (
    SELECT DISTINCT w.evidence_id, w.source_id FROM walk w CROSS JOIN limits l
    WHERE (w.ends OR NOT EXISTS (
        SELECT FROM citation c WHERE c.citing_id = w.source_id AND c.recorded_at <= l.r
          AND NOT EXISTS (SELECT FROM retraction x WHERE x.citation_id = c.id AND x.recorded_at <= l.r)
          AND NOT EXISTS (SELECT FROM dead d WHERE d.source_id = c.citing_id)))
      AND NOT EXISTS (SELECT FROM dead d WHERE d.source_id = w.source_id)
  ),
  counted AS (
    SELECT s.claim_id, count(DISTINCT coalesce(p.key, t.publisher))::int AS origins
    FROM limits l
    CROSS JOIN origin o
    JOIN seen s ON s.id = o.evidence_id
    JOIN LATERAL (
      SELECT v.publisher FROM source_version v
      WHERE v.source_id = o.source_id AND v.recorded_at <= l.r ORDER BY v.version DESC LIMIT 1
    ) t ON true
    LEFT JOIN publisher p ON p.name = t.publisher
    GROUP BY s.claim_id
  ),
  support AS (
    SELECT s.* FROM seen s
    WHERE s.stance = 'supports' AND (s.via_not_named OR EXISTS (SELECT FROM origin o WHERE o.evidence_id = s.id))
  ),
  against AS (
    SELECT DISTINCT s.claim_id FROM seen s WHERE s.stance = 'disputes' AND s.attribution = 'official'
  )
  SELECT w.claim_id,
         CASE WHEN count(s.id) = 0 THEN 'unsupported'
              WHEN bool_or(s.attribution IN ('official', 'document')) THEN 'confirmed'
              WHEN max(c.origins) >= 2 THEN 'corroborated'
              WHEN bool_or(s.attribution IN ('named', 'unattributed')) THEN 'reported'
              ELSE 'rumoured' END AS certainty,
         bool_or(a.claim_id IS NOT NULL) AS disputed,
         coalesce(max(c.origins), 0)::int AS origins,
         count(DISTINCT s.source_id)::int AS articles
  FROM wanted w
  LEFT JOIN support s ON s.claim_id = w.claim_id
  LEFT JOIN counted c ON c.claim_id = w.claim_id
  LEFT JOIN against a ON a.claim_id = w.claim_id
  GROUP BY w.claim_id`;
