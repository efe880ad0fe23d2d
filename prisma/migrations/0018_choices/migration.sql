-- Deals that an editor ticks where they are seen, on the way to one change for all of them. No part of the record.

CREATE TABLE "choice" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "deals" TEXT[] NOT NULL,
    "total" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "choice_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "choice_person_id_made_at_idx" ON "choice"("person_id", "made_at");

ALTER TABLE "choice" ADD CONSTRAINT "choice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "choice" ADD CONSTRAINT "choice_of_this_site" CHECK (address ~ '^/([^/\\]|$)');
ALTER TABLE "choice" ADD CONSTRAINT "choice_bounded" CHECK (cardinality(deals) <= 1000 AND total >= cardinality(deals));

GRANT SELECT, INSERT, DELETE ON "choice" TO rangebook_app;
