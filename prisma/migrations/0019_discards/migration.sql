-- What was entered by mistake leaves the record and can come back (docs/decisions/016). Only a thing of which nothing was ever said:
-- its own rows (names, texts, what it cites) are kept in `rows`, and the application's account, which may not delete, has two
-- functions of the owner's for it, on rows that the door has just recorded. A thing is on record again when it was brought back.

CREATE TABLE "discarding" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "rows" JSONB NOT NULL DEFAULT '[]',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,

    CONSTRAINT "discarding_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "discarding_kind_slug_idx" ON "discarding"("kind", "slug");
CREATE INDEX "discarding_subject_id_idx" ON "discarding"("subject_id");
CREATE INDEX "discarding_recorded_at_idx" ON "discarding"("recorded_at");
ALTER TABLE "discarding" ADD CONSTRAINT "discarding_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "discarding" ADD CONSTRAINT "discarding_kind_known" CHECK (kind IN ('manufacturer', 'carrier', 'retailer', 'device', 'source', 'policy-action'));
CREATE TRIGGER stamp_recorded BEFORE INSERT ON discarding FOR EACH ROW EXECUTE FUNCTION stamp_recorded();

CREATE TABLE "bringing_back" (
    "discarding_id" UUID NOT NULL,
    "why" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,

    CONSTRAINT "bringing_back_pkey" PRIMARY KEY ("discarding_id")
);
CREATE INDEX "bringing_back_recorded_at_idx" ON "bringing_back"("recorded_at");
ALTER TABLE "bringing_back" ADD CONSTRAINT "bringing_back_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "bringing_back" ADD CONSTRAINT "bringing_back_discarding_id_fkey" FOREIGN KEY ("discarding_id") REFERENCES "discarding"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE TRIGGER stamp_recorded BEFORE INSERT ON bringing_back FOR EACH ROW EXECUTE FUNCTION stamp_recorded();

CREATE INDEX "list_entry_entity_id_idx" ON "list_entry"("entity_id");

-- Those that stand: not brought back.
CREATE FUNCTION standing_discards() RETURNS SETOF discarding LANGUAGE sql STABLE AS $$
  SELECT d.* FROM discarding d WHERE NOT EXISTS (SELECT FROM bringing_back b WHERE b.discarding_id = d.id)
$$;

-- The rows that are a thing's own, in the order in which they go; `owned`: SQL on row `t` for those of the things $1; `owner`: whose
-- it is. Whatever else refers to a thing says something of it.
CREATE FUNCTION parts_of(kind text) RETURNS TABLE (place int, tab text, col text, owned text, owner text) LANGUAGE sql IMMUTABLE AS $$
  SELECT * FROM (
    SELECT 1, 'retraction', '', 't.citation_id IN (SELECT c.id FROM citation c WHERE c.citing_id = ANY ($1))',
           '(SELECT c.citing_id FROM citation c WHERE c.id = t.citation_id)' WHERE kind = 'source'
    UNION ALL SELECT 2, 'citation', 'citing_id', 't.citing_id = ANY ($1)', 't.citing_id' WHERE kind = 'source'
    UNION ALL SELECT 3, 'source_version', 'source_id', 't.source_id = ANY ($1)', 't.source_id' WHERE kind = 'source'
    UNION ALL SELECT 4, p, 'policy_action_id', 't.policy_action_id = ANY ($1)', 't.policy_action_id'
      FROM unnest(ARRAY['policy_action_manufacturer', 'policy_action_source']) p WHERE kind = 'policy-action'
    UNION ALL SELECT 5, 'alias', kind || '_id', format('t.%I = ANY ($1)', kind || '_id'), format('t.%I', kind || '_id')
      WHERE kind IN ('manufacturer', 'carrier', 'retailer', 'device')
    UNION ALL SELECT 6, 'list_entry', 'entity_id', 't.entity_id = ANY ($1)', 't.entity_id'
    UNION ALL SELECT 7, replace(kind, '-', '_'), 'id', 't.id = ANY ($1)', 't.id'
  ) parts(place, tab, col, owned, owner)
$$;

-- What of these things is referred to, from which table, and by which other thing (NULL: by a claim, a deal, a comment, a rule).
CREATE FUNCTION resting_on(kind text, things uuid[]) RETURNS TABLE (thing uuid, tab text, other uuid) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
  place record;
