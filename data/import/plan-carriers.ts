import { matchGroups, planGroups, settleGroups } from "./plan-groups";
import type { Sql } from "./sql";

/** Carriers: of one country; a name that a list uses twice in it asks, and so does a new name for a known network. */
export async function planCarriers(sql: Sql): Promise<void> {
  await planGroups(sql);
  await matchGroups(sql, "carrier");
  await renamedByList(sql);
  await askForNames(sql);
  await askForNetworks(sql);
  await settleGroups(sql);
}

/** The list knows its carriers by an id of its own: one that kept it and changed its name was renamed. */
async function renamedByList(sql: Sql): Promise<void> {
  await sql.query(`
    UPDATE i_group i SET renamed = true FROM i_best b JOIN carrier e ON e.id = b.id
    WHERE b.g = i.g AND b.rank = 2 AND i.id = e.id AND e.name_key <> i.name_key
      AND NOT EXISTS (SELECT FROM alias a WHERE a.carrier_id = e.id AND a.kind = 'name' AND a.key = i.name_key)
      -- A name that another carrier of the country has stays that one's; here it becomes another name.
      AND NOT EXISTS (SELECT FROM carrier o WHERE o.country = e.country AND o.name_key = i.name_key AND o.id <> e.id)
      AND NOT EXISTS (SELECT FROM i_group o WHERE o.owner_key = i.owner_key AND o.name_key = i.name_key AND o.n < i.n)
      -- A carrier that took several entries of the list is renamed when they all are.
      AND NOT EXISTS (SELECT FROM list_entry l JOIN i_group o ON o.list_key = l.key AND o.name_key <> i.name_key
                      WHERE l.list = current_setting('rangebook.list') AND l.entity_id = e.id AND l.present);`);
}

async function askForNames(sql: Sql): Promise<void> {
  await sql.query(`
    INSERT INTO i_question
      SELECT i.question, 'same-name', i.line, 'The list has “' || i.name || '” twice in ' || i.owner_key
             || ': here and in line ' || o.line || '.',
             jsonb_build_array(
               jsonb_build_object('answer', 'use:#' || o.n, 'says', 'They are one carrier: take the network codes of both'),
               jsonb_build_object('answer', 'leave-out', 'says', 'Leave this entry out'))
      FROM i_group i JOIN LATERAL (
        SELECT o.n, o.line FROM i_group o WHERE o.owner_key = i.owner_key AND o.name_key = i.name_key AND o.n < i.n
        ORDER BY o.n LIMIT 1
      ) o ON true
      -- What the list's earlier issue settled is not asked again.
      WHERE i.g LIKE 'list:%' AND NOT EXISTS (SELECT FROM i_best b WHERE b.g = i.g AND b.rank = 2)
    ON CONFLICT (key) DO NOTHING;`);
}

/** A network code is no key, but one network has one name: a new name for it is news, or another company on it. */
async function askForNetworks(sql: Sql): Promise<void> {
  await sql.query(`
    CREATE TEMP TABLE i_lead ON COMMIT DROP AS
      SELECT DISTINCT ON (i.g, e.id) i.g, e.id, e.name, m.text
      FROM i_group i JOIN i_row_alias m ON m.g = i.g AND m.kind = 'mcc-mnc'
      JOIN alias a ON a.kind = 'mcc-mnc' AND a.key = m.key
      JOIN carrier e ON e.id = a.carrier_id AND e.country = i.owner_key AND e.kind = 'MNO'
      WHERE i.id IS NULL AND i.ident IS NULL
        AND NOT EXISTS (SELECT FROM i_field f WHERE f.g = i.g AND f.key = 'kind' AND f.value = '"MVNO"')
        AND NOT EXISTS (SELECT FROM i_question q WHERE q.key = i.question);
    INSERT INTO i_question
      SELECT i.question, 'same-network', i.line, 'No carrier of ' || i.owner_key || ' is called “' || i.name
             || '”, but its network code is known.',
             (SELECT jsonb_agg(jsonb_build_object('answer', 'use:' || l.id, 'says', 'Another name of ' || l.name || ', which is '
                || l.text || ' too') ORDER BY l.name) FROM i_lead l WHERE l.g = i.g)
             || (SELECT jsonb_agg(jsonb_build_object('answer', 'rename:' || l.id, 'says', l.name || ' is now called ' || i.name)
                 ORDER BY l.name) FROM i_lead l WHERE l.g = i.g)
             || '[{"answer": "new", "says": "A carrier of its own"}, {"answer": "leave-out", "says": "Leave it out"}]'
      FROM i_group i WHERE EXISTS (SELECT FROM i_lead l WHERE l.g = i.g);`);
}
