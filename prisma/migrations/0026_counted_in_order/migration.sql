-- What the overview counts after each write is found in the order of an index, without the table (docs/decisions/017): all deals that
-- have not ended by status, certainty, dispute and reasons; and the plans of deals. Views of the past read them, too.
DROP INDEX "deal_span_last";
CREATE INDEX "deal_span_last" ON "deal_span"("status", "certainty", "disputed", "reasons", "published", "begins", "certain_from",
  "certain_until", "stale_from", "origins", "known_from", "recorded_from") WHERE "ends" IS NULL;
CREATE INDEX "deal_span_plans" ON "deal_span"("plan_until", "begins", "plan_step", "status", "earliest", "latest", "plan_begins",
  "plan_begun", "plan_slips", "known_from", "recorded_from") WHERE "plan_step" IS NOT NULL;
