import { slugOf } from "@/domain/names";
import { copyIn } from "./copy";
import type { GroupKind } from "./plan-groups";
import { rows, type Sql } from "./sql";

/** What new things are when the file does not say; chosen by the person. */
export type Defaults = {
  readonly country: string;
  readonly deviceKind: string;
  readonly carrierKind: string;
};

/** The columns that a file may set, as SQL on the entity `e`, and what a new one gets. */
const FIELDS: Readonly<Record<GroupKind, Readonly<Record<string, { now: string; fresh: string }>>>> = {
  manufacturer: {
    country: { now: "e.country", fresh: "current_setting('rangebook.country')" },
    parent: { now: "e.parent", fresh: "NULL" },
  },
  carrier: {
    country: { now: "e.country", fresh: "i.owner_key" },
    kind: { now: "e.kind", fresh: "current_setting('rangebook.carrier_kind')" },
    parent: { now: "e.parent", fresh: "NULL" },
    host: { now: "(SELECT h.slug FROM carrier h WHERE h.id = e.host_id)", fresh: "NULL" },
  },
  device: {
    kind: { now: "e.kind", fresh: "current_setting('rangebook.device_kind')" },
    announced: { now: "e.announced_text", fresh: "NULL" },
    manufacturer: {
      now: "(SELECT m.slug FROM manufacturer m WHERE m.id = e.manufacturer_id)",
      fresh:
        "(SELECT coalesce(m.slug, f.slug) FROM i_maker k LEFT JOIN manufacturer m ON m.id = k.id LEFT JOIN i_thing f ON f.id = k.id WHERE k.owner_key = i.owner_key)",
    },
  },
};

/**
 * What would become of each thing (`i_thing`): its name, the place where no other may have
 * it (`place`: maker or country), its columns and all its names as they would be, and as they are.
 * Things that nothing changes are not among them.
 */
export async function planThings(sql: Sql, kind: GroupKind, defaults: Defaults): Promise<void> {
  await sql.query(
    `SELECT set_config('rangebook.country', $1, true), set_config('rangebook.device_kind', $2, true),
            set_config('rangebook.carrier_kind', $3, true)`,
    [defaults.country, defaults.deviceKind, defaults.carrierKind],
  );
  await sql.query(`
    CREATE TEMP TABLE i_thing (id uuid PRIMARY KEY, kind text, fresh boolean, renamed boolean, version int, slug text,
      name text, name_key text, place text, fields jsonb, before jsonb, changes text, n int, line int) ON COMMIT DROP;
    CREATE TEMP TABLE i_new_alias (id uuid, kind text, text text, key text, n int, PRIMARY KEY (id, kind, key)) ON COMMIT DROP;`);
  if (kind === "device") {
    await sql.query(`
      INSERT INTO i_thing (id, kind, fresh, renamed, version, name, name_key, fields, n, line)
        SELECT id, 'manufacturer', true, false, 1, name, owner_key,
               jsonb_build_object('country', current_setting('rangebook.country'), 'parent', NULL), n, line
        FROM i_maker k WHERE fresh AND EXISTS (
          SELECT FROM i_group i WHERE i.owner_key = k.owner_key AND i.verdict IS NULL);`);
    await giveSlugs(sql, "manufacturer");
  }
  await sql.query(`
    CREATE TEMP TABLE i_said ON COMMIT DROP AS
      SELECT id, jsonb_object_agg(key, value) AS fields FROM (
        SELECT DISTINCT ON (i.id, f.key) i.id, f.key, f.value FROM i_group i JOIN i_field f ON f.g = i.g
        WHERE i.verdict IS NULL ORDER BY i.id, f.key, f.n) f
      GROUP BY id;
    ALTER TABLE i_said ADD PRIMARY KEY (id);
    CREATE TEMP TABLE i_one ON COMMIT DROP AS
      SELECT DISTINCT ON (id) id, fresh, bool_or(renamed) OVER (PARTITION BY id) AS renamed, n, line, owner_key, name, name_key, ident
      FROM i_group o WHERE verdict IS NULL ORDER BY id, o.renamed DESC, (into_g IS NULL) DESC, n;
    ALTER TABLE i_one ADD PRIMARY KEY (id);
    ANALYZE i_said; ANALYZE i_one;`);
  const fields = Object.entries(FIELDS[kind]);
  const object = (which: "now" | "fresh") =>
    `jsonb_build_object(${fields.map(([name, f]) => `'${name}', ${f[which]}`).join(", ")})`;
  const said = `(SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(s.fields)
                 WHERE key IN (${fields.map(([name]) => `'${name}'`).join(", ")}))`;
  await sql.query(`
    INSERT INTO i_thing (id, kind, fresh, renamed, version, slug, name, name_key, fields, n, line)
      SELECT i.id, '${kind}', true, false, 1, i.ident, i.name, i.name_key, ${object("fresh")} || coalesce(${said}, '{}'), i.n, i.line
      FROM i_one i LEFT JOIN i_said s ON s.id = i.id WHERE i.fresh;
    INSERT INTO i_thing (id, kind, fresh, renamed, version, slug, name, name_key, fields, before, n, line)
      SELECT e.id, '${kind}', false, i.renamed, e.version, e.slug, CASE WHEN i.renamed THEN i.name ELSE e.name END,
             CASE WHEN i.renamed THEN i.name_key ELSE e.name_key END, ${object("now")} ||
               -- What a published list lets us infer is good enough for new things, not against the record.
               CASE current_setting('rangebook.list') WHEN '' THEN coalesce(${said}, '{}') ELSE '{}' END,
             ${object("now")} || jsonb_build_object('name', e.name, 'version', e.version), i.n, i.line
      FROM i_one i JOIN ${kind} e ON e.id = i.id LEFT JOIN i_said s ON s.id = i.id WHERE NOT i.fresh;`);
  await giveSlugs(sql, kind);
  await planAliases(sql, kind);
  await sql.query(`
    UPDATE i_thing t SET changes = (
      SELECT string_agg(f.key || ' from ' || coalesce(b.value #>> '{}', 'nothing') || ' to ' || coalesce(f.value #>> '{}', 'nothing'), ', ')
      FROM jsonb_each(t.fields) f JOIN jsonb_each(t.before) b ON b.key = f.key WHERE b.value <> f.value)
    WHERE NOT fresh;
    DELETE FROM i_thing t WHERE NOT fresh AND NOT renamed AND changes IS NULL
      AND NOT EXISTS (SELECT FROM i_new_alias a WHERE a.id = t.id);
    UPDATE i_thing SET place = CASE kind WHEN 'device' THEN fields->>'manufacturer' WHEN 'carrier' THEN fields->>'country' ELSE '' END;
    ANALYZE i_thing;`);
}

