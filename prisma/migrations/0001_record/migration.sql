-- Trigram indexes on names: search forgives typing errors.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "manufacturer" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "parent" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "manufacturer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "carrier" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "kind" TEXT NOT NULL,
    "host_id" UUID,
    "parent" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "carrier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retailer" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "retailer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "manufacturer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "announced_text" TEXT,
    "announced_earliest" DATE,
    "announced_latest" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alias" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL DEFAULT 'name',
    "text" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "manufacturer_id" UUID,
    "carrier_id" UUID,
    "retailer_id" UUID,
    "device_id" UUID,

    CONSTRAINT "alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "title" TEXT,
    "url" TEXT,
    "url_key" TEXT,
    "author" TEXT,
    "published_text" TEXT NOT NULL,
    "published_earliest" DATE NOT NULL,
    "published_latest" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "seen" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_version" (
    "source_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "publisher" TEXT NOT NULL,
    "title" TEXT,
    "url" TEXT,
    "author" TEXT,
    "published_text" TEXT NOT NULL,
    "published_earliest" DATE NOT NULL,
    "published_latest" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "seen" BOOLEAN NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,

    CONSTRAINT "source_version_pkey" PRIMARY KEY ("source_id","version")
);

-- CreateTable
CREATE TABLE "source_retraction" (
    "source_id" UUID NOT NULL,
    "on_text" TEXT NOT NULL,
    "on_earliest" DATE NOT NULL,
    "on_latest" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,

    CONSTRAINT "source_retraction_pkey" PRIMARY KEY ("source_id")
);

