import { randomUUID } from "node:crypto";
import { edtf } from "@/data/rows";
import { contentOf } from "@/data/write/ids";
import { parseCommand } from "@/data/write/parse";
import type { Answer, Subject } from "@/data/write/work";
import type { Id } from "@/domain/claims";
import type { Refusal } from "@/domain/refusal";
import { copyIn } from "./copy";
import type { GroupKind } from "./plan-groups";
import { rows, type Sql } from "./sql";

/**
 * One command for each thing that comes or changes, as a form would send it: checked by the one schema, kept in
 * `i_command` with its content hash and its answer. What the schema refuses, the rows that said it are refused for.
 */

type Thing = {
  id: Id;
  kind: GroupKind;
  fresh: boolean;
  version: number;
  slug: string;
  name: string;
  fields: Record<string, string | null>;
  before: Record<string, unknown> | null;
  aliases: { kind: string; text: string }[];
  aliases_before: { kind: string; text: string }[];
  n: number;
};

const BATCH = 1_000;

/**
 * Makes of each planned thing its create- or edit-command, parsed by the door's schema, in temporary tables; what the schema
 * refuses is put beside them with its sentence.
 */
export async function planCommands(sql: Sql, kind: GroupKind): Promise<void> {
  await sql.query(`
    CREATE TEMP TABLE i_command (id uuid PRIMARY KEY, thing uuid, kind text, content text, command jsonb, answer jsonb,
      before jsonb, place int,
      earliest date, latest date) ON COMMIT DROP;
    CREATE TEMP TABLE i_refused (thing uuid PRIMARY KEY, message text) ON COMMIT DROP;
    -- A maker that is made on the way has no other names; makers before their devices, each in the order of the file.
    DECLARE i_things CURSOR FOR
      SELECT t.id, t.kind, t.fresh, t.version, t.slug, t.name, t.fields, t.before, t.n,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'text', a.text) ORDER BY a.kind, a.text), '[]') FROM (
           SELECT kind, text FROM alias WHERE ${kind}_id = t.id
           UNION ALL SELECT kind, text FROM i_new_alias WHERE id = t.id) a) AS aliases,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'text', a.text) ORDER BY a.kind, a.text), '[]')
         FROM alias a WHERE a.${kind}_id = t.id) AS aliases_before
      FROM i_thing t ORDER BY (t.kind <> 'manufacturer'), t.n, t.id;`);
  let place = 0;
  for (;;) {
    const things = await rows<Thing>(sql, `FETCH ${BATCH} FROM i_things`);
    if (things.length === 0) break;
    const refused: [Id, string][] = [];
    const made = things.flatMap((thing) => {
      const read = parseCommand(commandOf(thing));
      if (!read.ok) {
        refused.push([thing.id, sentenceOf(read.refusals)]);
        return [];
      }
      const { command } = read;
      const subject: Subject = { kind: thing.kind, id: thing.id, slug: thing.slug };
      const version = thing.fresh ? 1 : thing.version + 1;
      const answer: Answer = { commandId: command.id, kind: command.kind, subject, claim: null, version };
      const before = thing.before && { ...thing.before, aliases: thing.aliases_before };
      const announced = "announced" in command && command.announced ? edtf(command.announced) : null;
      place += 1;
      return [
        [
          command.id,
          thing.id,
          command.kind,
          contentOf(command),
          { json: command },
          { json: answer },
          before && { json: before },
          place,
          announced?.earliest ?? null,
          announced?.latest ?? null,
        ] as const,
      ];
    });
    await copyIn(sql, "i_command", made);
    await copyIn(sql, "i_refused", refused);
  }
  await sql.query("CLOSE i_things; CREATE INDEX ON i_command (place); ANALYZE i_command");
  await dropRefused(sql, kind);
}

function commandOf({
  id,
  kind,
  fresh,
  version,
  slug,
  name,
  fields,
  aliases,
}: Thing): Record<string, unknown> {
  const { kind: own, ...rest } = fields;
  const columns =
    kind === "device"
      ? { deviceKind: own, ...rest }
      : kind === "carrier"
        ? { carrierKind: own, ...rest }
        : rest;
  const shared = { slug, name, aliases, ...columns };
  return fresh
    ? { kind: `create-${kind}`, id, ...shared }
    : { kind: `edit-${kind}`, id: randomUUID(), version, ...shared };
}

