-- What counts need of a claim beside its span, so that a count over the whole record reads one table: the bounds and
-- reasons of the claim, its place in the record, and what it does to a plan (domain/spans.ts).
ALTER TABLE "deal_span"
  ADD COLUMN "earliest" DATE,
  ADD COLUMN "latest" DATE,
  ADD COLUMN "reasons" TEXT[],
  ADD COLUMN "seq" BIGINT,
  ADD COLUMN "plan" INTEGER,
  ADD COLUMN "plan_step" TEXT;

WITH told AS (
  SELECT s.deal_id, s.place, s.status, c.effective_earliest, c.effective_latest, c.reasons, c.seq,
         c.target_earliest, c.target_latest, c.target_text,
         coalesce(lag(s.status) OVER deal, '') AS before,
         count(*) FILTER (WHERE s.begun) OVER deal AS plan
  FROM (
    SELECT s.*, s.status = 'planned' AND lag(s.status) OVER (PARTITION BY s.deal_id ORDER BY s.place) IS DISTINCT FROM 'planned' AS begun
    FROM "deal_span" s
  ) s
  JOIN "status_change" c ON c.id = s.claim_id
  WINDOW deal AS (PARTITION BY s.deal_id ORDER BY s.place)
),
aimed AS (
  SELECT t.*, lag(t.target_earliest) OVER w AS earliest_before, lag(t.target_latest) OVER w AS latest_before
  FROM told t
  WINDOW w AS (PARTITION BY t.deal_id, t.plan, t.status = 'planned' AND t.target_text IS NOT NULL ORDER BY t.place)
)
UPDATE "deal_span" s
SET earliest = a.effective_earliest, latest = a.effective_latest, reasons = a.reasons, seq = a.seq, plan = a.plan,
    plan_step = CASE
      WHEN a.status <> 'planned' AND a.before = 'planned' THEN 'ended'
      WHEN a.status <> 'planned' THEN NULL
      WHEN a.before <> 'planned' THEN 'begun'
      WHEN a.target_latest > a.latest_before AND a.target_earliest >= a.earliest_before THEN 'slipped'
      ELSE 'kept' END
FROM aimed a WHERE a.deal_id = s.deal_id AND a.place = s.place;

ALTER TABLE "deal_span"
  ALTER COLUMN "earliest" SET NOT NULL,
  ALTER COLUMN "latest" SET NOT NULL,
  ALTER COLUMN "seq" SET NOT NULL,
  ALTER COLUMN "plan" SET NOT NULL;

-- When the public went by which claim, so that the histories as published by a day need not date every claim anew.
CREATE TABLE "claim_known" (
    "claim_id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "known_from" DATE NOT NULL,
    "known_until" DATE,

    CONSTRAINT "claim_known_pkey" PRIMARY KEY ("claim_id")
);
INSERT INTO "claim_known" (claim_id, deal_id, known_from, known_until)
WITH dated AS (
  SELECT c.id, c.deal_id, c.root_id, c.seq,
         coalesce(min(s.published_latest) FILTER (WHERE x.id IS NULL), min(s.published_latest)) AS published
  FROM "status_change" c
  JOIN "evidence" e ON e.status_change_id = c.id AND e.stance = 'supports'
  JOIN "source" s ON s.id = e.source_id
  LEFT JOIN "retraction" x ON x.evidence_id = e.id
  GROUP BY c.id
)
SELECT d.id, d.deal_id, d.published, d.replaced
FROM (
  SELECT d.*, min(d.published) OVER (PARTITION BY d.root_id ORDER BY d.seq
    ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS replaced
  FROM dated d
) d
WHERE NOT EXISTS (SELECT FROM "retraction" x WHERE x.status_change_id = d.id);
CREATE INDEX "claim_known_deal_id_idx" ON "claim_known"("deal_id");
ALTER TABLE "claim_known" ADD CONSTRAINT "claim_known_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "claim_known" ADD CONSTRAINT "claim_known_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "status_change"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
GRANT SELECT, INSERT, DELETE ON "claim_known" TO rangebook_app;

-- As in 0004_spans; as the record reads now it asks `claim_known`.
CREATE OR REPLACE FUNCTION visible_status_changes(known date, as_recorded timestamptz, deals uuid[] DEFAULT NULL)
RETURNS TABLE (claim_id uuid, deal_id uuid, seq bigint, status text, effective_text text, effective_earliest date,
               effective_latest date, sort_earliest date, published date, recorded_at timestamptz)
LANGUAGE sql STABLE AS $$
  WITH limits AS (
    SELECT coalesce(known, 'infinity'::date) AS k, coalesce(as_recorded, 'infinity'::timestamptz) AS r
  ),
  claims AS (
    SELECT c.* FROM status_change c WHERE deals IS NULL AND as_recorded IS NOT NULL
    UNION ALL
    SELECT c.* FROM unnest(deals) d (id) JOIN status_change c ON c.deal_id = d.id
    WHERE deals IS NOT NULL AND as_recorded IS NOT NULL
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
  UNION ALL
  SELECT c.id, c.deal_id, c.seq, c.status, c.effective_text, c.effective_earliest, c.effective_latest,
         CASE WHEN c.effective_text LIKE '../%' THEN c.effective_latest ELSE c.effective_earliest END,
         n.known_from, c.recorded_at
  FROM limits l
  CROSS JOIN (
    SELECT * FROM claim_known a WHERE deals IS NULL AND as_recorded IS NULL
    UNION ALL
    SELECT a.* FROM unnest(deals) d (id) JOIN claim_known a ON a.deal_id = d.id
    WHERE deals IS NOT NULL AND as_recorded IS NULL
  ) n
  JOIN status_change c ON c.id = n.claim_id
  WHERE n.known_from <= l.k AND (n.known_until IS NULL OR n.known_until > l.k)
$$;