BEGIN
  FOR place IN SELECT r.tab, r.col FROM references_to(replace(kind, '-', '_')::regclass) r
    WHERE NOT EXISTS (SELECT FROM parts_of(kind) p WHERE p.tab = r.tab::text AND p.col = r.col) LOOP
    RETURN QUERY EXECUTE format('SELECT DISTINCT t.%I, %L, %s FROM %s t WHERE t.%I = ANY ($1)', place.col, place.tab,
      CASE place.tab::text WHEN 'device' THEN 't.id' WHEN 'carrier' THEN 't.id' WHEN 'citation' THEN 't.citing_id'
        WHEN 'policy_action_manufacturer' THEN 't.policy_action_id' WHEN 'policy_action_source' THEN 't.policy_action_id'
        ELSE 'NULL::uuid' END, place.tab, place.col) USING things;
  END LOOP;
  RETURN QUERY SELECT DISTINCT m.into_id, 'merging', NULL::uuid FROM standing_mergings() m WHERE m.into_id = ANY (things);
  -- What a merge took away comes back with what it referred to.
  RETURN QUERY SELECT DISTINCT v.value::uuid, 'merging', NULL::uuid FROM standing_mergings() m JOIN merging_row r ON r.merging_id = m.id,
    jsonb_each_text(r.was) v WHERE r.deed = 'removed' AND v.value = ANY (things::text[]);
END $$;

-- Takes out what this transaction has recorded as discarded, kind by kind, what refers before what is referred to. A thing that
-- something rests on is refused by its foreign keys.
CREATE FUNCTION carry_out_discards() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  one text;
  part record;
  things uuid[];
BEGIN
  FOREACH one IN ARRAY ARRAY['policy-action', 'source', 'device', 'retailer', 'carrier', 'manufacturer'] LOOP
    things := ARRAY(SELECT d.subject_id FROM discarding d WHERE d.recorded_at = rangebook_instant() AND d.kind = one AND d.rows = '[]');
    CONTINUE WHEN things = '{}';
    FOR part IN SELECT * FROM parts_of(one) p ORDER BY p.place LOOP
      EXECUTE format('WITH kept AS (
          SELECT %2$s AS owner, jsonb_agg(jsonb_build_object(''tab'', %1$L, ''row'', to_jsonb(t))) AS rows FROM %1$I t WHERE %3$s GROUP BY 1)
        UPDATE discarding d SET rows = d.rows || k.rows FROM kept k
        WHERE d.subject_id = k.owner AND d.recorded_at = rangebook_instant()', part.tab, part.owner, part.owned) USING things;
      EXECUTE format('DELETE FROM %I t WHERE %s', part.tab, part.owned) USING things;
    END LOOP;
  END LOOP;
END $$;

-- Puts back what this transaction has recorded as brought back, as it was and with the instants at which it was recorded.
-- `one_only`: one of them; NULL: all.
CREATE FUNCTION carry_out_bringing_back(one_only uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  one text;
  part record;
  fields text;
  things uuid[];
BEGIN
  FOREACH one IN ARRAY ARRAY['manufacturer', 'carrier', 'retailer', 'device', 'source', 'policy-action'] LOOP
    things := ARRAY(SELECT d.id FROM discarding d JOIN bringing_back b ON b.discarding_id = d.id
                    WHERE b.recorded_at = rangebook_instant() AND d.kind = one AND (one_only IS NULL OR d.id = one_only));
    CONTINUE WHEN things = '{}';
    FOR part IN SELECT * FROM parts_of(one) p ORDER BY p.place DESC LOOP
      SELECT string_agg(format('%I', a.attname), ', ') INTO fields FROM pg_attribute a
      WHERE a.attrelid = part.tab::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '';
      EXECUTE format('INSERT INTO %1$I (%2$s) SELECT %3$s FROM discarding d, jsonb_array_elements(d.rows) r,
          jsonb_populate_record(NULL::%1$I, r -> ''row'') w WHERE d.id = ANY ($1) AND r ->> ''tab'' = %1$L%4$s',
        part.tab, fields, 'w.' || replace(fields, ', ', ', w.'), CASE part.tab WHEN 'list_entry' THEN ' ON CONFLICT DO NOTHING' ELSE '' END)
        USING things;
      IF EXISTS (SELECT FROM pg_trigger WHERE tgrelid = part.tab::regclass AND tgname = 'stamp_recorded') THEN
        EXECUTE format('UPDATE %1$I a SET recorded_at = w.recorded_at FROM discarding d, jsonb_array_elements(d.rows) r,
            jsonb_populate_record(NULL::%1$I, r -> ''row'') w
          WHERE d.id = ANY ($1) AND r ->> ''tab'' = %1$L AND %2$s', part.tab, replace(same_key_sql(part.tab::regclass), 'b.', 'w.'))
          USING things;
      END IF;
    END LOOP;
  END LOOP;
END $$;

REVOKE ALL ON FUNCTION carry_out_discards(), carry_out_bringing_back(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION carry_out_discards(), carry_out_bringing_back(uuid) TO rangebook_app;
GRANT SELECT, INSERT ON "discarding", "bringing_back" TO rangebook_app;

-- A proposed undo keeps what it takes back, so that the batch says so once it is accepted. No foreign key:
-- batches name their proposals, and a restore writes one table after the other.
ALTER TABLE "proposal" ADD COLUMN "undoes_batch_id" UUID, ADD COLUMN "undoes_command_id" UUID;
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_undoes_one" CHECK (num_nonnulls(undoes_batch_id, undoes_command_id) <= CASE kind WHEN 'undo' THEN 1 ELSE 0 END);
