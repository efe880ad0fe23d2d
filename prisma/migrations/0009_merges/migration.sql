-- Merge and un-merge (docs/decisions/009): rows of the merged entity are filed under the kept one, each with a log entry, and
-- un-merge puts each one back. What a claim says never changes, only where it is filed; the application's account still may
-- not update a claim: two functions of the owner's do it, on a merge that the door has just recorded.

CREATE TABLE "merging" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from_id" UUID NOT NULL,
    "from_slug" TEXT NOT NULL,
    "from_name" TEXT NOT NULL,
    "into_id" UUID NOT NULL,
    "why" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,

    CONSTRAINT "merging_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "unmerging" (
    "merging_id" UUID NOT NULL,
    "why" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,

    CONSTRAINT "unmerging_pkey" PRIMARY KEY ("merging_id")
);
-- What a merge did to a row. moved: its column `col` points to the kept one now; removed: the kept one has the same already, or
-- it is the merged one itself; added: made by the merge; met: the row that a removed one stood beside.
CREATE TABLE "merging_row" (
    "place" BIGSERIAL NOT NULL,
    "merging_id" UUID NOT NULL,
    "deed" TEXT NOT NULL,
    "tab" TEXT NOT NULL,
    "col" TEXT,
    "key" JSONB NOT NULL,
    "key_after" JSONB,
    "was" JSONB NOT NULL,

    CONSTRAINT "merging_row_pkey" PRIMARY KEY ("place")
);
CREATE INDEX "merging_kind_from_slug_idx" ON "merging"("kind", "from_slug");
CREATE INDEX "merging_from_id_idx" ON "merging"("from_id");
CREATE INDEX "merging_into_id_idx" ON "merging"("into_id");
CREATE INDEX "merging_row_merging_id_idx" ON "merging_row"("merging_id");
CREATE INDEX "merging_row_tab_key_idx" ON "merging_row"("tab", "key");

ALTER TABLE "merging" ADD CONSTRAINT "merging_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "unmerging" ADD CONSTRAINT "unmerging_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "unmerging" ADD CONSTRAINT "unmerging_merging_id_fkey" FOREIGN KEY ("merging_id") REFERENCES "merging"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "merging_row" ADD CONSTRAINT "merging_row_merging_id_fkey" FOREIGN KEY ("merging_id") REFERENCES "merging"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "merging" ADD CONSTRAINT "merging_kind_known" CHECK (kind IN ('manufacturer', 'carrier', 'retailer', 'device', 'source'));
ALTER TABLE "merging" ADD CONSTRAINT "merging_not_into_itself" CHECK (from_id <> into_id);
ALTER TABLE "merging_row" ADD CONSTRAINT "merging_row_deed_known" CHECK (deed IN ('moved', 'removed', 'added', 'met'));
CREATE TRIGGER stamp_recorded BEFORE INSERT ON merging FOR EACH ROW EXECUTE FUNCTION stamp_recorded();
CREATE TRIGGER stamp_recorded BEFORE INSERT ON unmerging FOR EACH ROW EXECUTE FUNCTION stamp_recorded();

-- A chain of corrections moves to another deal as a whole, in one statement: it is checked when the statement ends.
ALTER TABLE "status_change" DROP CONSTRAINT "status_change_supersedes_id_deal_id_fkey";
ALTER TABLE "status_change" ADD CONSTRAINT "status_change_supersedes_id_deal_id_fkey" FOREIGN KEY ("supersedes_id", "deal_id") REFERENCES "status_change"("id", "deal_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- Merges that stand: not undone.
CREATE FUNCTION standing_mergings() RETURNS SETOF merging LANGUAGE sql STABLE AS $$
  SELECT m.* FROM merging m WHERE NOT EXISTS (SELECT FROM unmerging u WHERE u.merging_id = m.id)
$$;

-- The slug of something merged leads to the kept one, so it is taken.
CREATE FUNCTION slug_is_not_merged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM standing_mergings() m WHERE m.kind = TG_TABLE_NAME AND m.from_slug = NEW.slug) THEN
    RAISE EXCEPTION '%_slug_key: % leads to what it was merged into', TG_TABLE_NAME, NEW.slug
      USING ERRCODE = 'unique_violation', CONSTRAINT = TG_TABLE_NAME || '_slug_key';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER slug_is_not_merged BEFORE INSERT ON manufacturer FOR EACH ROW EXECUTE FUNCTION slug_is_not_merged();
