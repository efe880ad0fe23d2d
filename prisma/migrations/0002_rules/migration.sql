-- What the database itself refuses, whoever asks. The closed sets repeat domain/status.ts (a test compares them).

-- 1. Closed sets -----------------------------------------------------------------------------------------------

ALTER TABLE carrier ADD CONSTRAINT carrier_kind_known CHECK (kind IN ('MNO', 'MVNO'));
ALTER TABLE carrier ADD CONSTRAINT carrier_host_is_mvno CHECK (host_id IS NULL OR kind = 'MVNO');
ALTER TABLE carrier ADD CONSTRAINT carrier_not_own_host CHECK (host_id <> id);
ALTER TABLE retailer ADD CONSTRAINT retailer_kind_known CHECK (kind IN ('shop', 'reseller', 'manufacturer-store'));
ALTER TABLE device ADD CONSTRAINT device_kind_known CHECK (kind IN ('phone', 'tablet', 'watch', 'hotspot', 'other'));
ALTER TABLE alias ADD CONSTRAINT alias_kind_known CHECK (kind IN ('name', 'model', 'code-name', 'mcc-mnc', 'wikidata'));
ALTER TABLE alias ADD CONSTRAINT alias_of_one_entity
  CHECK (num_nonnulls(manufacturer_id, carrier_id, retailer_id, device_id) = 1);
ALTER TABLE source ADD CONSTRAINT source_kind_known
  CHECK (kind IN ('news', 'press-release', 'blog', 'regulatory', 'statement', 'reference'));
ALTER TABLE source_version ADD CONSTRAINT source_version_kind_known
  CHECK (kind IN ('news', 'press-release', 'blog', 'regulatory', 'statement', 'reference'));
ALTER TABLE status_change ADD CONSTRAINT status_change_status_known
  CHECK (status IN ('planned', 'carried', 'paused', 'withdrawn', 'declined', 'retail-only', 'ended'));
ALTER TABLE status_change ADD CONSTRAINT status_change_reasons_known
  CHECK (reasons <@ ARRAY['political-pressure', 'regulatory', 'security', 'safety-recall', 'commercial', 'technical',
                          'supply', 'legal', 'end-of-life', 'unknown']);
ALTER TABLE evidence ADD CONSTRAINT evidence_stance_known CHECK (stance IN ('supports', 'disputes', 'no-comment'));
ALTER TABLE evidence ADD CONSTRAINT evidence_attribution_known
  CHECK (attribution IN ('official', 'named', 'anonymous', 'document', 'unattributed'));
ALTER TABLE statement ADD CONSTRAINT statement_stance_known
  CHECK (stance IN ('confirms', 'denies', 'no-comment', 'criticises', 'supports'));
ALTER TABLE "user" ADD CONSTRAINT user_role_known CHECK (role IN ('analyst', 'editor', 'reviewer', 'admin'));
ALTER TABLE invite ADD CONSTRAINT invite_role_known CHECK (role IN ('analyst', 'editor', 'reviewer', 'admin'));
ALTER TABLE invite ADD CONSTRAINT invite_kind_known CHECK (kind IN ('setup', 'invite'));
ALTER TABLE audit_entry ADD CONSTRAINT audit_outcome_known CHECK (outcome IN ('accepted', 'refused'));

-- 2. Shapes of claims ------------------------------------------------------------------------------------------

ALTER TABLE status_change ADD CONSTRAINT status_change_verb_known CHECK (verb IN ('record', 'correct'));
ALTER TABLE listing ADD CONSTRAINT listing_verb_known CHECK (verb IN ('record', 'correct', 'end'));
ALTER TABLE statement ADD CONSTRAINT statement_verb_known CHECK (verb IN ('record', 'correct'));
-- A correction names what it replaces and why; a record does neither.
ALTER TABLE status_change ADD CONSTRAINT status_change_correction_complete
  CHECK ((verb = 'record') = (supersedes_id IS NULL) AND (verb = 'correct') = (correction_reason IS NOT NULL));
ALTER TABLE listing ADD CONSTRAINT listing_correction_complete
  CHECK ((verb = 'record') = (supersedes_id IS NULL) AND (verb = 'correct') = (correction_reason IS NOT NULL));
ALTER TABLE statement ADD CONSTRAINT statement_correction_complete
  CHECK ((verb = 'record') = (supersedes_id IS NULL) AND (verb = 'correct') = (correction_reason IS NOT NULL));

ALTER TABLE status_change ADD CONSTRAINT status_change_effective_forward CHECK (effective_earliest <= effective_latest);
ALTER TABLE status_change ADD CONSTRAINT status_change_target_forward CHECK (target_earliest <= target_latest);
ALTER TABLE status_change ADD CONSTRAINT status_change_target_of_plan
  CHECK (num_nonnulls(target_text, target_earliest, target_latest) IN (0, 3) AND (target_text IS NULL OR status = 'planned'));
ALTER TABLE listing ADD CONSTRAINT listing_from_forward CHECK (from_earliest <= from_latest);
ALTER TABLE listing ADD CONSTRAINT listing_to_forward
  CHECK (num_nonnulls(to_text, to_earliest, to_latest) IN (0, 3) AND to_earliest <= to_latest AND from_earliest <= to_latest);
