-- What held on a day or at an instant is a few of many rows, whatever the time. Only of ranges PostgreSQL knows how few: by the two
-- ends apart it took them for a quarter of the table, and read all of it.
DROP INDEX "span_by_known_held_from_held_until_idx", "span_by_record_held_from_held_until_idx";
CREATE INDEX "span_by_known_held_idx" ON "span_by_known" USING gist (daterange("held_from", "held_until"));
CREATE INDEX "span_by_record_held_idx" ON "span_by_record" USING gist (tstzrange("held_from", "held_until"));
