import { edtf } from "@/data/rows";
import type { Id, View } from "@/domain/claims";
import type { StatementLine } from "@/domain/entity-pages";
import type { StatementStance } from "@/domain/status";
import { Prisma } from "@/generated/prisma/client";
import { daySql, knownSql, recordSql } from "./view-sql";

const MOST = 50;

export type StatementRow = {
  id: Id;
  date: string;
  speaker: string;
  org: string;
  stance: StatementStance;
  quote: string | null;
  summary: string;
  device: StatementLine["device"];
  carrier: StatementLine["carrier"];
  source: string;
  publisher: string;
  all: number;
};

/**
 * What was said about a carrier or a manufacturer, by slug, by the view's day: the statements that stand (`visibleChain` of
 * domain/chains.ts), the latest first, at most 50. A SELECT, for `statementsIn`.
 */
export function statementsSql(
  view: View,
  of: { readonly carrier: string } | { readonly manufacturer: string },
): Prisma.Sql {
  const about =
    "carrier" in of
      ? Prisma.sql`s.carrier_id = (SELECT a.id FROM carrier a WHERE a.slug = ${of.carrier})`
      : Prisma.sql`s.manufacturer_id = (SELECT a.id FROM manufacturer a WHERE a.slug = ${of.manufacturer})`;
  return Prisma.sql`
    WITH limits AS MATERIALIZED (
      SELECT coalesce(${knownSql(view)}, 'infinity'::date) AS k, coalesce(${recordSql(view)}, 'infinity'::timestamptz) AS r
    ),
    said AS (
      SELECT s.*, v.publisher
      FROM limits l
      JOIN statement s ON s.recorded_at <= l.r AND ${about}
      JOIN LATERAL (
        SELECT t.publisher, t.published_latest FROM source_version t
        WHERE t.source_id = s.source_id AND t.recorded_at <= l.r ORDER BY t.version DESC LIMIT 1
      ) v ON v.published_latest <= l.k
      WHERE NOT EXISTS (SELECT FROM retraction x WHERE x.statement_id = s.id AND x.recorded_at <= l.r)
        AND NOT EXISTS (
          SELECT FROM statement n
          JOIN LATERAL (
            SELECT t.published_latest FROM source_version t
            WHERE t.source_id = n.source_id AND t.recorded_at <= l.r ORDER BY t.version DESC LIMIT 1
          ) w ON w.published_latest <= l.k
          WHERE n.root_id = s.root_id AND n.seq > s.seq AND n.recorded_at <= l.r)
    )
    SELECT s.id, s.date_text AS date, s.speaker, coalesce(o.name, p.name, s.org) AS org, s.stance, s.quote, s.summary,
           CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('slug', d.slug, 'name', d.name) END AS device,
           CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('slug', c.slug, 'name', c.name) END AS carrier,
           q.slug AS source, s.publisher, (count(*) OVER ())::int AS all
    FROM said s
    JOIN source q ON q.id = s.source_id
    LEFT JOIN device d ON d.id = s.device_id
    LEFT JOIN carrier c ON c.id = s.carrier_id
    LEFT JOIN carrier o ON o.slug = s.org
    LEFT JOIN manufacturer p ON p.slug = s.org
    WHERE s.date_earliest <= ${daySql(view.on)}
    ORDER BY s.date_earliest DESC, s.seq DESC LIMIT ${MOST}`;
}

/** `all`: how many there are. */
export const statementsIn = (rows: readonly StatementRow[]) => ({
  statements: rows.map(
    ({ date, source, publisher, all: _, ...r }): StatementLine => ({
      ...r,
      date: edtf(date),
      source: { slug: source, publisher },
    }),
  ),
  all: rows[0]?.all ?? 0,
});
