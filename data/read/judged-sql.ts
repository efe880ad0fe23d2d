import type { View } from "@/domain/claims";
import type { Instant } from "@/domain/edtf";
import { Prisma } from "@/generated/prisma/client";
import { knownSql, recordSql } from "./view-sql";

/** `texts`: the instant as at which sources read, where that is not the record's (null: now). */
export type Judging = Pick<View, "known" | "record"> & { readonly texts?: Instant | null };

const textsSql = ({ record, texts = record }: Judging) =>
  Prisma.sql`coalesce(${recordSql({ record: texts })}, 'infinity'::timestamptz)`;

/**
 * A SELECT of the evidence of one status claim that is recorded, published and not retracted, with the day on which it was
 * `published`. To be joined as LATERAL: it is asked claim by claim through indexes (`OFFSET 0`), since PostgreSQL, which cannot know how
 * few claims a fold is about, would read all evidence of the record.
 */
export const visibleEvidenceSql = (view: Judging, claim: Prisma.Sql) => {
  const at = Prisma.sql`coalesce(${recordSql(view)}, 'infinity'::timestamptz)`;
  return Prisma.sql`
    SELECT e.id, e.source_id, e.stance, e.attribution, e.via_not_named, t.published
    FROM evidence e
    JOIN LATERAL (
      SELECT s.published_latest AS published FROM source_version s
      WHERE s.source_id = e.source_id AND s.recorded_at <= ${textsSql(view)} ORDER BY s.version DESC LIMIT 1
    ) t ON t.published <= coalesce(${knownSql(view)}, 'infinity'::date)
    WHERE e.status_change_id = ${claim} AND e.recorded_at <= ${at}
      AND NOT EXISTS (SELECT FROM retraction x WHERE x.evidence_id = e.id AND x.recorded_at <= ${at} OFFSET 0)
    OFFSET 0`;
};

/** A SELECT of what a source cites, as `cited_id`; needs `limits l` and `dead d` of `judgedSql` in scope. A way ends at a dead one. */
const CITED = (source: string) =>
  Prisma.raw(`
      SELECT c.cited_id FROM limits l JOIN citation c ON c.citing_id = ${source} AND c.recorded_at <= l.r
      WHERE NOT EXISTS (SELECT FROM retraction x WHERE x.citation_id = c.id AND x.recorded_at <= l.r OFFSET 0)
        AND NOT EXISTS (SELECT FROM dead d WHERE d.source_id = c.citing_id)
      OFFSET 0`);

/** The visible evidence of all claims of `wanted w`, with `claim_id`. */
const evidenceOfWanted = (view: Judging) =>
  Prisma.sql`SELECT w.claim_id, e.* FROM wanted w CROSS JOIN LATERAL (${visibleEvidenceSql(view, Prisma.sql`w.claim_id`)}) e`;

/**
 * The walk of `domain/origins.ts` in SQL: a list for WITH RECURSIVE, of which `wanted` (the claims), `seen` (their evidence that
 * counts), `support` (what of it supports and has not fallen), `named` (each with the key of an origin) are asked. The database
 * refuses circles of citations, so the walk needs no rule for them.
 */
