import type { Sql } from "./sql";

/** The things that rows may speak about, as the plan's SQL needs them. */
export type GroupKind = "manufacturer" | "carrier" | "device";

/**
 * The things that the rows speak about (`i_group`), one for each `g`, begun by its first row: its name, the keys under which
 * the record may have it (the best first), what is said about it. Two rows that contradict each other: the later one is
 * refused.
 */
export async function planGroups(sql: Sql): Promise<void> {
  await sql.query(`
    CREATE TEMP TABLE i_group ON COMMIT DROP AS
      SELECT DISTINCT ON (g) g, n, line, owner_key, name, name_key, name_key || other_keys AS keys, ident, list_key,
             'thing:' || g AS question, NULL::uuid AS id, false AS fresh, false AS renamed, NULL::text AS into_g,
             NULL::text AS verdict, NULL::text AS said
      FROM i_row WHERE verdict IS NULL ORDER BY g, n;
    ALTER TABLE i_group ADD PRIMARY KEY (g);
    CREATE UNIQUE INDEX ON i_group (n);
    CREATE UNIQUE INDEX ON i_group (question);
    CREATE INDEX ON i_group (owner_key, name_key);

    CREATE TEMP TABLE i_field ON COMMIT DROP AS
      SELECT DISTINCT ON (r.g, f.key) r.g, r.n, r.line, f.key, f.value
      FROM i_row r, jsonb_each(r.fields) f WHERE r.verdict IS NULL AND f.value <> 'null' ORDER BY r.g, f.key, r.n;
    UPDATE i_row r SET verdict = 'refused', said = 'Line ' || o.line || ' says ' || o.key || ' ' || (o.value #>> '{}')
        || ', this one ' || (r.fields ->> o.key) || '.'
    FROM i_field o WHERE o.g = r.g AND o.key IN ('kind', 'announced', 'country', 'parent', 'host')
      AND r.verdict IS NULL AND r.fields -> o.key <> o.value;
    ANALYZE i_group; ANALYZE i_field;`);
}

/** Where an entity `e` must be for group-key `x` to mean it: with the same maker, in the same country, or anywhere. */
const PLACE: Readonly<Record<GroupKind, string>> = {
  manufacturer: "true",
  carrier: "e.country = x.place",
  device: "e.manufacturer_id = x.place::uuid",
};

/**
 * Finds each thing in the record by what it says of itself: first its address name, then what its list called it before,
 * then names, then aliases, each way before the next. One found: it is that. Several: a question.
 */
