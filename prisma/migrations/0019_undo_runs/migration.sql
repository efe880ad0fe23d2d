-- Undoing what takes too long for a request: done by the process of imports, with progress, and taken up again when that dies. The
-- state lives here; what it does goes through the door in one transaction.
CREATE TABLE "undo_run" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "why" TEXT NOT NULL,
    "expected" INTEGER,
    "started_by_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "stage" TEXT NOT NULL DEFAULT '',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "heartbeat_at" TIMESTAMPTZ(3),
    "cancel_requested" BOOLEAN NOT NULL DEFAULT false,
    "summary" JSONB,
    "problem" JSONB,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "undo_run_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "undo_run_state_idx" ON "undo_run"("state");
CREATE INDEX "undo_run_batch_id_started_at_idx" ON "undo_run"("batch_id", "started_at");
ALTER TABLE "undo_run" ADD CONSTRAINT "undo_run_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "change_batch"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "undo_run" ADD CONSTRAINT "undo_run_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "undo_run" ADD CONSTRAINT "undo_run_state_known" CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled'));
-- One at a time for each batch.
CREATE UNIQUE INDEX "undo_run_one_at_once" ON "undo_run"("batch_id") WHERE state IN ('waiting', 'running');
GRANT SELECT, INSERT, UPDATE ON "undo_run" TO rangebook_app;

-- Both of 0019_discards in parts: no statement is long, however much is undone.
-- Takes out what this transaction has recorded as discarded, by the ids of their discards, kind by kind, what refers before what is referred to. A thing that
-- something rests on is refused by its foreign keys.
CREATE FUNCTION carry_out_discards(discards uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  one text;
  part record;
  things uuid[];
BEGIN
  FOREACH one IN ARRAY ARRAY['policy-action', 'source', 'device', 'retailer', 'carrier', 'manufacturer'] LOOP
    things := ARRAY(SELECT d.subject_id FROM discarding d WHERE d.recorded_at = rangebook_instant() AND d.kind = one AND d.rows = '[]'
                    AND d.id = ANY (discards));
    CONTINUE WHEN things = '{}';
    FOR part IN SELECT * FROM parts_of(one) p ORDER BY p.place LOOP
      EXECUTE format('WITH kept AS (
          SELECT %2$s AS owner, jsonb_agg(jsonb_build_object(''tab'', %1$L, ''row'', to_jsonb(t))) AS rows FROM %1$I t WHERE %3$s GROUP BY 1)
        UPDATE discarding d SET rows = d.rows || k.rows FROM kept k
        WHERE d.subject_id = k.owner AND d.id = ANY ($2)', part.tab, part.owner, part.owned) USING things, discards;
      EXECUTE format('DELETE FROM %I t WHERE %s', part.tab, part.owned) USING things;
    END LOOP;
  END LOOP;
END $$;

-- Puts back what this transaction has recorded as brought back, as it was and with the instants at which it was recorded.
-- `discards`: by the ids of their discards.
CREATE FUNCTION carry_out_bringing_back(discards uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  one text;
  part record;
  fields text;
  things uuid[];
BEGIN
  FOREACH one IN ARRAY ARRAY['manufacturer', 'carrier', 'retailer', 'device', 'source', 'policy-action'] LOOP
    things := ARRAY(SELECT d.id FROM discarding d JOIN bringing_back b ON b.discarding_id = d.id
                    WHERE b.recorded_at = rangebook_instant() AND d.kind = one AND d.id = ANY (discards));
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
DROP FUNCTION carry_out_discards();
DROP FUNCTION carry_out_bringing_back(uuid);
REVOKE ALL ON FUNCTION carry_out_discards(uuid[]), carry_out_bringing_back(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION carry_out_discards(uuid[]), carry_out_bringing_back(uuid[]) TO rangebook_app;