CREATE TRIGGER slug_is_not_merged BEFORE INSERT ON carrier FOR EACH ROW EXECUTE FUNCTION slug_is_not_merged();
CREATE TRIGGER slug_is_not_merged BEFORE INSERT ON retailer FOR EACH ROW EXECUTE FUNCTION slug_is_not_merged();
CREATE TRIGGER slug_is_not_merged BEFORE INSERT ON device FOR EACH ROW EXECUTE FUNCTION slug_is_not_merged();
CREATE TRIGGER slug_is_not_merged BEFORE INSERT ON source FOR EACH ROW EXECUTE FUNCTION slug_is_not_merged();

-- Columns that refer to rows of a table. Taken from the catalogue, so that a table that is added later moves too. Spans are
-- derived; versions of a source are numbered and move by a rule of their own.
CREATE FUNCTION references_to(target regclass) RETURNS TABLE (tab regclass, col text) LANGUAGE sql STABLE AS $$
  SELECT c.conrelid::regclass, a.attname::text
  FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
  WHERE c.contype = 'f' AND c.confrelid = target AND cardinality(c.conkey) = 1
    AND c.conrelid NOT IN ('deal_span'::regclass, 'source_version'::regclass)
  -- What a list said last time names entities of several kinds, so that no foreign key can.
  UNION ALL SELECT 'list_entry'::regclass, 'entity_id' WHERE target <> 'deal'::regclass
  ORDER BY 1, 2
$$;

-- SQL for the primary key of row `t` of a table as a JSON object.
CREATE FUNCTION key_sql(tab regclass) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT 'jsonb_build_object(' || string_agg(format('%L, t.%I', a.attname, a.attname), ', ' ORDER BY a.attname) || ')'
  FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
  WHERE i.indrelid = tab AND i.indisprimary
$$;

-- SQL that says of rows `a` and `b` of a table that they have the same primary key.
CREATE FUNCTION same_key_sql(tab regclass) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(format('a.%1$I = b.%1$I', a.attname), ' AND ')
  FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
  WHERE i.indrelid = tab AND i.indisprimary
$$;

