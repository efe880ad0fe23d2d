import type { View } from "@/domain/claims";
import { Prisma } from "@/generated/prisma/client";
import { fromStoredSql, isStored, touchedDealsSql } from "./spans-sql";
import { knownSql, recordSql } from "./view-sql";

/**
 * Which claims stand under a view, and what leads to a source. All of it is asked row by row through indexes: `OFFSET 0`
 * keeps PostgreSQL from turning these look-ups into joins with a whole table of claims, which it prefers where it cannot
 * know how short the lists before them are.
 */

type Knowledge = Pick<View, "known" | "record">;

/**
 * Of these status claims (`wanted`: a SELECT of ids) those that stand under the view, as
 * `(claim_id, deal_id, status, sort_earliest)`. Asks the stored histories; under a view with both times it folds those of the
 * deals of these claims that the record touched since.
 */
export function standingSql(view: Knowledge, wanted: Prisma.Sql): Prisma.Sql {
  const stored = Prisma.sql`
    SELECT s.claim_id, s.deal_id, s.status, s.sort_earliest
    FROM (SELECT DISTINCT w.id FROM (${wanted}) w (id)) w
    CROSS JOIN LATERAL (
      SELECT * FROM (${fromStoredSql(
        view,
        null,
        Prisma.sql`s.claim_id, s.deal_id, s.status, s.begins AS sort_earliest`,
        Prisma.sql`s.claim_id = w.id`,
      )}) s OFFSET 0
    ) s`;
  if (isStored(view)) return stored;
  const deals = Prisma.sql`
    SELECT c.deal_id FROM (${wanted}) w (id)
    CROSS JOIN LATERAL (SELECT c.deal_id FROM status_change c WHERE c.id = w.id OFFSET 0) c`;
  return Prisma.sql`
    ${stored}
    UNION ALL
    SELECT v.claim_id, v.deal_id, v.status, v.sort_earliest
    FROM visible_status_changes(${knownSql(view)}, ${recordSql(view)}, ARRAY(${touchedDealsSql(view, deals)})) v
    WHERE v.claim_id IN (${wanted})`;
}

/** When the text that a source had at the record's instant says it was published; needs `limits l` in scope. */
export const publishedThen = (source: Prisma.Sql) => Prisma.sql`
  (SELECT v.published_latest FROM source_version v
   WHERE v.source_id = ${source} AND v.recorded_at <= l.r ORDER BY v.version DESC LIMIT 1)`;

/** Whether the record at its instant has no retraction of it; `column` is a unique one of `retraction`. */
export const notRetracted = (column: Prisma.Sql, id: Prisma.Sql) => Prisma.sql`
  NOT EXISTS (SELECT FROM retraction x WHERE ${column} = ${id} AND x.recorded_at <= l.r OFFSET 0)`;

/** Whether the view does not know that the source's publisher took it back. */
const notTakenBack = (source: Prisma.Sql) => Prisma.sql`
  NOT EXISTS (SELECT FROM source_retraction t
              WHERE t.source_id = ${source} AND t.on_latest <= l.k AND t.recorded_at <= l.r OFFSET 0)`;

/** The day on which the public could know a listing at the record's instant (domain/chains.ts, `publishedOn`). */
const listingPublished = (listing: Prisma.Sql) => Prisma.sql`
  (SELECT coalesce(min(p.day) FILTER (WHERE p.stands), min(p.day))
   FROM (
     SELECT ${publishedThen(Prisma.sql`e.source_id`)} AS day, ${notRetracted(Prisma.sql`x.evidence_id`, Prisma.sql`e.id`)} AS stands
     FROM evidence e WHERE e.listing_id = ${listing} AND e.stance = 'supports' AND e.recorded_at <= l.r
   ) p)`;

/** The same for listings, as `(claim_id)`. Needs `limits (k, r)` of `restingSql` in scope. */
export const standingListingsSql = (wanted: Prisma.Sql) => Prisma.sql`
  SELECT i.id AS claim_id
  FROM limits l CROSS JOIN (SELECT DISTINCT w.id FROM (${wanted}) w (id)) w
  CROSS JOIN LATERAL (SELECT * FROM listing i WHERE i.id = w.id AND i.recorded_at <= l.r OFFSET 0) i
  WHERE ${listingPublished(Prisma.sql`i.id`)} <= l.k AND ${notRetracted(Prisma.sql`x.listing_id`, Prisma.sql`i.id`)}
    AND NOT EXISTS (SELECT FROM listing n WHERE n.root_id = i.root_id AND n.seq > i.seq AND n.recorded_at <= l.r
                    AND ${listingPublished(Prisma.sql`n.id`)} <= l.k OFFSET 0)`;

const TOLD = Prisma.sql`e.id, e.source_id AS told_by, e.status_change_id, e.listing_id, e.stance, e.recorded_at`;

/**
 * What leads to some sources (`asked`: a SELECT of `id`). The text of `WITH RECURSIVE` up to and including
 * `limits (k, r)` and `leads (source_id, status_change_id, listing_id, stance)`: the evidence that counts under the view
 * and is the source's own, or supports its claim by a way through the source. The walk is that of domain/origins.ts,
 * backwards: a way through a source that was taken back leads nowhere. Tests hold both together.
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
    FROM down d CROSS JOIN limits l CROSS JOIN LATERAL (
      SELECT c.citing_id FROM citation c
      WHERE c.cited_id = d.node AND c.recorded_at <= l.r
        AND ${notRetracted(Prisma.sql`x.citation_id`, Prisma.sql`c.id`)} AND ${notTakenBack(Prisma.sql`c.citing_id`)}
      OFFSET 0
    ) c
  ),
  touched AS (
    SELECT a.id AS source_id, ${TOLD}
    FROM asked a CROSS JOIN LATERAL (SELECT * FROM evidence e WHERE e.source_id = a.id OFFSET 0) e
    UNION
    SELECT d.source_id, ${TOLD}
    FROM down d CROSS JOIN LATERAL (
      SELECT * FROM evidence e
      WHERE e.source_id = d.node AND d.node <> d.source_id AND e.stance = 'supports' AND NOT e.via_not_named
        AND NOT EXISTS (SELECT FROM evidence_via v WHERE v.evidence_id = e.id OFFSET 0)
      OFFSET 0
    ) e
    UNION
    -- Named in its own via, a source reports for itself: that way goes no further.
    SELECT d.source_id, ${TOLD}
    FROM down d CROSS JOIN limits l
    CROSS JOIN LATERAL (SELECT v.evidence_id FROM evidence_via v WHERE v.source_id = d.node OFFSET 0) v
    CROSS JOIN LATERAL (
      SELECT * FROM evidence e
      WHERE e.id = v.evidence_id AND e.source_id <> d.node AND e.stance = 'supports'
        AND ${notTakenBack(Prisma.sql`e.source_id`)}
      OFFSET 0
    ) e
  ),
  leads AS MATERIALIZED (
    SELECT e.source_id, e.status_change_id, e.listing_id, e.stance
    FROM limits l CROSS JOIN touched e
    WHERE e.recorded_at <= l.r AND ${publishedThen(Prisma.sql`e.told_by`)} <= l.k
      AND ${notRetracted(Prisma.sql`x.evidence_id`, Prisma.sql`e.id`)}
  )`;
