-- As in 0016_counted_spans, but asks for the evidence of each claim by its index: views of the past fold few deals (0017_settled), and
-- PostgreSQL, which cannot know how few, read all evidence of the record for them.
CREATE OR REPLACE FUNCTION visible_status_changes(known date, as_recorded timestamptz, deals uuid[] DEFAULT NULL)
RETURNS TABLE (claim_id uuid, deal_id uuid, seq bigint, status text, effective_text text, effective_earliest date,
               effective_latest date, sort_earliest date, published date, recorded_at timestamptz)
LANGUAGE sql STABLE AS $$
  WITH limits AS (
    SELECT coalesce(known, 'infinity'::date) AS k, coalesce(as_recorded, 'infinity'::timestamptz) AS r
  ),
  claims AS MATERIALIZED (
    SELECT c.* FROM status_change c WHERE deals IS NULL AND as_recorded IS NOT NULL AND c.recorded_at <= as_recorded
    UNION ALL
    SELECT c.* FROM unnest(deals) d (id)
    CROSS JOIN LATERAL (SELECT c.* FROM status_change c WHERE c.deal_id = d.id AND c.recorded_at <= as_recorded OFFSET 0) c
    WHERE deals IS NOT NULL AND as_recorded IS NOT NULL
  ),
  dated AS MATERIALIZED (
    -- Earliest publication of the support that stands at R; if none stands, of what once did: the claim stays, unsupported.
    SELECT c.id, c.root_id, c.seq, s.published
    FROM limits l
    CROSS JOIN claims c
    CROSS JOIN LATERAL (
      SELECT coalesce(min(v.published_latest) FILTER (WHERE x.id IS NULL), min(v.published_latest)) AS published
      FROM evidence e
      JOIN LATERAL (
        SELECT s.published_latest FROM source_version s
        WHERE s.source_id = e.source_id AND s.recorded_at <= l.r ORDER BY s.version DESC LIMIT 1
      ) v ON true
      LEFT JOIN retraction x ON x.evidence_id = e.id AND x.recorded_at <= l.r
      WHERE e.status_change_id = c.id AND e.stance = 'supports' AND e.recorded_at <= l.r
    ) s
    WHERE s.published IS NOT NULL
  )
  SELECT c.id, c.deal_id, c.seq, c.status, c.effective_text, c.effective_earliest, c.effective_latest,
         CASE WHEN c.effective_text LIKE '../%' THEN c.effective_latest ELSE c.effective_earliest END,
         d.published, c.recorded_at
  FROM limits l
  CROSS JOIN dated d
  JOIN claims c ON c.id = d.id
  WHERE d.published <= l.k
    AND NOT EXISTS (SELECT FROM retraction x WHERE x.status_change_id = c.id AND x.recorded_at <= l.r OFFSET 0)
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
    SELECT a.* FROM unnest(deals) d (id)
    CROSS JOIN LATERAL (SELECT a.* FROM claim_known a WHERE a.deal_id = d.id OFFSET 0) a
    WHERE deals IS NOT NULL AND as_recorded IS NULL
  ) n
  JOIN status_change c ON c.id = n.claim_id
  WHERE n.known_from <= l.k AND (n.known_until IS NULL OR n.known_until > l.k)
$$;
