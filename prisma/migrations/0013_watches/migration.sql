-- What a person watches, and until when they have seen what changed about it.
CREATE TABLE "watch" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "looked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "watch_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "watch_person_id_kind_subject_id_key" ON "watch"("person_id", "kind", "subject_id");
ALTER TABLE "watch" ADD CONSTRAINT "watch_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "watch" ADD CONSTRAINT "watch_kind_known" CHECK (kind IN ('device', 'carrier', 'manufacturer', 'source', 'deal'));

GRANT SELECT, INSERT, DELETE ON "watch" TO rangebook_app;
GRANT UPDATE ("looked_at") ON "watch" TO rangebook_app;
