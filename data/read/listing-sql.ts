import type { View } from "@/domain/claims";
import { Prisma } from "@/generated/prisma/client";
import { daySql, knownSql, recordSql } from "./view-sql";

/**
 * A SELECT of the listings that stand under a view (`visibleChain` of domain/chains.ts says the same), with `state` on its
 * day (domain/listings.ts): columns of `listing`, `published`, `state`. `retailers`: a SELECT of retailer ids; null: all.
 */
export const listingsSql = (view: View, retailers: Prisma.Sql | null = null) => Prisma.sql`
  WITH limits AS MATERIALIZED (
    SELECT coalesce(${knownSql(view)}, 'infinity'::date) AS k, coalesce(${recordSql(view)}, 'infinity'::timestamptz) AS r
  ),
  dated AS MATERIALIZED (
    SELECT l.id, l.root_id, l.seq,
           coalesce(min(v.published_latest) FILTER (WHERE x.id IS NULL), min(v.published_latest)) AS published
    FROM limits m
    CROSS JOIN listing l
    JOIN evidence e ON e.listing_id = l.id AND e.stance = 'supports' AND e.recorded_at <= m.r
    JOIN LATERAL (
      SELECT s.published_latest FROM source_version s
      WHERE s.source_id = e.source_id AND s.recorded_at <= m.r ORDER BY s.version DESC LIMIT 1
    ) v ON true
    LEFT JOIN retraction x ON x.evidence_id = e.id AND x.recorded_at <= m.r
    WHERE l.recorded_at <= m.r AND ${retailers ? Prisma.sql`l.retailer_id IN (${retailers})` : Prisma.sql`true`}
    GROUP BY l.id
  )
  SELECT l.*, d.published,
         CASE WHEN ${daySql(view.on)} < l.from_earliest THEN 'ahead'
              WHEN l.to_earliest IS NULL OR ${daySql(view.on)} < l.to_earliest THEN 'listed'
              ELSE 'ended' END AS state
  FROM limits m
  CROSS JOIN dated d
  JOIN listing l ON l.id = d.id
  WHERE d.published <= m.k
    AND NOT EXISTS (SELECT FROM retraction x WHERE x.listing_id = l.id AND x.recorded_at <= m.r)
    AND NOT EXISTS (SELECT FROM dated n WHERE n.root_id = d.root_id AND n.seq > d.seq AND n.published <= m.k)`;