const sentenceOf = ([first]: readonly Refusal[]): string =>
  first ? `${first.field ? `${first.field}: ` : ""}${first.message}` : "This cannot be recorded.";

/** Where no two may have one name, as the record's constraints have it: the entity `e` beside the thing `t`. */
const NAMESAKE: Readonly<Record<GroupKind, string>> = {
  manufacturer: "JOIN manufacturer e ON e.name_key = t.name_key",
  carrier: "JOIN carrier e ON e.country = t.place AND e.name_key = t.name_key",
  device:
    "JOIN manufacturer m ON m.slug = t.place JOIN device e ON e.manufacturer_id = m.id AND e.name_key = t.name_key",
};
const PLACE_WORD: Readonly<Record<GroupKind, string>> = {
  manufacturer: "of the record",
  carrier: "of this country",
  device: "of this maker",
};

/** A thing that cannot be recorded takes its rows with it, and a maker its devices. */
async function dropRefused(sql: Sql, kind: GroupKind): Promise<void> {
  await sql.query(`
    INSERT INTO i_refused
      SELECT t.id, 'host: There is no carrier with the address name ' || (t.fields->>'host') || '.' FROM i_thing t
      WHERE t.kind = 'carrier' AND t.fields->>'host' IS NOT NULL
        AND NOT EXISTS (SELECT FROM carrier c WHERE c.slug = t.fields->>'host')
        AND NOT EXISTS (SELECT FROM i_thing h WHERE h.slug = t.fields->>'host' AND h.kind = 'carrier')
      ON CONFLICT (thing) DO NOTHING;
    INSERT INTO i_refused
      SELECT t.id, 'host: Only an MVNO has a host carrier.' FROM i_thing t
      WHERE t.kind = 'carrier' AND t.fields->>'host' IS NOT NULL AND t.fields->>'kind' <> 'MVNO'
      ON CONFLICT (thing) DO NOTHING;
    INSERT INTO i_refused
      SELECT t.id, 'name: Another ${kind} ${PLACE_WORD[kind]} is called “' || t.name || '”.' FROM (
        SELECT t.id, t.name FROM i_thing t ${NAMESAKE[kind]}
        WHERE t.kind = '${kind}' AND (t.fresh OR t.renamed) AND e.id <> t.id
          AND NOT EXISTS (SELECT FROM i_thing o WHERE o.id = e.id AND o.renamed)
        UNION
        SELECT id, name FROM (SELECT id, name, row_number() OVER (PARTITION BY place, name_key ORDER BY n) AS nth
                              FROM i_thing WHERE kind = '${kind}') t WHERE nth > 1) t
      ON CONFLICT (thing) DO NOTHING;
    INSERT INTO i_refused
      SELECT t.id, 'slug: Another ${kind} has this address name.' FROM i_thing t JOIN ${kind} e ON e.slug = t.slug
      WHERE t.kind = '${kind}' AND t.fresh
      ON CONFLICT (thing) DO NOTHING;
    INSERT INTO i_refused
      SELECT t.id, 'Its maker is refused: ' || x.message FROM i_thing t JOIN i_thing m ON m.slug = t.place
      JOIN i_refused x ON x.thing = m.id WHERE t.kind = 'device' AND m.kind = 'manufacturer'
      ON CONFLICT (thing) DO NOTHING;
    UPDATE i_row r SET verdict = 'refused', said = x.message
    FROM i_group i JOIN i_refused x ON x.thing = i.id WHERE i.g = r.g AND (r.verdict IS NULL OR r.verdict = 'duplicate');
    DELETE FROM i_new_alias a USING i_refused x WHERE x.thing = a.id;
    DELETE FROM i_command c USING i_refused x WHERE x.thing = c.thing;
    DELETE FROM i_thing t USING i_refused x WHERE x.thing = t.id;
    -- A new maker whose devices are all refused is not made either.
    CREATE TEMP TABLE i_idle ON COMMIT DROP AS
      SELECT m.id FROM i_thing m WHERE m.kind = 'manufacturer' AND m.fresh AND EXISTS (SELECT FROM i_refused)
        AND EXISTS (SELECT FROM i_thing d WHERE d.kind = 'device')
        AND NOT EXISTS (SELECT FROM i_thing d WHERE d.kind = 'device' AND d.place = m.slug);
    DELETE FROM i_command c USING i_idle x WHERE x.id = c.thing;
    DELETE FROM i_thing t USING i_idle x WHERE x.id = t.id;`);
}
