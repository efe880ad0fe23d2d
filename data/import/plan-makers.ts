import type { Sql } from "./sql";

/**
 * The makers that the rows name (`i_maker`): which of the record each is, or that it is new. A name of the record goes
 * before an alias; an alias of several asks, and so does a new maker that bears a carrier's name, since own-brand phones
 * of carriers stand in the maker's column of many lists.
 */
export async function planMakers(sql: Sql): Promise<void> {
  await sql.query(`
    CREATE TEMP TABLE i_maker ON COMMIT DROP AS
      SELECT DISTINCT ON (owner_key) owner_key, owner AS name, n, line, 'maker:' || owner_key AS question,
             NULL::uuid AS id, false AS fresh, NULL::text AS verdict
      FROM i_row WHERE owner_key IS NOT NULL AND verdict IS DISTINCT FROM 'left-out' ORDER BY owner_key, n;
    ALTER TABLE i_maker ADD PRIMARY KEY (owner_key);
    ANALYZE i_maker;

    UPDATE i_maker k SET id = m.id FROM manufacturer m WHERE m.name_key = k.owner_key;
    CREATE TEMP TABLE i_maker_alias ON COMMIT DROP AS
      SELECT DISTINCT k.owner_key, a.manufacturer_id AS id FROM i_maker k
      JOIN alias a ON a.key = k.owner_key AND a.kind = 'name' AND a.manufacturer_id IS NOT NULL WHERE k.id IS NULL;
    UPDATE i_maker k SET id = a.id FROM (
      SELECT owner_key, (array_agg(id))[1] AS id FROM i_maker_alias GROUP BY 1 HAVING count(*) = 1
    ) a WHERE a.owner_key = k.owner_key;

    INSERT INTO i_question
      SELECT k.question, 'several-matches', k.line, 'The maker “' || k.name || '” may be one of several.',
             (SELECT jsonb_agg(jsonb_build_object('answer', 'use:' || m.id, 'says', 'It is ' || m.name) ORDER BY m.name)
              FROM i_maker_alias a JOIN manufacturer m ON m.id = a.id WHERE a.owner_key = k.owner_key)
             || '[{"answer": "new", "says": "It is a maker of its own"}, {"answer": "leave-out", "says": "Leave its rows out"}]'
      FROM i_maker k WHERE k.id IS NULL AND EXISTS (SELECT FROM i_maker_alias a WHERE a.owner_key = k.owner_key);
    INSERT INTO i_question
      SELECT k.question, 'brand-is-carrier', k.line, '“' || k.name || '” is a carrier of the record: here it stands as a maker.',
             '[{"answer": "new", "says": "Keep it as a maker too: phones under its own brand"},
               {"answer": "leave-out", "says": "Leave its rows out"}]'
      FROM i_maker k WHERE k.id IS NULL AND NOT EXISTS (SELECT FROM i_question q WHERE q.key = k.question)
        AND (EXISTS (SELECT FROM carrier c WHERE c.name_key = k.owner_key)
          OR EXISTS (SELECT FROM alias a WHERE a.key = k.owner_key AND a.kind = 'name' AND a.carrier_id IS NOT NULL));

    UPDATE i_maker k SET
      id = CASE WHEN a.answer LIKE 'use:%' THEN substr(a.answer, 5)::uuid END,
      verdict = CASE WHEN a.answer IS NULL THEN 'asked' WHEN a.answer = 'leave-out' THEN 'left-out' END
    FROM i_question q LEFT JOIN i_answer a ON a.key = q.key WHERE q.key = k.question;
    UPDATE i_maker SET id = gen_random_uuid(), fresh = true WHERE id IS NULL AND verdict IS NULL;

    UPDATE i_row r SET verdict = k.verdict,
      said = CASE k.verdict WHEN 'asked' THEN 'Which maker is “' || k.name || '”?' ELSE 'You left its maker out.' END
    FROM i_maker k WHERE k.owner_key = r.owner_key AND k.verdict IS NOT NULL AND r.verdict IS NULL;`);
}
