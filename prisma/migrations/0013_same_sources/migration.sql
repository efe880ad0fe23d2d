-- Sources of one publisher and day under one headline, side by side: likely duplicates are found without sorting all of them.
CREATE INDEX "source_same" ON "source"("publisher", "published_text", lower(coalesce("title", '')));
