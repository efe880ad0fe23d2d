-- The folded histories of deals, for speed: lists, counts and charts of the record as it reads now ask this table instead
-- of folding every claim again. Derived: the door rewrites a deal's rows whenever something it rests on changes, and
-- `npm run verify` recomputes every one (domain/spans.ts). It takes the place of the current-state columns of `deal`,
-- which held the same for one day only.

CREATE TABLE "deal_span" (
    "deal_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "claim_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "begins" DATE NOT NULL,
    "ends" DATE,
    "certain_from" DATE NOT NULL,
    "certain_until" DATE,
    "published" DATE NOT NULL,
    "certainty" TEXT NOT NULL,
    "disputed" BOOLEAN NOT NULL,
    "origins" INTEGER NOT NULL,
    "articles" INTEGER NOT NULL,
    "heard" DATE NOT NULL,
    "stale_from" DATE,

    CONSTRAINT "deal_span_pkey" PRIMARY KEY ("deal_id","place")
);

CREATE UNIQUE INDEX "deal_span_claim_id_key" ON "deal_span"("claim_id");
CREATE INDEX "deal_span_status_begins_idx" ON "deal_span"("status", "begins");
CREATE INDEX "deal_span_begins_idx" ON "deal_span"("begins");
CREATE INDEX "deal_span_published_idx" ON "deal_span"("published");

ALTER TABLE "deal_span" ADD CONSTRAINT "deal_span_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "deal_span" ADD CONSTRAINT "deal_span_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "status_change"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "deal_span" ADD CONSTRAINT "deal_span_forward" CHECK (begins <= ends);

GRANT SELECT, INSERT, DELETE ON "deal_span" TO rangebook_app;

ALTER TABLE "deal" DROP COLUMN "current_on", DROP COLUMN "current_until", DROP COLUMN "current_claim_id",
  DROP COLUMN "current_status", DROP COLUMN "current_certain", DROP COLUMN "current_certainty",
  DROP COLUMN "current_disputed", DROP COLUMN "current_origins", DROP COLUMN "current_articles",
  DROP COLUMN "current_since_text", DROP COLUMN "current_published";

-- The key under which a publisher counts once (nameKey of domain/names.ts), so that SQL counts the same origins.
CREATE TABLE "publisher" (
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "publisher_pkey" PRIMARY KEY ("name")
);
GRANT SELECT, INSERT ON "publisher" TO rangebook_app;

-- As in 0003_reading, but reads only the claims of `deals` when some are given.
CREATE OR REPLACE FUNCTION visible_status_changes(known date, as_recorded timestamptz, deals uuid[] DEFAULT NULL)
RETURNS TABLE (claim_id uuid, deal_id uuid, seq bigint, status text, effective_text text, effective_earliest date,
               effective_latest date, sort_earliest date, published date, recorded_at timestamptz)
LANGUAGE sql STABLE AS $$
  WITH limits AS (
    SELECT coalesce(known, 'infinity'::date) AS k, coalesce(as_recorded, 'infinity'::timestamptz) AS r
  ),
  claims AS (
    SELECT c.* FROM status_change c WHERE deals IS NULL
    UNION ALL
    SELECT c.* FROM unnest(deals) d (id) JOIN status_change c ON c.deal_id = d.id WHERE deals IS NOT NULL
  ),
  dated AS (
    -- Earliest publication of the support that stands at R; if none stands, of what once did: the claim stays, unsupported.
    SELECT c.id, c.root_id, c.seq,
           coalesce(min(v.published_latest) FILTER (WHERE x.id IS NULL), min(v.published_latest)) AS published
    FROM limits l
    JOIN claims c ON c.recorded_at <= l.r
    JOIN evidence e ON e.status_change_id = c.id AND e.stance = 'supports' AND e.recorded_at <= l.r
    JOIN LATERAL (
      SELECT s.published_latest FROM source_version s
      WHERE s.source_id = e.source_id AND s.recorded_at <= l.r ORDER BY s.version DESC LIMIT 1
    ) v ON true
    LEFT JOIN retraction x ON x.evidence_id = e.id AND x.recorded_at <= l.r
    GROUP BY c.id, c.root_id, c.seq
  )
  SELECT c.id, c.deal_id, c.seq, c.status, c.effective_text, c.effective_earliest, c.effective_latest,
         CASE WHEN c.effective_text LIKE '../%' THEN c.effective_latest ELSE c.effective_earliest END,
         d.published, c.recorded_at
  FROM limits l
  CROSS JOIN dated d
  JOIN claims c ON c.id = d.id
  WHERE d.published <= l.k
    AND NOT EXISTS (SELECT FROM retraction x WHERE x.status_change_id = c.id AND x.recorded_at <= l.r)
    -- Versions of one claim: any later one that is recorded and published hides it.
    AND NOT EXISTS (SELECT FROM dated n WHERE n.root_id = d.root_id AND n.seq > d.seq AND n.published <= l.k)
$$;
