import type { ImportSummary, RowOutcome } from "@/domain/import";
import { ROW_OUTCOMES } from "@/domain/import";
import { one, rows, type Sql } from "./sql";

/** Writes what the plan says about each row and every question, for people to read. Answers what it adds up to. */
export async function reportPlan(sql: Sql, run: string, list: string | null): Promise<ImportSummary> {
  await sql.query(`
    UPDATE import_row r SET outcome = o.outcome, reason = o.reason, entity_id = o.id
    FROM (
      SELECT p.n, i.id,
        CASE
          WHEN p.verdict IS NOT NULL THEN p.verdict
          WHEN i.fresh THEN 'created'
          WHEN c.added IS NOT NULL OR (t.n = p.n AND (t.renamed OR t.changes IS NOT NULL)) THEN 'changed'
          ELSE 'matched' END AS outcome,
        CASE
          WHEN p.verdict IS NOT NULL THEN p.said
          WHEN i.fresh AND t.n = p.n THEN 'New: ' || t.name || '.'
          WHEN i.fresh THEN concat_ws(' ', 'Part of ' || t.name || ' (line ' || t.line || ').', 'Adds ' || c.added || '.')
          ELSE coalesce(nullif(concat_ws(' ',
            CASE WHEN t.n = p.n AND t.renamed THEN 'Renames ' || (t.before->>'name') || ' to ' || t.name || '.' END,
            CASE WHEN t.n = p.n THEN 'Changes ' || t.changes || '.' END,
            'Adds ' || c.added || ' to ' || t.name || '.'), ''), 'Known, nothing new.') END AS reason
      FROM i_row p
      LEFT JOIN i_group i ON i.g = p.g
      LEFT JOIN i_thing t ON t.id = i.id
      LEFT JOIN (SELECT id, n, string_agg(kind || ' ' || text, ', ' ORDER BY kind, text) AS added FROM i_new_alias GROUP BY id, n) c
        ON c.id = i.id AND c.n = p.n
    ) o
    WHERE r.import_id = current_setting('rangebook.import')::uuid AND r.n = o.n
      AND (r.outcome, r.reason, r.entity_id) IS DISTINCT FROM (o.outcome, o.reason, o.id);

    DELETE FROM import_question q WHERE q.import_id = current_setting('rangebook.import')::uuid
      AND NOT EXISTS (SELECT FROM i_question i WHERE i.key = q.key);
    INSERT INTO import_question (import_id, key, kind, line, about, options)
      SELECT current_setting('rangebook.import')::uuid, key, kind, line, about, options FROM i_question
    ON CONFLICT (import_id, key) DO UPDATE SET kind = excluded.kind, line = excluded.line, about = excluded.about,
      options = excluded.options;`);
  return summaryOf(sql, run, list);
}

async function summaryOf(sql: Sql, run: string, list: string | null): Promise<ImportSummary> {
  const byOutcome = await rows<{ outcome: RowOutcome; count: number }>(
    sql,
    "SELECT outcome, count(*)::int AS count FROM import_row WHERE import_id = $1 GROUP BY outcome",
    [run],
  );
  const things = await rows<{ kind: string; fresh: boolean; count: number }>(
    sql,
    "SELECT kind, fresh, count(*)::int AS count FROM i_thing GROUP BY kind, fresh",
  );
  const { aliases } = await one<{ aliases: number }>(sql, "SELECT count(*)::int AS aliases FROM i_new_alias");
  const { open } = await one<{ open: number }>(
    sql,
    "SELECT count(*)::int AS open FROM import_question WHERE import_id = $1 AND answer IS NULL",
    [run],
  );
  const count = (fresh: boolean) =>
    Object.fromEntries(things.filter((t) => t.fresh === fresh).map((t) => [t.kind, t.count]));
  const outcomes = Object.fromEntries(
    ROW_OUTCOMES.map((o) => [o, byOutcome.find((b) => b.outcome === o)?.count ?? 0]),
  ) as Record<RowOutcome, number>;
  return {
    rows: byOutcome.reduce((sum, b) => sum + b.count, 0),
    outcomes,
    created: count(true),
    changed: count(false),
    aliases,
    open,
    list: list === null ? await renamesOf(sql) : await listChange(sql, list),
  };
}

/** A file that is no list covers what it names; it drops nothing, and what a person renamed by an answer is no surprise. */
async function renamesOf(sql: Sql): Promise<ImportSummary["list"]> {
  const { covered, renamed } = await one<{ covered: number; renamed: number }>(
    sql,
    `SELECT count(DISTINCT id)::int AS covered, count(DISTINCT id) FILTER (WHERE renamed AND NOT EXISTS (
              SELECT FROM i_answer a WHERE a.key = i.question))::int AS renamed
     FROM i_group i WHERE NOT fresh AND verdict IS NULL`,
  );
  return renamed === 0 ? null : { covered, removed: 0, renamed, examples: [] };
}

/** The list against what it said last time: which of its keys are gone, which go by other names only. */
async function listChange(sql: Sql, list: string): Promise<ImportSummary["list"]> {
  await sql.query(`
    CREATE TEMP TABLE i_listed ON COMMIT DROP AS
      SELECT DISTINCT list_key AS key, name_key FROM import_row
      WHERE import_id = current_setting('rangebook.import')::uuid AND list_key IS NOT NULL;
    CREATE INDEX ON i_listed (key);
    ANALYZE i_listed;`);
  const change = await one<{ covered: number; removed: number; renamed: number; examples: string[] | null }>(
    sql,
    `WITH before AS (
       SELECT key, array_agg(name_key) AS names, min(name) AS name FROM list_entry WHERE list = $1 AND present GROUP BY key
     ), seen AS (
       SELECT b.key, b.name,
              EXISTS (SELECT FROM i_listed l WHERE l.key = b.key) AS there,
              EXISTS (SELECT FROM i_listed l WHERE l.key = b.key AND l.name_key = ANY (b.names)) AS named
       FROM before b
     )
     SELECT count(*)::int AS covered, count(*) FILTER (WHERE NOT there)::int AS removed,
            count(*) FILTER (WHERE there AND NOT named)::int AS renamed,
            (SELECT array_agg(name ORDER BY name) FROM (SELECT name FROM seen WHERE NOT named ORDER BY name LIMIT 5) s) AS examples
     FROM seen`,
    [list],
  );
  return change.covered === 0 ? null : { ...change, examples: change.examples ?? [] };
}
