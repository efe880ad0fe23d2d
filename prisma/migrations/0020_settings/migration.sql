-- What an admin has said of this installation, one row a word: the last one on a matter holds, the ones before tell what held when.
CREATE TABLE "setting" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "value" BOOLEAN NOT NULL,
    "set_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "setting_name_recorded_at_idx" ON "setting"("name", "recorded_at" DESC);
ALTER TABLE "setting" ADD CONSTRAINT "setting_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "setting" ADD CONSTRAINT "setting_known" CHECK (name IN ('fetch-pages'));
CREATE TRIGGER stamp_recorded BEFORE INSERT ON setting FOR EACH ROW EXECUTE FUNCTION stamp_recorded();

-- Append only.
GRANT SELECT, INSERT ON "setting" TO rangebook_app;
