-- What needs attention: which rules of good data a claim breaks (derived, as all of `deal_span`), and what people put off.

-- NULL: not derived yet; `npm start` and `npm run settle` do it.
ALTER TABLE "deal_span" ADD COLUMN "broken" TEXT[];

-- Only what a desk looks for: the last status of a deal, those that break a rule, those that an official source disputes.
CREATE INDEX "deal_span_last" ON "deal_span"("status", "certainty", "published") WHERE "ends" IS NULL;
CREATE INDEX "deal_span_broken" ON "deal_span" USING GIN ("broken") WHERE "broken" <> '{}';
CREATE INDEX "deal_span_disputed" ON "deal_span"("published") WHERE "disputed";
CREATE INDEX "source_incomplete" ON "source"("published_latest") WHERE "seen" AND ("url" IS NULL OR "title" IS NULL);

-- `state` is what the thing was when it was put off, in short: once it reads otherwise, the thing is back.
CREATE TABLE "put_off" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "until" DATE NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_back" TIMESTAMPTZ(3),

    CONSTRAINT "put_off_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "put_off_kind_subject_idx" ON "put_off"("kind", "subject");
CREATE INDEX "put_off_at_idx" ON "put_off"("at");
ALTER TABLE "put_off" ADD CONSTRAINT "put_off_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Who put off what, and why, stays on record; it can only be taken back.
GRANT SELECT, INSERT ON "put_off" TO rangebook_app;
GRANT UPDATE ("taken_back") ON "put_off" TO rangebook_app;
