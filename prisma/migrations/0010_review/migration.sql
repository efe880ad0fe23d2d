-- Batches, proposals, rules of review and comments (docs/decisions/011). What the record says is changed by none of these tables:
-- a batch says which commands were sent together, a proposal holds commands that wait for a second person.

-- Commands that wait, as they would be sent to the door now; the steps below tell how they came to be so.
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "commands" JSONB NOT NULL,
    "author_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "proposal_state_recorded_at_idx" ON "proposal"("state", "recorded_at");
CREATE INDEX "proposal_author_id_state_idx" ON "proposal"("author_id", "state");
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_kind_known" CHECK (kind IN ('claim', 'intake', 'import', 'bulk-edit', 'undo'));
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_state_known" CHECK (state IN ('open', 'sent-back', 'accepted', 'rejected', 'withdrawn'));
-- The two-person rule, for whoever goes around the application: nobody accepts their own.
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_second_person" CHECK (state <> 'accepted' OR decided_by_id <> author_id);
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_decided" CHECK (num_nonnulls(decided_by_id, decided_at) IN (0, 2)
  AND (state IN ('accepted', 'rejected', 'withdrawn')) = (decided_at IS NOT NULL));
CREATE TRIGGER stamp_recorded BEFORE INSERT ON proposal FOR EACH ROW EXECUTE FUNCTION stamp_recorded();

-- What was done to a proposal, in order; `commands` where they changed.
CREATE TABLE "proposal_step" (
    "proposal_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "deed" TEXT NOT NULL,
    "comment" TEXT,
    "commands" JSONB,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_step_pkey" PRIMARY KEY ("proposal_id","version")
);
ALTER TABLE "proposal_step" ADD CONSTRAINT "proposal_step_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "proposal_step" ADD CONSTRAINT "proposal_step_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "proposal_step" ADD CONSTRAINT "proposal_step_deed_known" CHECK (deed IN ('proposed', 'mended', 'sent-back', 'accepted', 'rejected', 'withdrawn'));
CREATE TRIGGER stamp_recorded BEFORE INSERT ON proposal_step FOR EACH ROW EXECUTE FUNCTION stamp_recorded();

-- What a proposal is about and which version it was made from, so that a newer change and other proposals are found. Deals by
-- their pair too: two proposals may both be about one that does not exist yet.
CREATE TABLE "proposal_subject" (
    "proposal_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "device_id" UUID,
    "carrier_id" UUID,
    "made_from" INTEGER NOT NULL,

    CONSTRAINT "proposal_subject_pkey" PRIMARY KEY ("proposal_id","kind","subject_id")
);
CREATE INDEX "proposal_subject_kind_subject_id_idx" ON "proposal_subject"("kind", "subject_id");
CREATE INDEX "proposal_subject_device_id_carrier_id_idx" ON "proposal_subject"("device_id", "carrier_id");
ALTER TABLE "proposal_subject" ADD CONSTRAINT "proposal_subject_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Commands that one deed of a person sent together. Its audit entries name it (`detail.batch`), sealed with the rest of them.
CREATE TABLE "change_batch" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "reason" TEXT,
    "commands" INTEGER NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "proposal_id" UUID,
    "undoes_batch_id" UUID,
    "undoes_command_id" UUID,

    CONSTRAINT "change_batch_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "change_batch_recorded_at_idx" ON "change_batch"("recorded_at");
CREATE INDEX "change_batch_undoes_batch_id_idx" ON "change_batch"("undoes_batch_id");
CREATE INDEX "change_batch_undoes_command_id_idx" ON "change_batch"("undoes_command_id");
CREATE UNIQUE INDEX "change_batch_proposal_id_key" ON "change_batch"("proposal_id");
ALTER TABLE "change_batch" ADD CONSTRAINT "change_batch_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "change_batch" ADD CONSTRAINT "change_batch_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "change_batch" ADD CONSTRAINT "change_batch_undoes_batch_id_fkey" FOREIGN KEY ("undoes_batch_id") REFERENCES "change_batch"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "change_batch" ADD CONSTRAINT "change_batch_kind_known" CHECK (kind IN ('intake', 'import', 'bulk-edit', 'undo', 'proposal'));
ALTER TABLE "change_batch" ADD CONSTRAINT "change_batch_undo_complete" CHECK (
  num_nonnulls(undoes_batch_id, undoes_command_id) = CASE kind WHEN 'undo' THEN 1 ELSE 0 END AND (kind <> 'undo' OR reason IS NOT NULL));
