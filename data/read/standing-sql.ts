import type { View } from "@/domain/claims";
import { Prisma } from "@/generated/prisma/client";
import { knownSql, recordSql } from "./view-sql";

type Knowledge = Pick<View, "known" | "record">;

/**
 * Of these status claims (`wanted`: a SELECT of ids) those that stand under the view, as
 * `(claim_id, deal_id, status, sort_earliest)`. As the record reads now it asks the folded histories; else it folds the
 * deals of these claims, nothing else.
 */
export function standingSql(view: Knowledge, wanted: Prisma.Sql): Prisma.Sql {
  if (view.known === null && view.record === null) {
    return Prisma.sql`
      SELECT s.claim_id, s.deal_id, s.status, s.begins AS sort_earliest
      FROM deal_span s WHERE s.claim_id IN (${wanted})`;
  }
  return Prisma.sql`
    SELECT v.claim_id, v.deal_id, v.status, v.sort_earliest
    FROM visible_status_changes(${knownSql(view)}, ${recordSql(view)}, ARRAY(
      SELECT DISTINCT c.deal_id FROM status_change c WHERE c.id IN (${wanted}))) v
    WHERE v.claim_id IN (${wanted})`;
}

/** The day on which the public could know a listing at the record's instant (domain/chains.ts, `publishedOn`). */
const listingPublished = (listing: Prisma.Sql) => Prisma.sql`
  (SELECT coalesce(min(s.published_latest) FILTER (WHERE x.id IS NULL), min(s.published_latest))
   FROM evidence e
   JOIN LATERAL (
     SELECT v.published_latest FROM source_version v
     WHERE v.source_id = e.source_id AND v.recorded_at <= l.r ORDER BY v.version DESC LIMIT 1
   ) s ON true
   LEFT JOIN retraction x ON x.evidence_id = e.id AND x.recorded_at <= l.r
   WHERE e.listing_id = ${listing} AND e.stance = 'supports' AND e.recorded_at <= l.r)`;

/** The same for listings, as `(claim_id)`. Needs `limits (k, r)` of `restingSql` in scope. */
export const standingListingsSql = (wanted: Prisma.Sql) => Prisma.sql`
  SELECT i.id AS claim_id FROM limits l JOIN listing i ON i.id IN (${wanted}) AND i.recorded_at <= l.r
  WHERE ${listingPublished(Prisma.sql`i.id`)} <= l.k
    AND NOT EXISTS (SELECT FROM retraction x WHERE x.listing_id = i.id AND x.recorded_at <= l.r)
    AND NOT EXISTS (
      SELECT FROM listing n WHERE n.root_id = i.root_id AND n.seq > i.seq AND n.recorded_at <= l.r
        AND ${listingPublished(Prisma.sql`n.id`)} <= l.k)`;

/**
 * What leads to some sources (`asked`: a SELECT of `id`), by indexes alone. The text of `WITH RECURSIVE` up to and
 * including `limits (k, r)` and `leads (source_id, evidence_id, status_change_id, listing_id, stance, own)`: the evidence
 * that counts under the view and is the source's own, or supports its claim by a way through the source. The walk is that
 * of domain/origins.ts, backwards: a way through a source that was taken back leads nowhere. Tests hold both together.
 */
export const restingSql = (view: Knowledge, asked: Prisma.Sql) => Prisma.sql`
  WITH RECURSIVE limits AS (
    SELECT coalesce(${knownSql(view)}, 'infinity'::date) AS k,
           coalesce(${recordSql(view)}, 'infinity'::timestamptz) AS r
  ),
  asked AS MATERIALIZED (${asked}),
  down (source_id, node) AS (
    SELECT id, id FROM asked
    UNION
    SELECT d.source_id, c.citing_id
    FROM down d CROSS JOIN limits l JOIN citation c ON c.cited_id = d.node AND c.recorded_at <= l.r
    WHERE NOT EXISTS (SELECT FROM retraction x WHERE x.citation_id = c.id AND x.recorded_at <= l.r)
      AND NOT EXISTS (SELECT FROM source_retraction t
                      WHERE t.source_id = c.citing_id AND t.on_latest <= l.k AND t.recorded_at <= l.r)
  ),
  touched AS (
    SELECT a.id AS source_id, e.id FROM asked a JOIN evidence e ON e.source_id = a.id
    UNION
    SELECT d.source_id, e.id FROM down d JOIN evidence e ON e.source_id = d.node
    WHERE d.node <> d.source_id AND e.stance = 'supports' AND NOT e.via_not_named
      AND NOT EXISTS (SELECT FROM evidence_via v WHERE v.evidence_id = e.id)
    UNION
    -- Named in its own via, a source reports for itself: that way goes no further.
    SELECT d.source_id, e.id
    FROM down d CROSS JOIN limits l JOIN evidence_via v ON v.source_id = d.node
    JOIN evidence e ON e.id = v.evidence_id AND e.source_id <> d.node AND e.stance = 'supports'
    WHERE NOT EXISTS (SELECT FROM source_retraction t
                      WHERE t.source_id = e.source_id AND t.on_latest <= l.k AND t.recorded_at <= l.r)
  ),
  leads AS MATERIALIZED (
    SELECT t.source_id, e.id AS evidence_id, e.status_change_id, e.listing_id, e.stance,
           e.source_id = t.source_id AS own
    FROM touched t CROSS JOIN limits l JOIN evidence e ON e.id = t.id AND e.recorded_at <= l.r
    JOIN LATERAL (
      SELECT v.published_latest FROM source_version v
      WHERE v.source_id = e.source_id AND v.recorded_at <= l.r ORDER BY v.version DESC LIMIT 1
    ) s ON s.published_latest <= l.k
    WHERE NOT EXISTS (SELECT FROM retraction x WHERE x.evidence_id = e.id AND x.recorded_at <= l.r)
  )`;
