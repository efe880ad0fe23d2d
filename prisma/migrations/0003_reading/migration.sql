-- The history of deals and their status on a day, in SQL. domain/history.ts states the same rules; a property test
-- runs both on random histories.

-- Status claims visible under (known, record), with the day on which the public could know them.
-- `known` and `as_recorded` NULL mean now; `deals` NULL means all.
CREATE FUNCTION visible_status_changes(known date, as_recorded timestamptz, deals uuid[] DEFAULT NULL)
RETURNS TABLE (claim_id uuid, deal_id uuid, seq bigint, status text, effective_text text, effective_earliest date,
               effective_latest date, sort_earliest date, published date, recorded_at timestamptz)
LANGUAGE sql STABLE AS $$
  WITH limits AS (
    SELECT coalesce(known, 'infinity'::date) AS k, coalesce(as_recorded, 'infinity'::timestamptz) AS r
  ),
  dated AS (
    -- Earliest publication of the support that stands at R; if none stands, of what once did: the claim stays, unsupported.
    SELECT c.id, c.root_id, c.seq,
           coalesce(min(v.published_latest) FILTER (WHERE x.id IS NULL), min(v.published_latest)) AS published
    FROM limits l
    JOIN status_change c ON c.recorded_at <= l.r AND (deals IS NULL OR c.deal_id = ANY (deals))
    JOIN evidence e ON e.status_change_id = c.id AND e.stance = 'supports' AND e.recorded_at <= l.r
    JOIN LATERAL (
      SELECT s.published_latest FROM source_version s
      WHERE s.source_id = e.source_id AND s.recorded_at <= l.r ORDER BY s.version DESC LIMIT 1
    ) v ON true
    LEFT JOIN retraction x ON x.evidence_id = e.id AND x.recorded_at <= l.r
    GROUP BY c.id
  )
  SELECT c.id, c.deal_id, c.seq, c.status, c.effective_text, c.effective_earliest, c.effective_latest,
         CASE WHEN c.effective_text LIKE '../%' THEN c.effective_latest ELSE c.effective_earliest END,
         d.published, c.recorded_at
  FROM limits l
  CROSS JOIN dated d
  JOIN status_change c ON c.id = d.id
  WHERE d.published <= l.k
    AND NOT EXISTS (SELECT FROM retraction x WHERE x.status_change_id = c.id AND x.recorded_at <= l.r)
    -- Versions of one claim: any later one that is recorded and published hides it.
    AND NOT EXISTS (SELECT FROM dated n WHERE n.root_id = d.root_id AND n.seq > d.seq AND n.published <= l.k)
$$;

-- The status of each deal on a day: the last claim in order whose (sort) earliest day has come. Deals without a status
-- on that day have no row. `certain`: its latest day has come and the next claim cannot have begun.
CREATE FUNCTION status_on(on_day date, known date, as_recorded timestamptz, deals uuid[] DEFAULT NULL)
RETURNS TABLE (deal_id uuid, claim_id uuid, status text, certain boolean, effective_text text, effective_earliest date,
               effective_latest date, published date, next_earliest date)
LANGUAGE sql STABLE AS $$
  SELECT DISTINCT ON (h.deal_id) h.deal_id, h.claim_id, h.status,
         h.effective_latest <= on_day AND coalesce(h.next_earliest > on_day, true),
         h.effective_text, h.effective_earliest, h.effective_latest, h.published, h.next_earliest
  FROM (
    SELECT v.*, lead(v.effective_earliest) OVER w AS next_earliest, row_number() OVER w AS place
    FROM visible_status_changes(known, as_recorded, deals) v
    WINDOW w AS (PARTITION BY v.deal_id ORDER BY v.sort_earliest, v.effective_latest, v.published, v.recorded_at, v.seq)
  ) h
  WHERE h.sort_earliest <= on_day
  ORDER BY h.deal_id, h.place DESC
$$;
