import type { Db } from "@/data/db";
import { edtf, instant } from "@/data/rows";
import type { Id, View } from "@/domain/claims";
import { type SourceText, type SourceVersion, type SourceWeight, weighSource } from "@/domain/source-page";
import { sourceGraph, sourcesNamed } from "./claims";
import { restingClaims } from "./resting-claims";
import { statementLines } from "./statement-lines";
import { daySql, recordSql } from "./view-sql";

/** How many texts of a source, and how many sources around it, a page has. */
const MOST_VERSIONS = 50;
const MOST_AROUND = 500;

type Row = {
  id: Id;
  versions: { version: number; at: string; by: string; text: SourceText }[] | null;
  policies: { slug: string; name: string; date: string }[] | null;
  around: Id[] | null;
};

/**
 * What is known of a source under a view, and what rests on it: claims, listings and statements, each judged with it and
 * without. null: there is none of this name; "not-yet": our record did not have it at the view's instant. At most five
 * queries, bounded by what leads to the source.
 */
export async function sourceWeight(
  db: Db,
  slug: string,
  view: View,
): Promise<SourceWeight | "not-yet" | null> {
  const rows = await db.$queryRaw<Row[]>`
    WITH RECURSIVE it AS (SELECT s.id FROM source s WHERE s.slug = ${slug}),
    down (id) AS (
      SELECT id FROM it UNION SELECT c.citing_id FROM down d JOIN citation c ON c.cited_id = d.id
    ),
    texts AS (
      SELECT v.* FROM it JOIN source_version v ON v.source_id = it.id
      WHERE v.recorded_at <= coalesce(${recordSql(view)}, 'infinity'::timestamptz)
      ORDER BY v.version DESC LIMIT ${MOST_VERSIONS}
    )
    SELECT it.id,
      (SELECT jsonb_agg(jsonb_build_object('version', v.version, 'at', v.recorded_at, 'by', u.name, 'text',
         jsonb_build_object('publisher', v.publisher, 'title', v.title, 'author', v.author, 'url', v.url,
           'published', v.published_text, 'kind', v.kind, 'lang', v.lang, 'seen', v.seen)) ORDER BY v.version DESC)
       FROM texts v JOIN "user" u ON u.id = v.recorded_by_id) AS versions,
      (SELECT jsonb_agg(jsonb_build_object('slug', p.slug, 'name', p.title, 'date', p.date_text) ORDER BY p.date_earliest)
       FROM policy_action_source n JOIN policy_action p ON p.id = n.policy_action_id
       WHERE n.source_id = it.id AND p.date_earliest <= ${daySql(view.known ?? "2100-12-31")}
         AND p.created_at <= coalesce(${recordSql(view)}, 'infinity'::timestamptz)) AS policies,
      ARRAY(SELECT id FROM down LIMIT ${MOST_AROUND}) AS around
    FROM it`;
  const row = rows[0];
  if (!row) return null;
  if (!row.versions) return "not-yet";
  const [{ statuses, listings, left }, { lines: statements, all: statementsTotal }] = await Promise.all([
    restingClaims(db, row.id, view),
    statementLines(db, view, { source: row.id }),
  ]);
  const ids = new Set([row.id, ...(row.around ?? []), ...sourcesNamed([...statuses, ...listings])]);
  const graph = await sourceGraph(db, ids, view.record);
  const source = graph.sources.get(row.id);
  if (!source) return "not-yet";
  const versions = row.versions.map((v): SourceVersion => ({ ...v, at: instant(new Date(v.at)) }));
  const policies = (row.policies ?? []).map((p) => ({ slug: p.slug, name: p.name, date: edtf(p.date) }));
  return weighSource(
    { source, versions, policies, graph, statuses, listings, statements, statementsTotal, left },
    view,
  );
}
