-- All deals that stand are counted by status and mark after each write: found in an index of these alone, without the table. The
-- spans that ended are in none of it; those of them that had not on an earlier day are found by their end.
DROP INDEX "deal_span_last";
CREATE INDEX "deal_span_last" ON "deal_span"("status", "certainty", "published", "begins", "certain_from", "certain_until", "disputed",
  "stale_from", "origins") WHERE "ends" IS NULL;
CREATE INDEX "deal_span_ended" ON "deal_span"("ends") WHERE "ends" IS NOT NULL;

-- Sources are counted by kind without their texts.
CREATE INDEX "source_kind_seen_published_latest_idx" ON "source"("kind", "seen", "published_latest");
