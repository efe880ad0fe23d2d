import type { Sql } from "./sql";

/**
 * First step of every plan: the rows that have a say (`i_row`), each with the key of the thing that it speaks about (`g`),
 * their names and numbers (`i_row_alias`), the answers given (`i_answer`). `verdict` ends a row's say: "asked", "left-out"
 * or "duplicate"; `said` is the reason for people.
 */
export async function planRows(
  sql: Sql,
  run: string,
  list: string | null,
  ownGroups: boolean,
): Promise<void> {
  await sql.query("SELECT set_config('rangebook.import', $1, true), set_config('rangebook.list', $2, true)", [
    run,
    list ?? "",
  ]);
  await sql.query(`
    CREATE TEMP TABLE i_answer ON COMMIT DROP AS
      SELECT key, answer FROM import_question WHERE import_id = current_setting('rangebook.import')::uuid AND answer IS NOT NULL;
    CREATE TEMP TABLE i_question (key text PRIMARY KEY, kind text, line int, about text, options jsonb) ON COMMIT DROP;

    CREATE TEMP TABLE i_row ON COMMIT DROP AS
      SELECT r.n, r.line, r.owner, r.owner_key, r.name, r.name_key, r.other_keys, r.ident, r.list_key, r.fields, r.aliases,
             r.fields->'countries' AS countries, NULL::text AS g, NULL::text AS verdict, NULL::text AS said
      FROM import_row r WHERE r.import_id = current_setting('rangebook.import')::uuid AND NOT r.fixed;`);
  await askForCountries(sql);
  await sql.query(`
    -- What is one thing: what says so by its address name, else one name of one owner; lists with ids of their own keep
    -- their entries apart until a person has said that two are one.
    UPDATE i_row SET g = CASE
      WHEN ident IS NOT NULL THEN '#' || ident
      WHEN ${ownGroups} THEN 'list:' || list_key
      ELSE coalesce(owner_key, '') || '|' ||
        (SELECT k FROM unnest(other_keys || name_key) k ORDER BY length(k), k LIMIT 1) END
    WHERE verdict IS NULL;
    CREATE INDEX ON i_row (g);

    UPDATE i_row r SET verdict = 'duplicate', said = 'Says the same as line ' || d.first || '.'
    FROM (SELECT n, first_value(line) OVER w AS first, row_number() OVER w AS place FROM i_row WHERE verdict IS NULL
          WINDOW w AS (PARTITION BY g, name_key, list_key, aliases, fields ORDER BY n)) d
    WHERE d.n = r.n AND d.place > 1;

    CREATE TEMP TABLE i_row_alias ON COMMIT DROP AS
      SELECT r.n, r.g, r.owner_key, a.kind, a.text, a.key
      FROM i_row r, jsonb_to_recordset(r.aliases) a (kind text, text text, key text) WHERE r.verdict IS NULL;
    CREATE INDEX ON i_row_alias (kind, key);
    ANALYZE i_row; ANALYZE i_row_alias;`);
}

/** Codes of several countries: a person says where the carrier belongs, unless an earlier issue of the list settled it. */
async function askForCountries(sql: Sql): Promise<void> {
  await sql.query(`
    UPDATE i_row r SET owner = c.country, owner_key = c.country, countries = NULL
    FROM list_entry l JOIN carrier c ON c.id = l.entity_id
    WHERE r.countries IS NOT NULL AND l.list = current_setting('rangebook.list') AND l.key = r.list_key;
    UPDATE i_row r SET owner = substr(a.answer, 9), owner_key = substr(a.answer, 9)
    FROM i_answer a WHERE r.countries IS NOT NULL AND a.key = 'country:' || r.name_key || ':' || (r.countries #>> '{}')
      AND a.answer LIKE 'country:%';
    UPDATE i_row r SET verdict = 'left-out', said = 'You left it out.'
    FROM i_answer a WHERE r.countries IS NOT NULL AND a.key = 'country:' || r.name_key || ':' || (r.countries #>> '{}')
      AND a.answer = 'leave-out';
    INSERT INTO i_question
      SELECT DISTINCT ON (key) key, 'several-countries', line, name || ' has network codes of several countries.',
             (SELECT jsonb_agg(jsonb_build_object('answer', 'country:' || c, 'says', 'It belongs to ' || c) ORDER BY c)
              FROM jsonb_array_elements_text(countries) c)
             || '[{"answer": "leave-out", "says": "Leave it out"}]'
      FROM (SELECT *, 'country:' || name_key || ':' || (countries #>> '{}') AS key FROM i_row) r
      WHERE countries IS NOT NULL ORDER BY key, n;
    UPDATE i_row SET verdict = 'asked', said = 'Which country does it belong to?'
    WHERE countries IS NOT NULL AND owner_key IS NULL AND verdict IS NULL;`);
}