ALTER TABLE listing ADD CONSTRAINT listing_end_has_date CHECK (verb <> 'end' OR to_text IS NOT NULL);
ALTER TABLE statement ADD CONSTRAINT statement_date_forward CHECK (date_earliest <= date_latest);
ALTER TABLE statement ADD CONSTRAINT statement_about_something
  CHECK (num_nonnulls(device_id, carrier_id, manufacturer_id, policy_action_id) >= 1);
ALTER TABLE source ADD CONSTRAINT source_published_forward CHECK (published_earliest <= published_latest);
ALTER TABLE source_version ADD CONSTRAINT source_version_published_forward CHECK (published_earliest <= published_latest);
ALTER TABLE source_retraction ADD CONSTRAINT source_retraction_on_forward CHECK (on_earliest <= on_latest);
ALTER TABLE policy_action ADD CONSTRAINT policy_action_date_forward CHECK (date_earliest <= date_latest);
ALTER TABLE device ADD CONSTRAINT device_announced_forward
  CHECK (num_nonnulls(announced_text, announced_earliest, announced_latest) IN (0, 3) AND announced_earliest <= announced_latest);
ALTER TABLE evidence ADD CONSTRAINT evidence_of_one_claim CHECK (num_nonnulls(status_change_id, listing_id) = 1);
ALTER TABLE retraction ADD CONSTRAINT retraction_of_one_claim
  CHECK (num_nonnulls(status_change_id, evidence_id, listing_id, statement_id, citation_id) = 1);
ALTER TABLE citation ADD CONSTRAINT citation_not_of_itself CHECK (citing_id <> cited_id);
ALTER TABLE manufacturer ADD CONSTRAINT manufacturer_name_says_something CHECK (name_key <> '');
ALTER TABLE carrier ADD CONSTRAINT carrier_name_says_something CHECK (name_key <> '');
ALTER TABLE retailer ADD CONSTRAINT retailer_name_says_something CHECK (name_key <> '');
ALTER TABLE device ADD CONSTRAINT device_name_says_something CHECK (name_key <> '');

-- 3. The record's own time -------------------------------------------------------------------------------------

-- The instant at which the running transaction is recorded: one for all its claims, from the database's clock, later
-- than every instant recorded before it. The lock is held until commit, so that instants are committed in their order:
-- what `record=` showed once, it shows for ever. Milliseconds, because readers' clocks have no more.
CREATE FUNCTION rangebook_instant() RETURNS timestamptz LANGUAGE plpgsql AS $$
DECLARE
  taken timestamptz := nullif(current_setting('rangebook.instant', true), '')::timestamptz;
BEGIN
  -- A value from outside is believed only if it lies inside this transaction.
  IF taken >= date_trunc('milliseconds', transaction_timestamp()) AND taken <= clock_timestamp() + interval '1 second' THEN
    RETURN taken;
  END IF;
  PERFORM pg_advisory_xact_lock(72707370);
  taken := greatest(date_trunc('milliseconds', clock_timestamp()),
                    (SELECT at + interval '1 millisecond' FROM audit_entry ORDER BY seq DESC LIMIT 1));
  PERFORM set_config('rangebook.instant', taken::text, true);
  RETURN taken;
END $$;

CREATE FUNCTION stamp_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.recorded_at := rangebook_instant();
  RETURN NEW;
END $$;

CREATE TRIGGER stamp_recorded BEFORE INSERT ON source_version FOR EACH ROW EXECUTE FUNCTION stamp_recorded();
CREATE TRIGGER stamp_recorded BEFORE INSERT ON source_retraction FOR EACH ROW EXECUTE FUNCTION stamp_recorded();
CREATE TRIGGER stamp_recorded BEFORE INSERT ON citation FOR EACH ROW EXECUTE FUNCTION stamp_recorded();
CREATE TRIGGER stamp_recorded BEFORE INSERT ON status_change FOR EACH ROW EXECUTE FUNCTION stamp_recorded();
CREATE TRIGGER stamp_recorded BEFORE INSERT ON evidence FOR EACH ROW EXECUTE FUNCTION stamp_recorded();
CREATE TRIGGER stamp_recorded BEFORE INSERT ON listing FOR EACH ROW EXECUTE FUNCTION stamp_recorded();
CREATE TRIGGER stamp_recorded BEFORE INSERT ON statement FOR EACH ROW EXECUTE FUNCTION stamp_recorded();
CREATE TRIGGER stamp_recorded BEFORE INSERT ON retraction FOR EACH ROW EXECUTE FUNCTION stamp_recorded();
CREATE TRIGGER stamp_recorded BEFORE INSERT ON command_receipt FOR EACH ROW EXECUTE FUNCTION stamp_recorded();

-- 4. Chains of corrections -------------------------------------------------------------------------------------

