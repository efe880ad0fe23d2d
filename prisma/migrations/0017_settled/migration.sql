-- From when on each deal reads as it does now (domain/settled.ts, docs/decisions/013): views of what was published or recorded
-- by some time take the stored history of a deal that was settled by then, and fold only the others.
ALTER TABLE "deal"
  ADD COLUMN "first_known" DATE,
  ADD COLUMN "settled_known" DATE,
  ADD COLUMN "first_recorded_at" TIMESTAMPTZ(3),
  ADD COLUMN "settled_at" TIMESTAMPTZ(3);

WITH RECURSIVE upstream (source_id, node) AS (
  SELECT id, id FROM "source"
  UNION
  SELECT u.source_id, c.cited_id FROM upstream u JOIN "citation" c ON c.citing_id = u.node
),
texts AS (
  SELECT source_id AS id, NULL::date AS day, recorded_at AS at FROM "source_version"
  UNION ALL SELECT source_id, on_latest, recorded_at FROM "source_retraction"
  UNION ALL SELECT c.citing_id, NULL, coalesce(x.recorded_at, c.recorded_at)
    FROM "citation" c LEFT JOIN "retraction" x ON x.citation_id = c.id
),
resting AS (
  SELECT u.source_id, max(t.day) AS day, max(t.at) AS at FROM upstream u JOIN texts t ON t.id = u.node GROUP BY 1
),
marks AS (
  SELECT c.deal_id, NULL::date AS day, coalesce(x.recorded_at, c.recorded_at) AS at
  FROM "status_change" c LEFT JOIN "retraction" x ON x.status_change_id = c.id
  UNION ALL
  SELECT c.deal_id, greatest(s.published_latest, r.day), greatest(e.recorded_at, x.recorded_at, r.at)
  FROM "status_change" c
  JOIN "evidence" e ON e.status_change_id = c.id
  JOIN "source" s ON s.id = e.source_id
  JOIN resting r ON r.source_id = e.source_id
  LEFT JOIN "retraction" x ON x.evidence_id = e.id
  UNION ALL
  SELECT c.deal_id, r.day, r.at
  FROM "status_change" c
  JOIN "evidence" e ON e.status_change_id = c.id
  JOIN "evidence_via" v ON v.evidence_id = e.id
  JOIN resting r ON r.source_id = v.source_id
),
settled AS (SELECT deal_id, max(day) AS day, max(at) AS at FROM marks GROUP BY 1)
UPDATE "deal" d
SET settled_known = s.day, settled_at = s.at,
    first_known = (SELECT min(k.known_from) FROM "claim_known" k WHERE k.deal_id = d.id),
    first_recorded_at = (SELECT min(c.recorded_at) FROM "status_change" c WHERE c.deal_id = d.id)
FROM settled s WHERE s.deal_id = d.id;
