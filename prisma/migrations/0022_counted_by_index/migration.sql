-- What counts ask of a span and of a listing, so that they read one narrow index (docs/decisions/017): whose deal a span is, the
-- status before it, where it stands in the plans of its deal (domain/plan-marks.ts); and when the public went by which listing.

-- Written anew rather than updated, which would leave the table twice as long as it need be.
CREATE TEMP TABLE span_before ON COMMIT DROP AS SELECT * FROM "deal_span";
TRUNCATE "deal_span";
DROP INDEX "deal_span_status_begins_idx";

ALTER TABLE "deal_span"
  ADD COLUMN "before" TEXT,
  ADD COLUMN "plan_begins" DATE,
  ADD COLUMN "plan_begun" DATE,
  ADD COLUMN "plan_slips" INTEGER NOT NULL,
  ADD COLUMN "plan_until" DATE,
  ADD COLUMN "carrier_id" UUID NOT NULL,
  ADD COLUMN "manufacturer_id" UUID NOT NULL;

INSERT INTO "deal_span" (deal_id, place, claim_id, status, begins, ends, certain_from, certain_until, published, certainty,
  disputed, origins, articles, heard, stale_from, broken, earliest, latest, reasons, seq, plan, plan_step,
  before, plan_begins, plan_begun, plan_slips, plan_until, carrier_id, manufacturer_id)
SELECT s.deal_id, s.place, s.claim_id, s.status, s.begins, s.ends, s.certain_from, s.certain_until, s.published, s.certainty,
       s.disputed, s.origins, s.articles, s.heard, s.stale_from, s.broken, s.earliest, s.latest, s.reasons, s.seq, s.plan, s.plan_step,
       lag(s.status) OVER deal,
       CASE WHEN s.plan > 0 THEN first_value(s.begins) OVER plan END,
       CASE WHEN s.plan > 0 THEN first_value(s.latest) OVER plan END,
       count(*) FILTER (WHERE s.plan_step = 'slipped') OVER plan,
       min(s.begins) FILTER (WHERE s.plan_step IS NOT NULL) OVER (deal ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING),
       d.carrier_id, v.manufacturer_id
FROM span_before s JOIN "deal" d ON d.id = s.deal_id JOIN "device" v ON v.id = d.device_id
WINDOW deal AS (PARTITION BY s.deal_id ORDER BY s.place), plan AS (PARTITION BY s.deal_id, s.plan ORDER BY s.place)
ORDER BY s.deal_id, s.place;

CREATE INDEX "deal_span_status_begins_before_idx" ON "deal_span"("status", "begins", "before");
CREATE INDEX "deal_span_carrier_idx" ON "deal_span"("carrier_id", "status", "begins", "ends", "stale_from");
CREATE INDEX "deal_span_manufacturer_idx" ON "deal_span"("manufacturer_id", "status", "begins", "ends", "stale_from", "carrier_id");
ANALYZE "deal_span";

-- A device may be found to be another manufacturer's. (Deals that move to another carrier or device are derived anew.)
CREATE FUNCTION spans_follow_device() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE deal_span s SET manufacturer_id = NEW.manufacturer_id FROM deal d WHERE d.device_id = NEW.id AND s.deal_id = d.id;
  RETURN NULL;
END $$;
CREATE TRIGGER spans_follow_device AFTER UPDATE OF manufacturer_id ON device
  FOR EACH ROW WHEN (OLD.manufacturer_id <> NEW.manufacturer_id) EXECUTE FUNCTION spans_follow_device();

CREATE TABLE "listing_known" (
    "listing_id" UUID NOT NULL,
    "retailer_id" UUID NOT NULL,
    "begins" DATE NOT NULL,
    "ends" DATE,
    "known_from" DATE NOT NULL,
    "known_until" DATE,

    CONSTRAINT "listing_known_pkey" PRIMARY KEY ("listing_id")
);
INSERT INTO "listing_known" (listing_id, retailer_id, begins, ends, known_from, known_until)
WITH dated AS (
  SELECT c.id, c.retailer_id, c.from_earliest, c.to_earliest, c.root_id, c.seq,
         coalesce(min(s.published_latest) FILTER (WHERE x.id IS NULL), min(s.published_latest)) AS published
  FROM "listing" c
  JOIN "evidence" e ON e.listing_id = c.id AND e.stance = 'supports'
  JOIN "source" s ON s.id = e.source_id
  LEFT JOIN "retraction" x ON x.evidence_id = e.id
  GROUP BY c.id
)
SELECT d.id, d.retailer_id, d.from_earliest, d.to_earliest, d.published, d.replaced
FROM (
  SELECT d.*, min(d.published) OVER (PARTITION BY d.root_id ORDER BY d.seq
    ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS replaced
  FROM dated d
) d
WHERE NOT EXISTS (SELECT FROM "retraction" x WHERE x.listing_id = d.id);
CREATE INDEX "listing_known_retailer_idx" ON "listing_known"("retailer_id", "begins", "ends", "known_from", "known_until");
ALTER TABLE "listing_known" ADD CONSTRAINT "listing_known_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
GRANT SELECT, INSERT, DELETE ON "listing_known" TO rangebook_app;
ANALYZE "listing_known";

-- A retailer may be merged with another one.
CREATE FUNCTION known_follows_listing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE listing_known SET retailer_id = NEW.retailer_id WHERE listing_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER known_follows_listing AFTER UPDATE OF retailer_id ON listing
  FOR EACH ROW WHEN (OLD.retailer_id <> NEW.retailer_id) EXECUTE FUNCTION known_follows_listing();
