-- How each deal read at any time, by what was published and by what was recorded (docs/decisions/019): rows of its history that
-- hold no more, and since when the others do. Only the pure fold knows, so the histories are derived anew at the next start.
TRUNCATE "deal_span";

CREATE TABLE "span_by_known" (LIKE "deal_span");
ALTER TABLE "span_by_known"
  DROP COLUMN "broken",
  ADD COLUMN "held_from" DATE NOT NULL,
  ADD COLUMN "held_until" DATE NOT NULL,
  ADD CONSTRAINT "span_by_known_pkey" PRIMARY KEY ("claim_id", "held_from"),
  ADD CONSTRAINT "span_by_known_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "span_by_known_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "status_change"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "span_by_known_deal_id_idx" ON "span_by_known"("deal_id");
CREATE INDEX "span_by_known_held_from_held_until_idx" ON "span_by_known"("held_from", "held_until");
GRANT SELECT, INSERT, DELETE ON "span_by_known" TO rangebook_app;

CREATE TABLE "span_by_record" (LIKE "deal_span");
ALTER TABLE "span_by_record"
  DROP COLUMN "broken",
  ADD COLUMN "held_from" TIMESTAMPTZ(3) NOT NULL,
  ADD COLUMN "held_until" TIMESTAMPTZ(3) NOT NULL,
  ADD CONSTRAINT "span_by_record_pkey" PRIMARY KEY ("claim_id", "held_from"),
  ADD CONSTRAINT "span_by_record_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  ADD CONSTRAINT "span_by_record_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "status_change"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "span_by_record_deal_id_idx" ON "span_by_record"("deal_id");
CREATE INDEX "span_by_record_held_from_held_until_idx" ON "span_by_record"("held_from", "held_until");
GRANT SELECT, INSERT, DELETE ON "span_by_record" TO rangebook_app;

ALTER TABLE "deal_span"
  ADD COLUMN "known_from" DATE NOT NULL,
  ADD COLUMN "recorded_from" TIMESTAMPTZ(3) NOT NULL;
-- Counts under views of the past read the same narrow indexes (docs/decisions/017).
DROP INDEX "deal_span_status_begins_before_idx", "deal_span_carrier_idx", "deal_span_manufacturer_idx";
CREATE INDEX "deal_span_status_idx" ON "deal_span"("status", "begins", "before", "known_from", "recorded_from");
CREATE INDEX "deal_span_carrier_idx"
  ON "deal_span"("carrier_id", "status", "begins", "ends", "stale_from", "known_from", "recorded_from");
CREATE INDEX "deal_span_manufacturer_idx"
  ON "deal_span"("manufacturer_id", "status", "begins", "ends", "stale_from", "carrier_id", "known_from", "recorded_from");

-- What of a deal has not been read otherwise since some day is told by its spans now.
ALTER TABLE "deal" DROP COLUMN "first_known", DROP COLUMN "settled_known";

-- A device may be found to be another manufacturer's; what its deals were read as goes with it.
CREATE OR REPLACE FUNCTION spans_follow_device() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE deal_span s SET manufacturer_id = NEW.manufacturer_id FROM deal d WHERE d.device_id = NEW.id AND s.deal_id = d.id;
  UPDATE span_by_known s SET manufacturer_id = NEW.manufacturer_id FROM deal d WHERE d.device_id = NEW.id AND s.deal_id = d.id;
  UPDATE span_by_record s SET manufacturer_id = NEW.manufacturer_id FROM deal d WHERE d.device_id = NEW.id AND s.deal_id = d.id;
  RETURN NULL;
END $$;