/** Names and numbers that come: of its rows, of names that are other names of it, and its own old name when it is renamed. */
async function planAliases(sql: Sql, kind: GroupKind): Promise<void> {
  await sql.query(`
    INSERT INTO i_new_alias
      SELECT DISTINCT ON (a.id, a.kind, a.key) a.id, a.kind, a.text, a.key, a.n
      FROM (
        SELECT i.id, m.kind, m.text, m.key, m.n FROM i_row_alias m JOIN i_group i ON i.g = m.g JOIN i_row r ON r.n = m.n
        WHERE i.verdict IS NULL AND r.verdict IS NULL
        UNION ALL
        SELECT i.id, 'name', i.name, i.name_key, i.n FROM i_group i
        WHERE i.verdict IS NULL AND NOT i.renamed AND (i.into_g IS NOT NULL
          OR EXISTS (SELECT FROM i_answer a WHERE a.key = i.question AND a.answer LIKE 'use:%')
          OR EXISTS (SELECT FROM i_best b WHERE b.g = i.g AND b.rank = 2))
        UNION ALL
        SELECT i.id, 'name', e.name, e.name_key, i.n FROM i_group i JOIN ${kind} e ON e.id = i.id WHERE i.renamed
      ) a
      JOIN i_thing t ON t.id = a.id
      WHERE NOT (a.kind = 'name' AND a.key = t.name_key)
        AND NOT EXISTS (SELECT FROM alias x WHERE x.${kind}_id = a.id AND x.kind = a.kind AND x.key = a.key)
      ORDER BY a.id, a.kind, a.key, a.n;
    ANALYZE i_new_alias;`);
}

/** Address names for what is new: made of its name, told apart by the beginning of its id where that is taken. */
async function giveSlugs(sql: Sql, kind: GroupKind): Promise<void> {
  const fresh = await rows<{ id: string; name: string; maker: string | null; country: string | null }>(
    sql,
    `SELECT id, name, fields->>'manufacturer' AS maker, fields->>'country' AS country FROM i_thing WHERE kind = $1 AND fresh AND slug IS NULL ORDER BY n`,
    [kind],
  );
  if (fresh.length === 0) return;
  await sql.query("CREATE TEMP TABLE i_slug (id uuid PRIMARY KEY, base text, n int) ON COMMIT DROP");
  await copyIn(
    sql,
    "i_slug",
    fresh.map(({ id, name, maker, country }, n) => [
      id,
      kind === "carrier" ? carrierBase(name, country) : slugBase(name, maker),
      n,
    ]),
  );
  await sql.query(`
    UPDATE i_thing t SET slug = CASE
      WHEN s.base <> '' AND s.place = 1 AND NOT EXISTS (SELECT FROM ${kind} e WHERE e.slug = s.base) THEN s.base
      ELSE concat_ws('-', nullif(rtrim(left(s.base, 90), '-'), ''), left(t.id::text, 8)) END
    FROM (SELECT id, base, row_number() OVER (PARTITION BY base ORDER BY n) AS place FROM i_slug) s
    WHERE s.id = t.id;
    DROP TABLE i_slug;`);
}

/** "huawei-mate-10-pro": the maker stands before the name once. */
function slugBase(name: string, maker: string | null): string {
  const own = slugOf(name);
  if (!maker || own === "" || own === maker || own.startsWith(`${maker}-`)) return own;
  return `${maker}-${own}`.slice(0, 100).replace(/-$/, "");
}

/** "vodafone-it": names of carriers are shared by countries. */
function carrierBase(name: string, country: string | null): string {
  const own = slugOf(name).slice(0, 97).replace(/-$/, "");
  return own === "" ? "" : `${own}-${(country ?? "").toLowerCase()}`;
}
