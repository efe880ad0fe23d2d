import type { View } from "@/domain/claims";
import { Prisma } from "@/generated/prisma/client";
import { daySql, knownSql, recordSql } from "./view-sql";

const { sql } = Prisma;

/**
 * A SELECT of the listings that stand under a view (`visibleChain` of domain/chains.ts says the same): `id`, `retailer_id`, and
 * `state` on its day (domain/listings.ts). `retailers`: a SELECT of retailer ids; null: all. What was published by a day is looked
 * up in what is stored; what was recorded by an instant is folded from the claims, retailer by retailer.
 */
export const listingsSql = (view: View, retailers: Prisma.Sql | null = null) => sql`
  SELECT k.id, k.retailer_id,
         CASE WHEN ${daySql(view.on)} < k.begins THEN 'ahead'
              WHEN k.ends IS NULL OR ${daySql(view.on)} < k.ends THEN 'listed'
              ELSE 'ended' END AS state
  FROM (${view.record === null ? storedSql(view, retailers) : foldedSql(view, retailers)}) k`;

const storedSql = ({ known }: View, retailers: Prisma.Sql | null) => sql`
  SELECT k.listing_id AS id, k.retailer_id, k.begins, k.ends FROM listing_known k
  WHERE ${retailers ? sql`k.retailer_id IN (${retailers})` : sql`true`}
    AND ${
      known === null
        ? sql`k.known_until IS NULL`
        : sql`k.known_from <= ${knownSql({ known })} AND (k.known_until IS NULL OR k.known_until > ${knownSql({ known })})`
    }`;

/** `OFFSET 0`: PostgreSQL, which cannot know how few listings a retailer has, would read all evidence for them. */
const foldedSql = (view: View, retailers: Prisma.Sql | null) => sql`
  WITH limits AS MATERIALIZED (
    SELECT coalesce(${knownSql(view)}, 'infinity'::date) AS k, ${recordSql(view)} AS r
  ),
  listed AS MATERIALIZED (
    SELECT l.* FROM limits m
    CROSS JOIN (${retailers ?? sql`SELECT id FROM retailer`}) x (id)
    CROSS JOIN LATERAL (SELECT * FROM listing l WHERE l.retailer_id = x.id AND l.recorded_at <= m.r OFFSET 0) l
  ),
  dated AS MATERIALIZED (
    SELECT l.id, l.root_id, l.seq, p.published
    FROM limits m
    CROSS JOIN listed l
    CROSS JOIN LATERAL (
      SELECT coalesce(min(v.published_latest) FILTER (WHERE x.id IS NULL), min(v.published_latest)) AS published
      FROM evidence e
      JOIN LATERAL (
        SELECT s.published_latest FROM source_version s
        WHERE s.source_id = e.source_id AND s.recorded_at <= m.r ORDER BY s.version DESC LIMIT 1
      ) v ON true
      LEFT JOIN retraction x ON x.evidence_id = e.id AND x.recorded_at <= m.r
      WHERE e.listing_id = l.id AND e.stance = 'supports' AND e.recorded_at <= m.r
    ) p
    WHERE p.published <= m.k
  )
  SELECT l.id, l.retailer_id, l.from_earliest AS begins, l.to_earliest AS ends
  FROM limits m
  CROSS JOIN dated d
  JOIN listed l ON l.id = d.id
  WHERE NOT EXISTS (SELECT FROM retraction x WHERE x.listing_id = l.id AND x.recorded_at <= m.r OFFSET 0)
    AND NOT EXISTS (SELECT FROM dated n WHERE n.root_id = d.root_id AND n.seq > d.seq)`;
