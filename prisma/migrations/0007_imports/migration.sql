-- Files on their way into the record, and what was learnt from earlier ones. The record itself is written through
-- data/write/import only; nothing here is a claim.

-- One file: how it was read, how far it is, what it would do or did. The state lives here, not in a process.
CREATE TABLE "import_run" (
    "id" UUID NOT NULL,
    "started_by_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "file_name" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reading" JSONB NOT NULL DEFAULT '{}',
    "mapping" JSONB,
    "options" JSONB NOT NULL DEFAULT '{}',
    "stage" TEXT NOT NULL DEFAULT '',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "heartbeat_at" TIMESTAMPTZ(3),
    "cancel_requested" BOOLEAN NOT NULL DEFAULT false,
    "summary" JSONB,
    "problem" JSONB,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "import_run_state_idx" ON "import_run"("state");
CREATE INDEX "import_run_started_at_idx" ON "import_run"("started_at");
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_state_known" CHECK (state IN ('uploading', 'mapping', 'check-queued', 'checking',
  'checked', 'refused', 'import-queued', 'importing', 'done', 'failed', 'cancelled'));

-- The file as it came, until the import ends.
CREATE TABLE "import_chunk" (
    "import_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_chunk_pkey" PRIMARY KEY ("import_id","n")
);
ALTER TABLE "import_chunk" ADD CONSTRAINT "import_chunk_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- Its rows, read and normalised, with what became of each.
CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "cells" TEXT[],
    "fixed" BOOLEAN NOT NULL DEFAULT false,
    "outcome" TEXT,
    "reason" TEXT,
    "problem_column" INTEGER,
    "owner" TEXT,
    "owner_key" TEXT,
    "name" TEXT,
    "name_key" TEXT,
    "other_keys" TEXT[],
    "ident" TEXT,
    "list_key" TEXT,
    "fields" JSONB NOT NULL DEFAULT '{}',
    "aliases" JSONB NOT NULL DEFAULT '[]',
    "entity_id" UUID,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","n")
);
CREATE INDEX "import_row_import_id_outcome_n_idx" ON "import_row"("import_id", "outcome", "n");
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_outcome_known" CHECK (outcome IN ('created', 'changed', 'matched',
  'duplicate', 'left-out', 'asked', 'refused'));

-- What the file leaves open, for the person to answer.
CREATE TABLE "import_question" (
    "import_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "about" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "answer" TEXT,

    CONSTRAINT "import_question_pkey" PRIMARY KEY ("import_id","key")
);
CREATE INDEX "import_question_import_id_kind_line_idx" ON "import_question"("import_id", "kind", "line");
ALTER TABLE "import_question" ADD CONSTRAINT "import_question_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- How files of one head are to be read: said once by a person.
CREATE TABLE "import_mapping" (
    "fingerprint" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("fingerprint")
);
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What a list that is published again and again said last time: without it, nobody notices that a third of it is gone.
CREATE TABLE "list_entry" (
    "list" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "present" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "list_entry_pkey" PRIMARY KEY ("list","key","name_key")
);

GRANT SELECT, INSERT, UPDATE ON "import_run", "import_mapping", "list_entry" TO rangebook_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "import_chunk", "import_row", "import_question" TO rangebook_app;