const walkedSql = (view: Judging, wanted: Prisma.Sql, told: Prisma.Sql) => Prisma.sql`
  limits AS MATERIALIZED (
    SELECT coalesce(${knownSql(view)}, 'infinity'::date) AS k,
           coalesce(${recordSql(view)}, 'infinity'::timestamptz) AS r, ${textsSql(view)} AS t
  ),
  wanted AS MATERIALIZED (${wanted}),
  dead AS MATERIALIZED (
    SELECT x.source_id FROM limits l JOIN source_retraction x ON x.on_latest <= l.k AND x.recorded_at <= l.r
  ),
  -- Evidence that counts: recorded, published, not retracted, its source not taken back.
  seen AS MATERIALIZED (
    SELECT e.id, e.claim_id, e.source_id, e.stance, e.attribution, e.via_not_named
    FROM (${told}) e WHERE e.source_id NOT IN (SELECT d.source_id FROM dead d)
  ),
  -- Where the ways begin. Named in its own via, a source reports for itself: that way ends there (the last column).
  start AS MATERIALIZED (
    SELECT s.id AS evidence_id, v.source_id, v.source_id = s.source_id AS ends
    FROM seen s JOIN evidence_via v ON v.evidence_id = s.id WHERE s.stance = 'supports'
    UNION
    SELECT s.id, s.source_id, false FROM seen s
    WHERE s.stance = 'supports' AND NOT s.via_not_named
      AND NOT EXISTS (SELECT FROM evidence_via v WHERE v.evidence_id = s.id OFFSET 0)
  ),
  -- Each source is walked once, however many claims it is told for. The second column: what it leads to; null: no further.
  walk (source_id, node, next) AS (
    SELECT f.source_id, f.source_id, c.cited_id
    FROM (SELECT DISTINCT source_id FROM start WHERE NOT ends) f LEFT JOIN LATERAL (${CITED("f.source_id")}) c ON true
    UNION
    SELECT w.source_id, w.next, c.cited_id
    FROM walk w LEFT JOIN LATERAL (${CITED("w.next")}) c ON true WHERE w.next IS NOT NULL
  ),
  leads AS MATERIALIZED (
    SELECT DISTINCT w.source_id, w.node FROM walk w
    WHERE w.next IS NULL AND NOT EXISTS (SELECT FROM dead d WHERE d.source_id = w.node)
  ),
  origin AS MATERIALIZED (
    SELECT s.evidence_id, n.node AS source_id FROM start s JOIN leads n ON n.source_id = s.source_id WHERE NOT s.ends
    UNION
    SELECT s.evidence_id, s.source_id FROM start s
    WHERE s.ends AND NOT EXISTS (SELECT FROM dead d WHERE d.source_id = s.source_id)
  ),
  named AS (
    SELECT s.claim_id, coalesce(p.key, t.publisher) AS key
    FROM limits l
    CROSS JOIN origin o
    JOIN seen s ON s.id = o.evidence_id
    JOIN LATERAL (
      SELECT v.publisher FROM source_version v
      WHERE v.source_id = o.source_id AND v.recorded_at <= l.t ORDER BY v.version DESC LIMIT 1
    ) t ON true
    LEFT JOIN publisher p ON p.name = t.publisher
  ),
  support AS (
    SELECT s.* FROM seen s
    WHERE s.stance = 'supports' AND (s.via_not_named OR EXISTS (SELECT FROM origin o WHERE o.evidence_id = s.id))
  )`;

/**
 * `domain/certainty.ts` in SQL, for judging many claims at once; a test compares the two. A SELECT of `claim_id`,
 * `certainty`, `disputed`, `origins`, `articles`, a row for each claim of `wanted`, a SELECT of `claim_id`. Looks only at
 * sources that these claims lead to. `told`: their visible evidence with `claim_id`, where the caller has it.
 */
export const judgedSql = (view: Judging, wanted: Prisma.Sql, told = evidenceOfWanted(view)) => Prisma.sql`
  WITH RECURSIVE ${walkedSql(view, wanted, told)},
  counted AS (
    SELECT n.claim_id, count(DISTINCT n.key)::int AS origins FROM named n GROUP BY n.claim_id
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

/** What each claim of `wanted` rests on: `claim_id`, the ids of all evidence that counts for or against it, its origins' keys. */
export const restingSql = (view: Judging, wanted: Prisma.Sql) => Prisma.sql`
  WITH RECURSIVE ${walkedSql(view, wanted, evidenceOfWanted(view))}
  SELECT w.claim_id, coalesce(e.ids, '{}') AS evidence, coalesce(o.keys, '{}') AS origins
  FROM wanted w
  LEFT JOIN (
    SELECT x.claim_id, array_agg(x.id ORDER BY x.id) AS ids
    FROM (SELECT s.claim_id, s.id FROM seen s WHERE s.stance <> 'supports'
          UNION ALL SELECT s.claim_id, s.id FROM support s) x GROUP BY x.claim_id
  ) e ON e.claim_id = w.claim_id
  LEFT JOIN (
    SELECT n.claim_id, array_agg(DISTINCT n.key ORDER BY n.key) AS keys FROM named n GROUP BY n.claim_id
  ) o ON o.claim_id = w.claim_id`;
