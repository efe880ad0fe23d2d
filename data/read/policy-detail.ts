import type { Db } from "@/data/db";
import { edtf } from "@/data/rows";
import type { Id, View } from "@/domain/claims";
import { changesOf, type MakerRef, type PolicyDetail } from "@/domain/policy";
import { isPublishedBy } from "@/domain/visibility";
import type { PolicyQuery } from "@/formats/policy-query";
import { aroundChanges, aroundCounts, namingChanges } from "./policy-around";
import { statementLines } from "./statement-lines";
import { recordSql } from "./view-sql";

const PAGE = 50;

type Row = {
  id: Id;
  slug: string;
  title: string;
  issuer: string;
  date_text: string;
  summary: string;
  on_record: boolean;
  affects: MakerRef[];
  sources: { slug: string; publisher: string; title: string | null; published: string; seen: boolean }[];
};

/**
 * A policy action, what names it, and what changed around it, under a view. null: there is none of this name; "not-yet":
 * our record did not have it at the view's instant. Five queries.
 */
export async function policyDetail(
  db: Db,
  slug: string,
  view: View,
  { days, filter, page: wanted, claims }: Pick<PolicyQuery, "days" | "filter" | "page" | "claims">,
): Promise<PolicyDetail | "not-yet" | null> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id, p.slug, p.title, p.issuer, p.date_text, p.summary,
      p.created_at <= coalesce(${recordSql(view)}, 'infinity'::timestamptz) AS on_record,
      coalesce((SELECT jsonb_agg(jsonb_build_object('slug', m.slug, 'name', m.name) ORDER BY m.name)
                FROM policy_action_manufacturer a JOIN manufacturer m ON m.id = a.manufacturer_id
                WHERE a.policy_action_id = p.id), '[]'::jsonb) AS affects,
      coalesce((SELECT jsonb_agg(jsonb_build_object('slug', s.slug, 'publisher', v.publisher, 'title', v.title,
                         'published', v.published_text, 'seen', v.seen) ORDER BY v.published_latest, s.slug)
                FROM policy_action_source n JOIN source s ON s.id = n.source_id
                JOIN LATERAL (
                  SELECT * FROM source_version v WHERE v.source_id = s.id
                    AND v.recorded_at <= coalesce(${recordSql(view)}, 'infinity'::timestamptz)
                  ORDER BY v.version DESC LIMIT 1
                ) v ON true
                WHERE n.policy_action_id = p.id), '[]'::jsonb) AS sources
    FROM policy_action p WHERE p.slug = ${slug}`;
  const row = rows[0];
  if (!row) return null;
  if (!row.on_record) return "not-yet";
  const { id, title, issuer, summary, affects } = row;
  const date = edtf(row.date_text);
  const around = { id, date, days };
  const [counts, naming, { lines: statements, all: statementsTotal }] = await Promise.all([
    aroundCounts(db, view, around),
    namingChanges(db, view, around, { page: claims, size: PAGE }),
    statementLines(db, view, { policyAction: id }),
  ]);
  const total = changesOf(counts, filter);
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(wanted, pages);
  const changes =
    total === 0 ? [] : await aroundChanges(db, view, around, { filter, skip: (page - 1) * PAGE, take: PAGE });
  return {
    ...{ id, slug: row.slug, title, issuer, date, summary, affects, statements, statementsTotal },
    sources: row.sources.map(({ published, ...s }) => ({ ...s, published: edtf(published) })),
    naming: naming.changes,
    namingTotal: naming.total,
    namingPage: { page: naming.page, pages: naming.pages },
    around: { days, counts, changes, total, page, pages },
    happened: date.earliest <= view.on && isPublishedBy(date.earliest, view.known),
  };
}
