-- What had a status on an earlier day and has none or another since: of those that ended after the day few had begun, and were known,
-- and the index tells which, so that the others are not looked up.
DROP INDEX "deal_span_ended";
CREATE INDEX "deal_span_ended" ON "deal_span"("ends", "begins", "known_from", "recorded_from") WHERE "ends" IS NOT NULL;
