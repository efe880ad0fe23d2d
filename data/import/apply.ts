import { type Touched, touchOf } from "@/data/read/review-rules";
import type { Id } from "@/domain/claims";
import type { ImportSummary } from "@/domain/import";
import type { Actor } from "@/domain/permissions";
import { type ReviewRule, rulesAsking } from "@/domain/review";
import { type PlanInput, planEntities } from "./plan";
import { one, rows, type Sql } from "./sql";

/** The record is no longer what the dry run saw: its report must be looked at again. */
export class PlanChanged extends Error {
  constructor(readonly summary: ImportSummary | null) {
    super("The record changed since the dry run.");
  }
}

/** A rule of review asks for a second person: what the door refuses one by one, a file is refused as a whole. */
export class ReviewAsked extends Error {
  constructor(readonly asking: readonly ReviewRule[]) {
    super("The import needs a second person.");
  }
}

/** Who gave the word. `author`: whose file it is, when a second person gave it. */
export type Recorder = {
  readonly id: Id;
  readonly name: string;
  readonly actor: Actor;
  readonly author: Id | null;
};

/** How the batch of an import is called in the list of batches. */
export const batchTitle = (fileName: string): string => `Import of ${fileName}`;

/**
 * Carries out the plan in the running transaction: things, names, receipts and the audit trail, set by set, as if each
 * command had come through the door. Readers see nothing of it before the commit, and all of it after. The record's lock is
 * taken last, by the audit trail, so other editors wait for that part only.
 * @throws PlanChanged when the plan is not the one that was confirmed; ReviewAsked when `rules` want a second person
 */
export async function applyEntities(
  sql: Sql,
  input: PlanInput,
  confirmed: ImportSummary,
  by: Recorder,
  { title, rules }: { readonly title: string; readonly rules: () => Promise<readonly ReviewRule[]> },
  stage: Stage,
): Promise<ImportSummary> {
  await stage("Matching once more");
  const summary = await planEntities(sql, input);
  if (!sameEffect(summary, confirmed)) throw new PlanChanged(summary);
  await sql.query(WRITE_OWNERS);
  await inParts(sql, "Writing things and names", WRITE_PART, stage);
  await sql.query(CHECK_VERSIONS);
  // From here on other editors wait.
  await stage(TRAIL);
  await sql.query(
    `SELECT set_config('rangebook.actor', $1, true), set_config('rangebook.actor_name', $2, true),
            set_config('rangebook.author', $3, true)`,
    [by.id, by.name, by.author ?? ""],
  );
  await sql.query(
    `INSERT INTO change_batch (id, kind, title, commands, recorded_by_id)
     SELECT $1::uuid, 'import', $2, count(*), $3::uuid FROM i_command HAVING count(*) > 0`,
    [input.run, title, by.id],
  );
  const asking = rulesAsking(await rules(), touchOf(await rows<Touched>(sql, TOUCHED)));
  if (asking.length > 0) throw new ReviewAsked(asking);
  await inParts(sql, TRAIL, WRITE_TRAIL, stage);
  if (input.list !== null) await sql.query(REMEMBER_LIST);
  return summary;
}

/** What is being done, and how far it is. */
export type Stage = (name: string, done?: number, total?: number) => Promise<void>;

const TRAIL = "Writing receipts and the audit trail";

/** As many commands as one statement writes: each is over within its time limit, however large the file is. */
const PART = 5_000;

/** Runs statements about the commands from place $1 on, before $2, until all have been written. */
async function inParts(sql: Sql, name: string, statements: readonly string[], stage: Stage): Promise<void> {
  const { total } = await one<{ total: number }>(sql, "SELECT count(*)::int AS total FROM i_command");
  for (let from = 1; from <= total; from += PART) {
    await stage(name, from - 1, total);
    for (const statement of statements) await sql.query(statement, [from, from + PART]);
  }
}

/** The same rows and things; questions that are answered the same way are the same. */
export const sameEffect = (a: ImportSummary, b: ImportSummary): boolean => fingerprint(a) === fingerprint(b);
const fingerprint = ({ outcomes, created, changed, aliases, open, list }: ImportSummary): string =>
  JSON.stringify([
    Object.entries(outcomes).sort(),
    Object.entries(created).sort(),
    Object.entries(changed).sort(),
    aliases,
    open,
    list && [list.covered, list.removed, list.renamed],
  ]);

/** Makers and carriers, which devices and names refer to. */
const WRITE_OWNERS = `
  INSERT INTO manufacturer (id, slug, name, name_key, country, parent)
    SELECT id, slug, name, name_key, fields->>'country', fields->>'parent' FROM i_thing
    WHERE kind = 'manufacturer' AND fresh ORDER BY n;
  INSERT INTO carrier (id, slug, name, name_key, country, kind, parent)
    SELECT id, slug, name, name_key, fields->>'country', fields->>'kind', fields->>'parent' FROM i_thing
    WHERE kind = 'carrier' AND fresh ORDER BY n;

  UPDATE manufacturer e SET name = t.name, name_key = t.name_key, country = t.fields->>'country', parent = t.fields->>'parent',
    version = e.version + 1 FROM i_thing t WHERE t.kind = 'manufacturer' AND NOT t.fresh AND t.id = e.id AND t.version = e.version;
  UPDATE carrier e SET name = t.name, name_key = t.name_key, country = t.fields->>'country', kind = t.fields->>'kind',
    parent = t.fields->>'parent', version = e.version + 1
    FROM i_thing t WHERE t.kind = 'carrier' AND NOT t.fresh AND t.id = e.id AND t.version = e.version;
  UPDATE carrier e SET host_id = h.id FROM i_thing t LEFT JOIN carrier h ON h.slug = t.fields->>'host'
    WHERE t.kind = 'carrier' AND t.id = e.id AND e.host_id IS DISTINCT FROM h.id;`;

