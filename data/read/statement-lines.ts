import type { Db } from "@/data/db";
import { edtf } from "@/data/rows";
import type { Id, View } from "@/domain/claims";
import type { Named } from "@/domain/deal-rows";
import type { StatementLine } from "@/domain/source-page";
import type { StatementStance } from "@/domain/status";
import { Prisma } from "@/generated/prisma/client";
import { knownSql, recordSql } from "./view-sql";

/** The most that one page shows. */
const MOST_STATEMENTS = 200;

type Row = {
  id: Id;
  speaker: string;
  org: string;
  date_text: string;
  stance: StatementStance;
  quote: string | null;
  summary: string;
  device: Named | null;
  carrier: Named | null;
  manufacturer: Named | null;
  policy_action: Named | null;
  slug: string;
  publisher: string;
  published_text: string;
  all_of_them: number;
};

const ref = (alias: string, name = "name") =>
  Prisma.raw(
    `CASE WHEN ${alias}.id IS NULL THEN NULL ELSE jsonb_build_object('slug', ${alias}.slug, 'name', ${alias}.${name}) END`,
  );

/**
 * The statements of a source or about a policy action that stand under the view (domain/chains.ts, `visibleChain`), in the
 * order in which they were made, at most 200; `all`: how many there are. One query, by index.
 */
export async function statementLines(
  db: Db,
  view: View,
  of: { source: Id } | { policyAction: Id },
): Promise<{ readonly lines: readonly StatementLine[]; readonly all: number }> {
  const text = (statement: Prisma.Sql) => Prisma.sql`
    JOIN LATERAL (
      SELECT v.* FROM source_version v
      WHERE v.source_id = ${statement}.source_id AND v.recorded_at <= l.r ORDER BY v.version DESC LIMIT 1
    ) t ON t.published_latest <= l.k`;
  const rows = await db.$queryRaw<Row[]>`
    WITH limits AS (
      SELECT coalesce(${knownSql(view)}, 'infinity'::date) AS k,
             coalesce(${recordSql(view)}, 'infinity'::timestamptz) AS r
    )
    SELECT s.id, s.speaker, coalesce(oc.name, om.name, s.org) AS org, s.date_text, s.stance, s.quote, s.summary,
           ${ref("d")} AS device, ${ref("c")} AS carrier, ${ref("m")} AS manufacturer,
           ${ref("p", "title")} AS policy_action, o.slug, t.publisher, t.published_text,
           (count(*) OVER ())::int AS all_of_them
    FROM limits l
    JOIN statement s ON ${
      "source" in of
        ? Prisma.sql`s.source_id = ${of.source}::uuid`
        : Prisma.sql`s.policy_action_id = ${of.policyAction}::uuid`
    } AND s.recorded_at <= l.r
    JOIN source o ON o.id = s.source_id
    ${text(Prisma.sql`s`)}
    LEFT JOIN device d ON d.id = s.device_id
    LEFT JOIN carrier c ON c.id = s.carrier_id
    LEFT JOIN manufacturer m ON m.id = s.manufacturer_id
    LEFT JOIN policy_action p ON p.id = s.policy_action_id
    LEFT JOIN carrier oc ON oc.slug = s.org
    LEFT JOIN manufacturer om ON om.slug = s.org
    WHERE NOT EXISTS (SELECT FROM retraction x WHERE x.statement_id = s.id AND x.recorded_at <= l.r)
      AND NOT EXISTS (
        SELECT FROM statement n ${text(Prisma.sql`n`)}
        WHERE n.root_id = s.root_id AND n.seq > s.seq AND n.recorded_at <= l.r)
    ORDER BY s.date_earliest, s.seq LIMIT ${MOST_STATEMENTS}`;
  const lines = rows.map((r) => ({
    id: r.id,
    speaker: r.speaker,
    org: r.org,
    date: edtf(r.date_text),
    stance: r.stance,
    quote: r.quote,
    summary: r.summary,
    about: {
      device: r.device,
      carrier: r.carrier,
      manufacturer: r.manufacturer,
      policyAction: r.policy_action,
    },
    source: { slug: r.slug, publisher: r.publisher, published: edtf(r.published_text) },
  }));
  return { lines, all: rows[0]?.all_of_them ?? 0 };
}