-- All claims of a chain carry the id of its first one, so that "superseded by any later version" is one look-up.
CREATE FUNCTION root_of_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.supersedes_id IS NULL THEN
    NEW.root_id := NEW.id;
  ELSE
    EXECUTE format('SELECT root_id FROM %I WHERE id = $1', TG_TABLE_NAME) INTO NEW.root_id USING NEW.supersedes_id;
    NEW.root_id := coalesce(NEW.root_id, NEW.id); -- an unknown predecessor is refused by its foreign key
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER root_of_chain BEFORE INSERT ON status_change FOR EACH ROW EXECUTE FUNCTION root_of_chain();
CREATE TRIGGER root_of_chain BEFORE INSERT ON listing FOR EACH ROW EXECUTE FUNCTION root_of_chain();
CREATE TRIGGER root_of_chain BEFORE INSERT ON statement FOR EACH ROW EXECUTE FUNCTION root_of_chain();

-- 5. No claim without evidence ---------------------------------------------------------------------------------

CREATE FUNCTION claim_has_support() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  supported boolean;
BEGIN
  IF TG_TABLE_NAME = 'status_change' THEN
    supported := EXISTS (SELECT FROM evidence WHERE status_change_id = NEW.id AND stance = 'supports');
  ELSE
    supported := EXISTS (SELECT FROM evidence WHERE listing_id = NEW.id AND stance = 'supports');
  END IF;
  IF NOT supported THEN
    RAISE EXCEPTION '% % has no supporting evidence', TG_TABLE_NAME, NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_has_support';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER status_change_has_support AFTER INSERT ON status_change
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION claim_has_support();
CREATE CONSTRAINT TRIGGER listing_has_support AFTER INSERT ON listing
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION claim_has_support();

-- 6. No circle of citations ------------------------------------------------------------------------------------

CREATE FUNCTION citation_closes_no_circle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    WITH RECURSIVE upstream(id) AS (
      SELECT NEW.cited_id
      UNION
      SELECT c.cited_id FROM upstream u JOIN citation c ON c.citing_id = u.id
      WHERE NOT EXISTS (SELECT FROM retraction r WHERE r.citation_id = c.id)
    )
    SELECT FROM upstream WHERE id = NEW.citing_id
  ) THEN
    RAISE EXCEPTION 'source % already rests on source %: a circle of citations', NEW.cited_id, NEW.citing_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'citation_no_circle';
  END IF;
  RETURN NEW;
END $$;

-- Named to run after stamp_recorded, which holds the record's lock: two halves of a circle cannot pass side by side.
CREATE TRIGGER zz_no_circle BEFORE INSERT ON citation FOR EACH ROW EXECUTE FUNCTION citation_closes_no_circle();

-- 7. The audit trail: in one order, each entry sealed with the hash of the one before ----------------------------

CREATE FUNCTION audit_hash(e audit_entry) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    e.seq, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.actor_id, e.actor_name, e.action, e.outcome,
    e.command_id, e.subject_kind, e.subject_id, e.detail, e.prev_hash)::text, 'UTF8')), 'hex')
$$;

CREATE FUNCTION seal_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last audit_entry;
BEGIN
  NEW.at := rangebook_instant();
  SELECT * INTO last FROM audit_entry ORDER BY seq DESC LIMIT 1;
  NEW.seq := coalesce(last.seq, 0) + 1;
  NEW.prev_hash := coalesce(last.hash, '');
  NEW.hash := audit_hash(NEW);
  RETURN NEW;
END $$;

CREATE TRIGGER seal_audit_entry BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION seal_audit_entry();

-- 8. Who hears of a change (ids only; pages and caches of every process may listen) ------------------------------

CREATE FUNCTION tell_listeners() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('rangebook', json_build_object('table', TG_TABLE_NAME, 'id', NEW.id)::text);
  RETURN NULL;
END $$;

CREATE TRIGGER tell_listeners AFTER INSERT OR UPDATE ON deal FOR EACH ROW EXECUTE FUNCTION tell_listeners();
CREATE TRIGGER tell_listeners AFTER INSERT OR UPDATE ON source FOR EACH ROW EXECUTE FUNCTION tell_listeners();

-- 9. The system's own editor: it loads the dossier. It has no account row, so nobody can sign in as it. -----------

INSERT INTO "user" (id, name, email, role)
VALUES ('00000000-0000-4000-8000-000000000001', 'Rangebook dossier', 'dossier@rangebook.invalid', 'editor');

-- 10. What the application's account may do ----------------------------------------------------------------------

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rangebook_app') THEN
    CREATE ROLE rangebook_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server was faster
END $$;

GRANT USAGE ON SCHEMA public TO rangebook_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO rangebook_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO rangebook_app;
-- Claims and audit: append only.
GRANT INSERT ON source_version, source_retraction, citation, status_change, status_change_policy_action, evidence,
  evidence_via, listing, statement, retraction, command_receipt, audit_entry TO rangebook_app;
-- Entities and current-state columns: no delete.
GRANT INSERT, UPDATE ON manufacturer, carrier, retailer, device, source, policy_action, deal, "user", invite TO rangebook_app;
GRANT INSERT, UPDATE, DELETE ON alias, policy_action_manufacturer, policy_action_source, session, account, verification,
  sign_in_attempt TO rangebook_app;
