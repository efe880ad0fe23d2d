-- Views that people keep: an address of the product under a name, for one's own use or for the team.

CREATE TABLE "saved_view" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "saved_view_owner_id_name_key" ON "saved_view"("owner_id", "name");
CREATE INDEX "saved_view_shared_idx" ON "saved_view"("shared");

ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_of_this_site" CHECK (address ~ '^/([^/\\]|$)');

GRANT SELECT, INSERT, UPDATE, DELETE ON "saved_view" TO rangebook_app;