-- Removes the rows `t` of a table that `condition` names ($1, $2), each with its log entry.
CREATE FUNCTION merge_remove(merge uuid, tab regclass, condition text, one uuid, other uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('INSERT INTO merging_row (merging_id, deed, tab, key, was)
    SELECT $3, ''removed'', %L, %s, to_jsonb(t) FROM %s t WHERE %s', tab, key_sql(tab), tab, condition) USING one, other, merge;
  EXECUTE format('DELETE FROM %s t WHERE %s', tab, condition) USING one, other;
END $$;

-- Files the rows of `tab` whose `col` is `old` under `new`. Where the kept one has the same row already, the merged one's goes.
CREATE FUNCTION merge_refile(merge uuid, tab regclass, col text, old uuid, new uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  same text;
  keys text := key_sql(tab);
BEGIN
  FOR same IN
    SELECT coalesce(string_agg(format('k.%1$I = t.%1$I', a.attname), ' AND ') FILTER (WHERE a.attname <> col), 'true')
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    WHERE i.indrelid = tab AND i.indisunique AND tab <> 'device'::regclass -- two devices of one name are two questions
    GROUP BY i.indexrelid HAVING bool_or(a.attname = col)
  LOOP
    EXECUTE format('INSERT INTO merging_row (merging_id, deed, tab, col, key, key_after, was)
      SELECT $3, ''met'', %L, %L, %s, %s, to_jsonb(t) FROM %s t
      WHERE t.%I = $2 AND EXISTS (SELECT FROM %s k WHERE k.%I = $1 AND %s)', tab, col, keys, keys, tab, col, tab, col, same)
      USING old, new, merge;
    PERFORM merge_remove(merge, tab, format('t.%I = $1 AND EXISTS (SELECT FROM %s k WHERE k.%I = $2 AND %s)', col, tab, col, same),
                         old, new);
  END LOOP;
  EXECUTE format('INSERT INTO merging_row (merging_id, deed, tab, col, key, key_after, was)
    SELECT $3, ''moved'', %L, %L, %s, CASE WHEN %s ? %L THEN %s || jsonb_build_object(%L, $2) ELSE %s END, to_jsonb(t)
    FROM %s t WHERE t.%I = $1', tab, col, keys, keys, col, keys, col, keys, tab, col) USING old, new, merge;
  EXECUTE format('UPDATE %s SET %I = $2 WHERE %I = $1', tab, col, col) USING old, new;
END $$;

-- The deals of the merged device or carrier: their claims join those of the kept one's deal, which is made where there is none.
CREATE FUNCTION merge_deals(m merging) RETURNS TABLE (deal uuid, version int) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  gone deal;
  kept deal;
  place record;
BEGIN
  FOR gone IN SELECT * FROM deal d WHERE CASE m.kind WHEN 'device' THEN d.device_id ELSE d.carrier_id END = m.from_id ORDER BY d.id LOOP
    kept := gone;
    IF m.kind = 'device' THEN kept.device_id := m.into_id; ELSE kept.carrier_id := m.into_id; END IF;
    SELECT d.id, d.version INTO kept.id, kept.version FROM deal d
    WHERE d.device_id = kept.device_id AND d.carrier_id = kept.carrier_id;
    IF kept.id IS NULL THEN
      kept.id := gen_random_uuid();
      kept.version := gone.version;
      INSERT INTO deal SELECT kept.*;
      INSERT INTO merging_row (merging_id, deed, tab, key, key_after, was)
      VALUES (m.id, 'added', 'deal', jsonb_build_object('id', kept.id), jsonb_build_object('id', kept.id), to_jsonb(kept));
    END IF;
    DELETE FROM deal_span WHERE deal_id IN (gone.id, kept.id);
    FOR place IN SELECT * FROM references_to('deal') LOOP
      PERFORM merge_refile(m.id, place.tab, place.col, gone.id, kept.id);
    END LOOP;
    PERFORM merge_remove(m.id, 'deal', 't.id = $1', gone.id, NULL);
    deal := kept.id;
    version := greatest(gone.version, kept.version) + 1;
    RETURN NEXT;
  END LOOP;
END $$;

-- Texts, retraction and citations of the merged source. Texts from before the kept one was recorded become its texts of that
-- time, numbered before its first, so that an old view of the record still finds one.
CREATE FUNCTION merge_source_texts(m merging) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  first timestamptz := (SELECT min(recorded_at) FROM source_version WHERE source_id = m.into_id);
  lowest int := (SELECT min(version) FROM source_version WHERE source_id = m.into_id);
  highest int := (SELECT max(version) FROM source_version WHERE source_id = m.from_id AND recorded_at < first);
BEGIN
  INSERT INTO merging_row (merging_id, deed, tab, col, key, key_after, was)
  SELECT m.id, 'moved', 'source_version', 'source_id', jsonb_build_object('source_id', v.source_id, 'version', v.version),
         jsonb_build_object('source_id', m.into_id, 'version', v.version - highest + lowest - 1), to_jsonb(v)
  FROM source_version v WHERE v.source_id = m.from_id AND v.recorded_at < first;
  UPDATE source_version SET source_id = m.into_id, version = version - highest + lowest - 1
  WHERE source_id = m.from_id AND recorded_at < first;
  PERFORM merge_remove(m.id, 'source_version', 't.source_id = $1', m.from_id, NULL);
  -- That one rested on the other says nothing of a single source.
  PERFORM merge_remove(m.id, 'retraction', 't.citation_id IN (SELECT id FROM citation WHERE citing_id IN ($1, $2) AND cited_id IN ($1, $2))',
                       m.from_id, m.into_id);
  PERFORM merge_remove(m.id, 'citation', 't.citing_id IN ($1, $2) AND t.cited_id IN ($1, $2)', m.from_id, m.into_id);
END $$;

-- Carries out a merge that this transaction has recorded. Answers the deals whose histories changed, with their next versions.
CREATE FUNCTION carry_out_merge(merge uuid) RETURNS TABLE (deal uuid, version int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  m merging;
  place record;
  added uuid := gen_random_uuid();
BEGIN
  SELECT * INTO STRICT m FROM merging WHERE id = merge;
  IF m.recorded_at <> rangebook_instant() OR EXISTS (SELECT FROM merging_row r WHERE r.merging_id = merge) THEN
    RAISE EXCEPTION 'merge % is not of this transaction', merge;
  END IF;
  IF m.kind IN ('device', 'carrier') THEN RETURN QUERY SELECT * FROM merge_deals(m); END IF;
  IF m.kind = 'source' THEN PERFORM merge_source_texts(m); END IF;
  FOR place IN SELECT * FROM references_to(m.kind::regclass) LOOP
    PERFORM merge_refile(merge, place.tab, place.col, m.from_id, m.into_id);
  END LOOP;
  IF m.kind = 'source' THEN
    -- Of two standing citations of one source the earlier says it.
    PERFORM merge_remove(merge, 'citation', 'EXISTS (SELECT FROM citation k WHERE (k.citing_id, k.cited_id) = (t.citing_id, t.cited_id)
      AND (k.recorded_at, k.id) < (t.recorded_at, t.id) AND NOT EXISTS (SELECT FROM retraction x WHERE x.citation_id = k.id))
      AND $1 IN (t.citing_id, t.cited_id) AND NOT EXISTS (SELECT FROM retraction x WHERE x.citation_id = t.id)', m.into_id, NULL);
    IF EXISTS (
      WITH RECURSIVE upstream(id) AS (
        SELECT c.cited_id FROM citation c WHERE c.citing_id = m.into_id AND NOT EXISTS (SELECT FROM retraction x WHERE x.citation_id = c.id)
        UNION
        SELECT c.cited_id FROM upstream u JOIN citation c ON c.citing_id = u.id
        WHERE NOT EXISTS (SELECT FROM retraction x WHERE x.citation_id = c.id)
      ) SELECT FROM upstream u WHERE u.id = m.into_id
    ) THEN
      RAISE EXCEPTION 'merge % closes a circle of citations', merge USING ERRCODE = 'check_violation';
    END IF;
  ELSE
    -- Its name stays findable.
    EXECUTE format('INSERT INTO alias (id, kind, text, key, %1$I)
      SELECT $3, ''name'', e.name, e.name_key, $2 FROM %2$I e
      WHERE e.id = $1 AND NOT EXISTS (SELECT FROM %2$I k WHERE k.id = $2 AND k.name_key = e.name_key)
      ON CONFLICT DO NOTHING', m.kind || '_id', m.kind) USING m.from_id, m.into_id, added;
    INSERT INTO merging_row (merging_id, deed, tab, col, key, key_after, was)
    SELECT merge, 'added', 'alias', m.kind || '_id', jsonb_build_object('id', a.id), jsonb_build_object('id', a.id), to_jsonb(a)
    FROM alias a WHERE a.id = added;
  END IF;
  PERFORM merge_remove(merge, m.kind::regclass, 't.id = $1', m.from_id, NULL);
END $$;

-- Undoes a merge, of which this transaction has recorded that it ends. Claims that moved go back with their corrections; what was
-- recorded anew in between stays. Answers the deals whose histories changed, with their next versions.
CREATE FUNCTION undo_merge(merge uuid) RETURNS TABLE (deal uuid, version int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  m merging;
  step record;
  fields text;
  left_deals uuid[];
  back_deals uuid[];
  next_version int;
BEGIN
  SELECT * INTO STRICT m FROM merging WHERE id = merge;
  IF NOT EXISTS (SELECT FROM unmerging u WHERE u.merging_id = merge AND u.recorded_at = rangebook_instant()) THEN
    RAISE EXCEPTION 'the end of merge % is not of this transaction', merge;
  END IF;
  SELECT array_agg(DISTINCT c.deal_id) INTO left_deals FROM merging_row r JOIN status_change c ON c.id = (r.key_after ->> 'id')::uuid
  WHERE r.merging_id = merge AND r.deed = 'moved' AND r.tab = 'status_change';
  SELECT array_agg((r.was ->> 'id')::uuid), max((r.was ->> 'version')::int) INTO back_deals, next_version FROM merging_row r
  WHERE r.merging_id = merge AND r.deed = 'removed' AND r.tab = 'deal';
  next_version := greatest(next_version, (SELECT max(d.version) FROM deal d WHERE d.id = ANY (left_deals))) + 1;
  DELETE FROM deal_span WHERE deal_id = ANY (left_deals);

  FOR step IN
    SELECT r.deed, r.tab, r.col FROM merging_row r WHERE r.merging_id = merge AND r.deed <> 'met'
    GROUP BY r.deed, r.tab, r.col ORDER BY max(r.place) DESC
  LOOP
    SELECT string_agg(format('%I', a.attname), ', ') INTO fields FROM pg_attribute a
    WHERE a.attrelid = step.tab::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '';
    IF step.tab = 'alias' AND step.deed IN ('moved', 'added') THEN
      -- By what it says: an edit of the kept one writes its aliases anew.
      EXECUTE format('DELETE FROM alias a USING merging_row r WHERE r.merging_id = $1 AND r.tab = ''alias'' AND r.deed = $2
        AND a.%I = $3 AND a.kind = r.was ->> ''kind'' AND a.key = r.was ->> ''key''', step.col) USING merge, step.deed, m.into_id;
    ELSIF step.deed = 'moved' AND step.tab = 'status_change' THEN
      UPDATE status_change c SET deal_id = o.deal FROM (
        SELECT DISTINCT (r.was ->> 'root_id')::uuid AS root, (r.was ->> 'deal_id')::uuid AS deal FROM merging_row r
        WHERE r.merging_id = merge AND r.deed = 'moved' AND r.tab = 'status_change'
      ) o WHERE c.root_id = o.root;
    ELSIF step.deed = 'moved' THEN
      EXECUTE format('UPDATE %1$s a SET %2$s FROM merging_row r, jsonb_populate_record(NULL::%1$s, r.key_after) b,
          jsonb_populate_record(NULL::%1$s, r.was) w
        WHERE r.merging_id = $1 AND r.deed = ''moved'' AND r.tab = %3$L AND r.col = %4$L AND %5$s',
        step.tab, CASE step.tab WHEN 'source_version' THEN 'source_id = w.source_id, version = w.version'
                       ELSE format('%1$I = w.%1$I', step.col) END, step.tab, step.col, same_key_sql(step.tab::regclass)) USING merge;
    END IF;
    IF step.deed = 'moved' AND step.tab IN ('listing', 'statement') THEN
      EXECUTE format('UPDATE %1$I c SET %2$I = $2 FROM merging_row r WHERE r.merging_id = $1 AND r.deed = ''moved'' AND r.tab = %1$L
        AND r.col = %2$L AND c.root_id = (r.was ->> ''root_id'')::uuid AND c.recorded_at > $3 AND c.%2$I = $4',
        step.tab, step.col) USING merge, m.from_id, m.recorded_at, m.into_id;
    END IF;
    IF step.deed = 'removed' OR (step.deed = 'moved' AND step.tab IN ('alias', 'policy_action_manufacturer', 'policy_action_source')) THEN
      EXECUTE format('INSERT INTO %1$s (%2$s) SELECT %3$s FROM merging_row r, jsonb_populate_record(NULL::%1$s, r.was) w
        WHERE r.merging_id = $1 AND r.deed = $2 AND r.tab = %1$L ORDER BY r.place%4$s',
        step.tab, fields, 'w.' || replace(fields, ', ', ', w.'), CASE WHEN step.tab = m.kind THEN '' ELSE ' ON CONFLICT DO NOTHING' END)
        USING merge, step.deed;
      IF EXISTS (SELECT FROM pg_trigger WHERE tgrelid = step.tab::regclass AND tgname = 'stamp_recorded') THEN
        -- Not recorded now, but when it first was.
        EXECUTE format('UPDATE %1$s a SET recorded_at = b.recorded_at FROM merging_row r, jsonb_populate_record(NULL::%1$s, r.was) b
          WHERE r.merging_id = $1 AND r.deed = ''removed'' AND r.tab = %1$L AND %2$s', step.tab, same_key_sql(step.tab::regclass))
          USING merge;
      END IF;
    END IF;
  END LOOP;

  DELETE FROM deal d WHERE d.id = ANY (left_deals) AND NOT EXISTS (SELECT FROM status_change c WHERE c.deal_id = d.id);
  RETURN QUERY SELECT d.id, next_version FROM deal d WHERE d.id = ANY (left_deals || back_deals);
END $$;

REVOKE ALL ON FUNCTION carry_out_merge(uuid), undo_merge(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION carry_out_merge(uuid), undo_merge(uuid) TO rangebook_app;
GRANT SELECT, INSERT ON "merging", "unmerging" TO rangebook_app;
GRANT SELECT ON "merging_row" TO rangebook_app;
