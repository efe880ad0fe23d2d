import { matchGroups, planGroups, settleGroups } from "./plan-groups";
import { planMakers } from "./plan-makers";
import type { Sql } from "./sql";

/** Devices: of a maker's own devices only; a model number that another of them has asks. */
export async function planDevices(sql: Sql): Promise<void> {
  await planMakers(sql);
  await planGroups(sql);
  await matchGroups(sql, "device");
  await askForModels(sql);
  await settleGroups(sql);
}

/**
 * A model is not a device, and one model number may go by two names: of a renamed device, of two editions, or by clash. A
 * name that nobody knows beside a model number that somebody has is therefore asked, never guessed.
 */
async function askForModels(sql: Sql): Promise<void> {
  await sql.query(`
    CREATE TEMP TABLE i_model ON COMMIT DROP AS
      SELECT DISTINCT m.g, m.key, m.text, i.n FROM i_row_alias m JOIN i_group i ON i.g = m.g WHERE m.kind = 'model';
    ALTER TABLE i_model ADD PRIMARY KEY (g, key, text);
    CREATE INDEX ON i_model (key);
    ANALYZE i_model;

    CREATE TEMP TABLE i_lead ON COMMIT DROP AS
      SELECT DISTINCT ON (i.g, e.id) i.g, 1 AS rank, 'use:' || e.id AS answer, 'Another name of ' || e.name || ', which is '
             || m.text || ' too' AS says, 'rename:' || e.id AS rename, e.name || ' is now called ' || i.name AS renames
      FROM i_group i JOIN i_maker k ON k.owner_key = i.owner_key AND NOT k.fresh
      JOIN i_model m ON m.g = i.g JOIN alias a ON a.kind = 'model' AND a.key = m.key
      JOIN device e ON e.id = a.device_id AND e.manufacturer_id = k.id
      WHERE i.id IS NULL AND i.ident IS NULL AND NOT EXISTS (SELECT FROM i_question q WHERE q.key = i.question);
    INSERT INTO i_lead
      SELECT DISTINCT ON (i.g, o.g) i.g, 2, 'use:#' || o.n, 'Another name of ' || o.name || ' (line ' || o.line || '), which is '
             || m.text || ' too', NULL, NULL
      FROM i_group i JOIN i_model m ON m.g = i.g
      JOIN i_model mo ON mo.key = m.key AND mo.n < i.n
      JOIN i_group o ON o.g = mo.g AND o.owner_key = i.owner_key
      WHERE i.id IS NULL AND i.ident IS NULL AND NOT EXISTS (SELECT FROM i_question q WHERE q.key = i.question)
        -- A device of the record that the file names too is offered once, as the record's.
        AND NOT EXISTS (SELECT FROM i_lead l WHERE l.g = i.g AND l.answer = 'use:' || o.id);
    INSERT INTO i_question
      SELECT i.question, 'same-model', i.line, 'No device of this maker is called “' || i.name || '”, but its model number is known.',
             (SELECT jsonb_agg(jsonb_build_object('answer', answer, 'says', says) ORDER BY rank, says) FROM i_lead l WHERE l.g = i.g)
             || coalesce((SELECT jsonb_agg(jsonb_build_object('answer', rename, 'says', renames) ORDER BY renames)
                          FROM i_lead l WHERE l.g = i.g AND l.rank = 1), '[]')
             || '[{"answer": "new", "says": "A device of its own"}, {"answer": "leave-out", "says": "Leave it out"}]'
      FROM i_group i WHERE EXISTS (SELECT FROM i_lead l WHERE l.g = i.g);`);
}