export async function matchGroups(sql: Sql, kind: GroupKind): Promise<void> {
  const place =
    kind === "device"
      ? "(SELECT m.id::text FROM i_maker m WHERE m.owner_key = i.owner_key AND NOT m.fresh)"
      : "i.owner_key";
  await sql.query(`
    CREATE TEMP TABLE i_key ON COMMIT DROP AS
      SELECT DISTINCT g, k, exact, place FROM (
        SELECT i.g, k, k = i.name_key AS exact, ${place} AS place FROM i_group i CROSS JOIN unnest(i.keys) k) x
      ${kind === "manufacturer" ? "" : "WHERE place IS NOT NULL"};
    ANALYZE i_key;
    CREATE TEMP TABLE i_match ON COMMIT DROP AS
      SELECT i.g, e.id, 1 AS rank FROM i_group i JOIN ${kind} e ON e.slug = i.ident
      UNION ALL
      SELECT i.g, e.id, 2 FROM i_group i JOIN list_entry l ON l.list = current_setting('rangebook.list') AND l.key = i.list_key
      JOIN ${kind} e ON e.id = l.entity_id WHERE i.g LIKE 'list:%'
      UNION ALL
      SELECT x.g, e.id, CASE WHEN x.exact THEN 3 ELSE 4 END FROM i_key x JOIN ${kind} e ON e.name_key = x.k AND ${PLACE[kind]}
      UNION ALL
      SELECT x.g, e.id, CASE WHEN x.exact THEN 5 ELSE 6 END FROM i_key x
      JOIN alias a ON a.key = x.k AND a.kind = 'name' JOIN ${kind} e ON e.id = a.${kind}_id AND ${PLACE[kind]};
    CREATE TEMP TABLE i_best ON COMMIT DROP AS
      SELECT DISTINCT g, id, rank FROM (SELECT g, id, rank, min(rank) OVER (PARTITION BY g) AS best FROM i_match) m
      WHERE rank = best;
    CREATE INDEX ON i_best (g);
    ANALYZE i_best;
    UPDATE i_group i SET id = b.id FROM (SELECT g, (array_agg(id))[1] AS id FROM i_best GROUP BY g HAVING count(*) = 1) b
    WHERE b.g = i.g;
    UPDATE i_group i SET renamed = true FROM i_best b JOIN ${kind} e ON e.id = b.id
    WHERE b.g = i.g AND b.rank = 1 AND i.id = e.id AND e.name_key <> i.name_key;
    INSERT INTO i_question
      SELECT i.question, 'several-matches', i.line, '“' || i.name || '” may be one of several.',
             (SELECT jsonb_agg(jsonb_build_object('answer', 'use:' || e.id, 'says', 'It is ' || e.name || ' (' || e.slug || ')')
                               ORDER BY e.name)
              FROM i_best b JOIN ${kind} e ON e.id = b.id WHERE b.g = i.g)
             || '[{"answer": "new", "says": "It is another one"}, {"answer": "leave-out", "says": "Leave it out"}]'
      FROM i_group i WHERE i.id IS NULL AND EXISTS (SELECT FROM i_best b WHERE b.g = i.g);`);
}

/** Carries out the answers; what is still without an answer is asked, and what is nobody of the record is new. */
export async function settleGroups(sql: Sql): Promise<void> {
  await sql.query(`
    UPDATE i_group i SET
      id = CASE WHEN a.answer ~ '^(use|rename):[0-9a-f]' THEN split_part(a.answer, ':', 2)::uuid END,
      renamed = coalesce(a.answer LIKE 'rename:%', false),
      into_g = CASE WHEN a.answer LIKE 'use:#%' THEN (SELECT o.g FROM i_group o WHERE o.n = substr(a.answer, 6)::int) END,
      verdict = CASE WHEN a.answer IS NULL THEN 'asked' WHEN a.answer = 'leave-out' THEN 'left-out' END,
      said = CASE WHEN a.answer IS NULL THEN q.about WHEN a.answer = 'leave-out' THEN 'You left it out.' END
    FROM i_question q LEFT JOIN i_answer a ON a.key = q.key WHERE q.key = i.question;

    -- Another name of a thing that is another name of a thing …: each leads to an earlier row, so there is no circle.
    WITH RECURSIVE way (g, into_g) AS (
      SELECT g, into_g FROM i_group WHERE into_g IS NOT NULL
      UNION ALL
      SELECT w.g, i.into_g FROM way w JOIN i_group i ON i.g = w.into_g WHERE i.into_g IS NOT NULL
    )
    UPDATE i_group i SET into_g = e.into_g
    FROM (SELECT w.g, w.into_g FROM way w JOIN i_group t ON t.g = w.into_g WHERE t.into_g IS NULL) e WHERE e.g = i.g;
    UPDATE i_group SET id = gen_random_uuid(), fresh = true WHERE id IS NULL AND verdict IS NULL AND into_g IS NULL;
    UPDATE i_group i SET id = t.id, fresh = t.fresh, verdict = t.verdict, said = t.said
    FROM i_group t WHERE t.g = i.into_g;

    UPDATE i_row r SET verdict = i.verdict, said = i.said
    FROM i_group i WHERE i.g = r.g AND i.verdict IS NOT NULL AND r.verdict IS NULL;
    ANALYZE i_group;`);
}