CREATE TRIGGER stamp_recorded BEFORE INSERT ON change_batch FOR EACH ROW EXECUTE FUNCTION stamp_recorded();
CREATE INDEX "audit_entry_batch" ON "audit_entry" ((detail ->> 'batch')) WHERE detail ? 'batch';

-- What needs a second person. A rule that is ended stays, so that it can be told what held when.
CREATE TABLE "review_rule" (
    "id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "manufacturer_id" UUID,
    "carrier_id" UUID,
    "reason" TEXT,
    "set_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_rule_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "review_rule_ended_at_idx" ON "review_rule"("ended_at");
ALTER TABLE "review_rule" ADD CONSTRAINT "review_rule_manufacturer_id_fkey" FOREIGN KEY ("manufacturer_id") REFERENCES "manufacturer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "review_rule" ADD CONSTRAINT "review_rule_carrier_id_fkey" FOREIGN KEY ("carrier_id") REFERENCES "carrier"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "review_rule" ADD CONSTRAINT "review_rule_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "review_rule" ADD CONSTRAINT "review_rule_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "review_rule" ADD CONSTRAINT "review_rule_of_one_thing" CHECK (
  (scope = 'everything' AND num_nonnulls(manufacturer_id, carrier_id, reason) = 0)
  OR (scope = 'manufacturer' AND manufacturer_id IS NOT NULL AND num_nonnulls(carrier_id, reason) = 0)
  OR (scope = 'carrier' AND carrier_id IS NOT NULL AND num_nonnulls(manufacturer_id, reason) = 0)
  OR (scope = 'reason' AND reason IS NOT NULL AND num_nonnulls(manufacturer_id, carrier_id) = 0));
ALTER TABLE "review_rule" ADD CONSTRAINT "review_rule_ended" CHECK (num_nonnulls(ended_by_id, ended_at) IN (0, 2));
CREATE TRIGGER stamp_recorded BEFORE INSERT ON review_rule FOR EACH ROW EXECUTE FUNCTION stamp_recorded();

-- What people say to each other about a claim, a deal (by its pair: merges move it with its device and carrier) or a proposal.
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "status_change_id" UUID,
    "device_id" UUID,
    "carrier_id" UUID,
    "proposal_id" UUID,
    "text" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "comment_status_change_id_idx" ON "comment"("status_change_id");
CREATE INDEX "comment_device_id_carrier_id_idx" ON "comment"("device_id", "carrier_id");
CREATE INDEX "comment_proposal_id_idx" ON "comment"("proposal_id");
ALTER TABLE "comment" ADD CONSTRAINT "comment_status_change_id_fkey" FOREIGN KEY ("status_change_id") REFERENCES "status_change"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "comment" ADD CONSTRAINT "comment_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "comment" ADD CONSTRAINT "comment_carrier_id_fkey" FOREIGN KEY ("carrier_id") REFERENCES "carrier"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "comment" ADD CONSTRAINT "comment_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "comment" ADD CONSTRAINT "comment_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "comment" ADD CONSTRAINT "comment_on_one_thing" CHECK (
  num_nonnulls(status_change_id, device_id, proposal_id) = 1 AND (device_id IS NULL) = (carrier_id IS NULL));
CREATE TRIGGER stamp_recorded BEFORE INSERT ON comment FOR EACH ROW EXECUTE FUNCTION stamp_recorded();

CREATE TABLE "comment_mention" (
    "comment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_mention_pkey" PRIMARY KEY ("comment_id","user_id")
);
CREATE INDEX "comment_mention_user_id_seen_at_idx" ON "comment_mention"("user_id", "seen_at");
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Comments, steps and batches: append only. What people wrote of a proposal is in its steps; the proposal itself moves on.
GRANT SELECT, INSERT ON "proposal_step", "change_batch", "comment" TO rangebook_app;
GRANT SELECT, INSERT ON "proposal", "review_rule", "comment_mention" TO rangebook_app;
GRANT UPDATE ("state", "version", "commands", "decided_by_id", "decided_at") ON "proposal" TO rangebook_app;
GRANT UPDATE ("ended_by_id", "ended_at") ON "review_rule" TO rangebook_app;
GRANT UPDATE ("seen_at") ON "comment_mention" TO rangebook_app;
GRANT SELECT, INSERT, DELETE ON "proposal_subject" TO rangebook_app;