-- CreateTable
CREATE TABLE "citation" (
    "id" UUID NOT NULL,
    "citing_id" UUID NOT NULL,
    "cited_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal" (
    "id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "carrier_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "current_on" DATE,
    "current_until" DATE,
    "current_claim_id" UUID,
    "current_status" TEXT,
    "current_certain" BOOLEAN,
    "current_certainty" TEXT,
    "current_disputed" BOOLEAN,
    "current_origins" INTEGER,
    "current_articles" INTEGER,
    "current_since_text" TEXT,
    "current_published" DATE,
    "claim_count" INTEGER NOT NULL DEFAULT 0,
    "last_recorded_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_change" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "deal_id" UUID NOT NULL,
    "root_id" UUID NOT NULL,
    "verb" TEXT NOT NULL DEFAULT 'record',
    "supersedes_id" UUID,
    "correction_reason" TEXT,
    "status" TEXT NOT NULL,
    "effective_text" TEXT NOT NULL,
    "effective_earliest" DATE NOT NULL,
    "effective_latest" DATE NOT NULL,
    "effective_words" TEXT,
    "target_text" TEXT,
    "target_earliest" DATE,
    "target_latest" DATE,
    "target_words" TEXT,
    "reasons" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "exclusive" BOOLEAN,
    "note" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,

    CONSTRAINT "status_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_change_policy_action" (
    "status_change_id" UUID NOT NULL,
    "policy_action_id" UUID NOT NULL,

    CONSTRAINT "status_change_policy_action_pkey" PRIMARY KEY ("status_change_id","policy_action_id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "status_change_id" UUID,
    "listing_id" UUID,
    "source_id" UUID NOT NULL,
    "stance" TEXT NOT NULL,
    "attribution" TEXT NOT NULL,
    "speaker" TEXT,
    "quote" TEXT,
    "via_not_named" BOOLEAN NOT NULL DEFAULT false,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_via" (
    "evidence_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,

    CONSTRAINT "evidence_via_pkey" PRIMARY KEY ("evidence_id","source_id")
);

-- CreateTable
CREATE TABLE "listing" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "device_id" UUID NOT NULL,
    "retailer_id" UUID NOT NULL,
    "market" CHAR(2) NOT NULL,
    "root_id" UUID NOT NULL,
    "verb" TEXT NOT NULL DEFAULT 'record',
    "supersedes_id" UUID,
    "correction_reason" TEXT,
    "from_text" TEXT NOT NULL,
    "from_earliest" DATE NOT NULL,
    "from_latest" DATE NOT NULL,
    "to_text" TEXT,
    "to_earliest" DATE,
    "to_latest" DATE,
    "note" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,

    CONSTRAINT "listing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "root_id" UUID NOT NULL,
    "verb" TEXT NOT NULL DEFAULT 'record',
    "supersedes_id" UUID,
    "correction_reason" TEXT,
    "speaker" TEXT NOT NULL,
    "org" TEXT NOT NULL,
    "date_text" TEXT NOT NULL,
    "date_earliest" DATE NOT NULL,
    "date_latest" DATE NOT NULL,
    "device_id" UUID,
    "carrier_id" UUID,
    "manufacturer_id" UUID,
    "policy_action_id" UUID,
    "stance" TEXT NOT NULL,
    "quote" TEXT,
    "summary" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retraction" (
    "id" UUID NOT NULL,
    "status_change_id" UUID,
    "evidence_id" UUID,
    "listing_id" UUID,
    "statement_id" UUID,
    "citation_id" UUID,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,

    CONSTRAINT "retraction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_action" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "date_text" TEXT NOT NULL,
    "date_earliest" DATE NOT NULL,
    "date_latest" DATE NOT NULL,
    "summary" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_action_manufacturer" (
    "policy_action_id" UUID NOT NULL,
    "manufacturer_id" UUID NOT NULL,

    CONSTRAINT "policy_action_manufacturer_pkey" PRIMARY KEY ("policy_action_id","manufacturer_id")
);

-- CreateTable
CREATE TABLE "policy_action_source" (
    "policy_action_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,

    CONSTRAINT "policy_action_source_pkey" PRIMARY KEY ("policy_action_id","source_id")
);

-- CreateTable
CREATE TABLE "command_receipt" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "answer" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "command_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "command_id" UUID,
    "subject_kind" TEXT,
    "subject_id" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'analyst',
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invite" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" TEXT,
    "role" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by" UUID,

    CONSTRAINT "invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "id" BIGSERIAL NOT NULL,
    "account" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "manufacturer_slug_key" ON "manufacturer"("slug");

-- CreateIndex
CREATE INDEX "manufacturer_name_trgm" ON "manufacturer" USING GIN ("name_key" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "manufacturer_name_unique" ON "manufacturer"("name_key");

-- CreateIndex
CREATE UNIQUE INDEX "carrier_slug_key" ON "carrier"("slug");

-- CreateIndex
CREATE INDEX "carrier_host_id_idx" ON "carrier"("host_id");

-- CreateIndex
CREATE INDEX "carrier_name_trgm" ON "carrier" USING GIN ("name_key" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "carrier_name_unique" ON "carrier"("country", "name_key");

-- CreateIndex
CREATE UNIQUE INDEX "retailer_slug_key" ON "retailer"("slug");

-- CreateIndex
CREATE INDEX "retailer_name_trgm" ON "retailer" USING GIN ("name_key" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "retailer_name_unique" ON "retailer"("name_key");

-- CreateIndex
CREATE UNIQUE INDEX "device_slug_key" ON "device"("slug");

-- CreateIndex
CREATE INDEX "device_name_trgm" ON "device" USING GIN ("name_key" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "device_name_unique" ON "device"("manufacturer_id", "name_key");

-- CreateIndex
CREATE INDEX "alias_key_idx" ON "alias"("key");

-- CreateIndex
CREATE INDEX "alias_key_trgm" ON "alias" USING GIN ("key" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "alias_manufacturer_id_kind_key_key" ON "alias"("manufacturer_id", "kind", "key");

-- CreateIndex
CREATE UNIQUE INDEX "alias_carrier_id_kind_key_key" ON "alias"("carrier_id", "kind", "key");

-- CreateIndex
CREATE UNIQUE INDEX "alias_retailer_id_kind_key_key" ON "alias"("retailer_id", "kind", "key");

-- CreateIndex
CREATE UNIQUE INDEX "alias_device_id_kind_key_key" ON "alias"("device_id", "kind", "key");

-- CreateIndex
CREATE UNIQUE INDEX "source_slug_key" ON "source"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "source_url_unique" ON "source"("url_key");

-- CreateIndex
CREATE INDEX "source_published_latest_idx" ON "source"("published_latest");

-- CreateIndex
CREATE INDEX "source_publisher_idx" ON "source"("publisher");

-- CreateIndex
CREATE INDEX "citation_citing_id_idx" ON "citation"("citing_id");

-- CreateIndex
CREATE INDEX "citation_cited_id_idx" ON "citation"("cited_id");

-- CreateIndex
CREATE INDEX "deal_carrier_id_idx" ON "deal"("carrier_id");

-- CreateIndex
CREATE INDEX "deal_current_status_idx" ON "deal"("current_status");

-- CreateIndex
CREATE UNIQUE INDEX "deal_pair_unique" ON "deal"("device_id", "carrier_id");

-- CreateIndex
CREATE UNIQUE INDEX "status_change_seq_key" ON "status_change"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "status_change_superseded_once" ON "status_change"("supersedes_id");

-- CreateIndex
CREATE INDEX "status_change_deal_id_idx" ON "status_change"("deal_id");

-- CreateIndex
CREATE INDEX "status_change_root_id_idx" ON "status_change"("root_id");

-- CreateIndex
CREATE INDEX "status_change_recorded_at_idx" ON "status_change"("recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "status_change_id_deal_id_key" ON "status_change"("id", "deal_id");

-- CreateIndex
CREATE UNIQUE INDEX "status_change_supersedes_id_deal_id_key" ON "status_change"("supersedes_id", "deal_id");

-- CreateIndex
CREATE INDEX "status_change_policy_action_policy_action_id_idx" ON "status_change_policy_action"("policy_action_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_seq_key" ON "evidence"("seq");

-- CreateIndex
CREATE INDEX "evidence_status_change_id_idx" ON "evidence"("status_change_id");

-- CreateIndex
CREATE INDEX "evidence_listing_id_idx" ON "evidence"("listing_id");

-- CreateIndex
CREATE INDEX "evidence_source_id_idx" ON "evidence"("source_id");

-- CreateIndex
CREATE INDEX "evidence_via_source_id_idx" ON "evidence_via"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "listing_seq_key" ON "listing"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "listing_superseded_once" ON "listing"("supersedes_id");

-- CreateIndex
CREATE INDEX "listing_device_id_idx" ON "listing"("device_id");

-- CreateIndex
CREATE INDEX "listing_retailer_id_idx" ON "listing"("retailer_id");

-- CreateIndex
CREATE INDEX "listing_root_id_idx" ON "listing"("root_id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_seq_key" ON "statement"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "statement_superseded_once" ON "statement"("supersedes_id");

-- CreateIndex
CREATE INDEX "statement_device_id_idx" ON "statement"("device_id");

-- CreateIndex
CREATE INDEX "statement_carrier_id_idx" ON "statement"("carrier_id");

-- CreateIndex
CREATE INDEX "statement_manufacturer_id_idx" ON "statement"("manufacturer_id");

-- CreateIndex
CREATE INDEX "statement_policy_action_id_idx" ON "statement"("policy_action_id");

-- CreateIndex
CREATE INDEX "statement_source_id_idx" ON "statement"("source_id");

-- CreateIndex
CREATE INDEX "statement_root_id_idx" ON "statement"("root_id");

-- CreateIndex
CREATE UNIQUE INDEX "status_change_retracted_once" ON "retraction"("status_change_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_retracted_once" ON "retraction"("evidence_id");

-- CreateIndex
CREATE UNIQUE INDEX "listing_retracted_once" ON "retraction"("listing_id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_retracted_once" ON "retraction"("statement_id");

-- CreateIndex
CREATE UNIQUE INDEX "citation_retracted_once" ON "retraction"("citation_id");

-- CreateIndex
CREATE UNIQUE INDEX "policy_action_slug_key" ON "policy_action"("slug");

-- CreateIndex
CREATE INDEX "policy_action_date_earliest_idx" ON "policy_action"("date_earliest");

-- CreateIndex
CREATE INDEX "policy_action_manufacturer_manufacturer_id_idx" ON "policy_action_manufacturer"("manufacturer_id");

-- CreateIndex
CREATE INDEX "policy_action_source_source_id_idx" ON "policy_action_source"("source_id");

-- CreateIndex
CREATE INDEX "audit_entry_subject_kind_subject_id_idx" ON "audit_entry"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_idx" ON "audit_entry"("actor_id");

-- CreateIndex
CREATE INDEX "audit_entry_command_id_idx" ON "audit_entry"("command_id");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_id_account_id_key" ON "account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "invite_token_hash_key" ON "invite"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_attempt_account_at_idx" ON "sign_in_attempt"("account", "at");

-- AddForeignKey
ALTER TABLE "carrier" ADD CONSTRAINT "carrier_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "carrier"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_manufacturer_id_fkey" FOREIGN KEY ("manufacturer_id") REFERENCES "manufacturer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "alias" ADD CONSTRAINT "alias_manufacturer_id_fkey" FOREIGN KEY ("manufacturer_id") REFERENCES "manufacturer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "alias" ADD CONSTRAINT "alias_carrier_id_fkey" FOREIGN KEY ("carrier_id") REFERENCES "carrier"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "alias" ADD CONSTRAINT "alias_retailer_id_fkey" FOREIGN KEY ("retailer_id") REFERENCES "retailer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "alias" ADD CONSTRAINT "alias_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "source_version" ADD CONSTRAINT "source_version_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "source_version" ADD CONSTRAINT "source_version_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "source_retraction" ADD CONSTRAINT "source_retraction_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "source_retraction" ADD CONSTRAINT "source_retraction_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_citing_id_fkey" FOREIGN KEY ("citing_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_cited_id_fkey" FOREIGN KEY ("cited_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_carrier_id_fkey" FOREIGN KEY ("carrier_id") REFERENCES "carrier"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "status_change" ADD CONSTRAINT "status_change_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "status_change" ADD CONSTRAINT "status_change_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "status_change" ADD CONSTRAINT "status_change_supersedes_id_deal_id_fkey" FOREIGN KEY ("supersedes_id", "deal_id") REFERENCES "status_change"("id", "deal_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "status_change_policy_action" ADD CONSTRAINT "status_change_policy_action_status_change_id_fkey" FOREIGN KEY ("status_change_id") REFERENCES "status_change"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "status_change_policy_action" ADD CONSTRAINT "status_change_policy_action_policy_action_id_fkey" FOREIGN KEY ("policy_action_id") REFERENCES "policy_action"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_status_change_id_fkey" FOREIGN KEY ("status_change_id") REFERENCES "status_change"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "evidence_via" ADD CONSTRAINT "evidence_via_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "evidence_via" ADD CONSTRAINT "evidence_via_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_retailer_id_fkey" FOREIGN KEY ("retailer_id") REFERENCES "retailer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "listing"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_carrier_id_fkey" FOREIGN KEY ("carrier_id") REFERENCES "carrier"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_manufacturer_id_fkey" FOREIGN KEY ("manufacturer_id") REFERENCES "manufacturer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_policy_action_id_fkey" FOREIGN KEY ("policy_action_id") REFERENCES "policy_action"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "retraction" ADD CONSTRAINT "retraction_status_change_id_fkey" FOREIGN KEY ("status_change_id") REFERENCES "status_change"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "retraction" ADD CONSTRAINT "retraction_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "retraction" ADD CONSTRAINT "retraction_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "retraction" ADD CONSTRAINT "retraction_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "retraction" ADD CONSTRAINT "retraction_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "retraction" ADD CONSTRAINT "retraction_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "policy_action_manufacturer" ADD CONSTRAINT "policy_action_manufacturer_policy_action_id_fkey" FOREIGN KEY ("policy_action_id") REFERENCES "policy_action"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "policy_action_manufacturer" ADD CONSTRAINT "policy_action_manufacturer_manufacturer_id_fkey" FOREIGN KEY ("manufacturer_id") REFERENCES "manufacturer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "policy_action_source" ADD CONSTRAINT "policy_action_source_policy_action_id_fkey" FOREIGN KEY ("policy_action_id") REFERENCES "policy_action"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "policy_action_source" ADD CONSTRAINT "policy_action_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "command_receipt" ADD CONSTRAINT "command_receipt_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_used_by_fkey" FOREIGN KEY ("used_by") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