const WRITE_PART = [
  `INSERT INTO device (id, slug, manufacturer_id, name, name_key, kind, announced_text, announced_earliest, announced_latest)
     SELECT t.id, t.slug, m.id, t.name, t.name_key, t.fields->>'kind', t.fields->>'announced', c.earliest, c.latest
     FROM i_command c JOIN i_thing t ON c.thing = t.id JOIN manufacturer m ON m.slug = t.fields->>'manufacturer'
     WHERE c.place >= $1 AND c.place < $2 AND t.kind = 'device' AND t.fresh ORDER BY t.n`,
  `UPDATE device e SET name = t.name, name_key = t.name_key, kind = t.fields->>'kind', announced_text = t.fields->>'announced',
     announced_earliest = c.earliest, announced_latest = c.latest, version = e.version + 1
     FROM i_command c JOIN i_thing t ON c.thing = t.id
     WHERE c.place >= $1 AND c.place < $2 AND t.kind = 'device' AND NOT t.fresh AND t.id = e.id AND t.version = e.version`,
  `INSERT INTO alias (kind, text, key, manufacturer_id, carrier_id, device_id)
     SELECT a.kind, a.text, a.key, CASE t.kind WHEN 'manufacturer' THEN t.id END, CASE t.kind WHEN 'carrier' THEN t.id END,
            CASE t.kind WHEN 'device' THEN t.id END
     FROM i_command c JOIN i_thing t ON c.thing = t.id JOIN i_new_alias a ON a.id = t.id
     WHERE c.place >= $1 AND c.place < $2 ORDER BY a.n`,
];

/** Edits take effect only on the version that they were made from: a row that moved on fails the whole import. */
const CHECK_VERSIONS = `
  DO $$ BEGIN
    IF EXISTS (SELECT FROM i_thing t WHERE NOT t.fresh AND t.version + 1 IS DISTINCT FROM CASE t.kind
      WHEN 'device' THEN (SELECT version FROM device WHERE id = t.id)
      WHEN 'carrier' THEN (SELECT version FROM carrier WHERE id = t.id)
      ELSE (SELECT version FROM manufacturer WHERE id = t.id) END)
    THEN RAISE EXCEPTION 'somebody edited a thing that the import changes' USING ERRCODE = 'serialization_failure'; END IF;
  END $$`;

/** What rules of review ask about: makers of devices, before and after, and the makers and carriers themselves. */
const TOUCHED = `
  SELECT 'manufacturer' AS kind, m.id::text AS value
    FROM i_command c JOIN i_thing t ON t.id = c.thing JOIN manufacturer m ON m.slug = t.fields->>'manufacturer' WHERE t.kind = 'device'
  UNION SELECT 'manufacturer', m.id::text FROM i_command c JOIN manufacturer m ON m.slug = c.before->>'manufacturer'
  UNION SELECT t.kind, t.id::text FROM i_command c JOIN i_thing t ON t.id = c.thing WHERE t.kind IN ('manufacturer', 'carrier')`;

/** As data/write/carry-out.ts writes them, one for each command, all of one batch; and one entry for the file as a whole. */
const WRITE_TRAIL = [
  `INSERT INTO command_receipt (id, kind, content, actor_id, answer)
    SELECT id, kind, content, current_setting('rangebook.actor')::uuid, answer FROM i_command
    WHERE place >= $1 AND place < $2 ORDER BY place`,
  `INSERT INTO audit_entry (seq, prev_hash, hash, actor_id, actor_name, action, outcome, command_id, subject_kind, subject_id, detail)
    SELECT 0, '', '', current_setting('rangebook.actor')::uuid, current_setting('rangebook.actor_name'), kind, 'accepted', id,
           answer->'subject'->>'kind', (answer->'subject'->>'id')::uuid,
           jsonb_build_object('command', command, 'before', before, 'requestId', NULL,
                              'import', current_setting('rangebook.import'),
                              'batch', current_setting('rangebook.import'))
           || CASE WHEN current_setting('rangebook.author') = '' THEN '{}'
                   ELSE jsonb_build_object('author', current_setting('rangebook.author')) END
    FROM i_command WHERE place >= $1 AND place < $2 ORDER BY place`,
];

/** What the list says now: for the next issue's comparison. */
const REMEMBER_LIST = `
  UPDATE list_entry l SET present = false WHERE list = current_setting('rangebook.list') AND present
    AND NOT EXISTS (SELECT FROM import_row r WHERE r.import_id = current_setting('rangebook.import')::uuid
                    AND r.list_key = l.key AND r.name_key = l.name_key AND r.entity_id IS NOT NULL);
  INSERT INTO list_entry (list, key, name_key, name, entity_id, import_id)
    SELECT DISTINCT ON (list_key, name_key) current_setting('rangebook.list'), list_key, name_key, name, entity_id, import_id
    FROM import_row WHERE import_id = current_setting('rangebook.import')::uuid AND list_key IS NOT NULL
      AND name_key IS NOT NULL AND entity_id IS NOT NULL AND outcome IN ('created', 'changed', 'matched', 'duplicate')
    ORDER BY list_key, name_key, n
  ON CONFLICT (list, key, name_key) DO UPDATE SET entity_id = excluded.entity_id, import_id = excluded.import_id, present = true
    WHERE (list_entry.entity_id, list_entry.present) IS DISTINCT FROM (excluded.entity_id, true);`;
