import { endOfDay } from "@/domain/difference";
import { daysBetween } from "@/domain/edtf";
import { Prisma } from "@/generated/prisma/client";
import { candidates, type Period } from "./change-candidates";
import { historySql } from "./history-sql";
import { type Judging, restingSql } from "./judged-sql";
import { isStored } from "./spans-sql";
import { atSql, claimsBetweenSql, textOf } from "./standing-between-sql";
import { daySql } from "./view-sql";

/**
 * `domain/difference.ts` in SQL, so that a report of any length can be counted and paged; a test compares the two. What stands
 * in its rows is told by the domain function, of those that a page shows.
 */

const { sql } = Prisma;

/** What was known and recorded at the end of each of the two days. Sources read at both as they do under the view. */
export function endsOf({ view, by, from, to }: Period): { readonly was: Judging; readonly is: Judging } {
  const { known, record } = view;
  if (by === "published")
    return { was: { known: from, record, texts: record }, is: { known: to, record, texts: record } };
  const at = (day: string): Judging => ({ known, record: endOfDay(day, record), texts: record });
  return by === "recorded" ? { was: at(from), is: at(to) } : { was: view, is: view };
}

/**
 * The items of a WITH RECURSIVE clause, of which the last is `found`: a row a difference, with its `kind`
 * (domain/change-rows.ts), the `day` that places it, the claim that it is about, its deal, and whether that claim stands. `deals`: a SELECT of deal ids; null: all.
 */
export function differencesSql(period: Period, deals: Prisma.Sql | null): Prisma.Sql {
  return period.by === "effective"
    ? sql`found AS MATERIALIZED (${begunSql(period, deals)})`
    : sql`touched_deal AS MATERIALIZED (${touchedSql(period, deals)}), ${versionsSql(period)}, ${evidenceSql(period)}, found AS MATERIALIZED (
        SELECT 'world' AS kind, v.came AS day, v.claim_id, v.deal_id, true AS stands FROM version v
        WHERE v.at_to AND NOT v.at_from AND NOT EXISTS (SELECT FROM replaced r WHERE r.after = v.claim_id)
        UNION ALL
        SELECT 'corrected', coalesce(r.came, r.gone), coalesce(r.after, r.before), r.deal_id, r.after IS NOT NULL FROM replaced r
        UNION ALL
        SELECT 'evidence', m.day, m.claim_id, c.deal_id, true
        FROM moved m JOIN status_change c ON c.id = m.claim_id)`;
}

/** So many days touch most deals of a record: to look at all of them costs less than to ask which. */
const WIDE = 100;

/** Deals about which something may differ. */
function touchedSql(period: Period, deals: Prisma.Sql | null): Prisma.Sql {
  const only = deals ? sql`x.deal_id IN (${deals})` : sql`true`;
  return daysBetween(period.from, period.to) > WIDE
    ? sql`SELECT x.deal_id FROM (SELECT d.id AS deal_id FROM deal d) x WHERE ${only}`
    : sql`SELECT DISTINCT x.deal_id FROM (${candidates(period)}) x WHERE ${only}`;
}

/** By `effective` only the world changes: statuses that begin in between. In the stored histories an index leads to them. */
function begunSql(period: Period, deals: Prisma.Sql | null): Prisma.Sql {
  const { view, from, to } = period;
  return sql`
  SELECT 'world' AS kind, h.sort_earliest AS day, h.claim_id, h.deal_id, true AS stands
  FROM (${historySql(view, isStored(view) ? deals : touchedSql(period, deals))}) h
  WHERE h.sort_earliest > ${daySql(from)} AND h.sort_earliest <= ${daySql(to)}`;
}

/**
 * `version`: the claims of these deals at the two ends. `same`: those that stand at both. `replaced`: those that stood at the
 * first alone, with the version of the same claim that stands at the second (none: it was taken back).
 */
const versionsSql = (period: Period) => sql`
  version AS MATERIALIZED (${claimsBetweenSql(period, endsOf(period))}),
  same AS MATERIALIZED (SELECT v.claim_id, v.deal_id FROM version v WHERE v.at_from AND v.at_to),
  went AS MATERIALIZED (
    SELECT v.claim_id, v.deal_id, v.gone, c.root_id FROM version v JOIN status_change c ON c.id = v.claim_id
    WHERE v.at_from AND NOT v.at_to
  ),
  replaced AS MATERIALIZED (
    SELECT w.claim_id AS before, w.deal_id, w.gone, min(v.came) AS came,
           (array_agg(v.claim_id) FILTER (WHERE v.claim_id IS NOT NULL))[1] AS after
    FROM went w JOIN status_change c ON c.root_id = w.root_id LEFT JOIN version v ON v.claim_id = c.id AND v.at_to
    GROUP BY w.claim_id, w.deal_id, w.gone
  )`;

/**
 * `moved`: claims whose evidence alone changed. Evidence that counts at one end only changes what its claim rests on, unless a
 * source that was taken back is behind it: those claims (few, whatever the size of the record) are walked at both ends, as
 * are those that rest on a source whose citations changed.
 */
function evidenceSql(period: Period): Prisma.Sql {
  const { was, is } = endsOf(period);
  const doubtful = sql`SELECT d.claim_id FROM doubtful d`;
  return sql`
  witness AS MATERIALIZED (
    SELECT s.claim_id, e.id, e.source_id, e.recorded_at FROM same s JOIN evidence e ON e.status_change_id = s.claim_id
  ),
  shadow (id) AS (
    SELECT x.source_id FROM source_retraction x
    -- By index: PostgreSQL expects many, and would read all citations.
    UNION SELECT c.citing_id FROM shadow s
    CROSS JOIN LATERAL (SELECT c.citing_id FROM citation c WHERE c.cited_id = s.id OFFSET 0) c
  ),
  ${recitedSql(period)},
  heard AS MATERIALIZED (
    SELECT * FROM (
      SELECT e.claim_id, e.id, ${daySaid(period)} AS day, ${counts(was)} AS at_from, ${counts(is)} AS at_to
      FROM (SELECT w.* FROM witness w WHERE ${mayTell(period)} OFFSET 0) e
      ${textOf(period.view.record)} LEFT JOIN retraction x ON x.evidence_id = e.id
    ) h WHERE h.at_from <> h.at_to
  ),
  shaded AS MATERIALIZED (${restingOn(sql`shadow`)}),
  doubtful AS MATERIALIZED (
    SELECT d.claim_id FROM shaded d
    UNION SELECT r.claim_id FROM (${restingOn(sql`recited`)}) r
    WHERE NOT EXISTS (SELECT FROM heard h WHERE h.claim_id = r.claim_id)
  ),
  stood AS MATERIALIZED (${restingSql(was, doubtful)}),
  stands AS MATERIALIZED (${restingSql(is, doubtful)}),
  moved AS MATERIALIZED (
    SELECT h.claim_id, CASE WHEN bool_and(h.at_to) THEN max(h.day) ELSE ${daySql(period.to)} END AS day
    FROM heard h WHERE NOT EXISTS (SELECT FROM shaded d WHERE d.claim_id = h.claim_id) GROUP BY h.claim_id
    UNION ALL
    SELECT b.claim_id, CASE WHEN b.evidence <@ a.evidence THEN coalesce(n.day, ${daySql(period.to)})
                            ELSE ${daySql(period.to)} END
    FROM stood b JOIN stands a ON a.claim_id = b.claim_id
    CROSS JOIN LATERAL (SELECT max(h.day) AS day FROM heard h
      WHERE h.claim_id = a.claim_id AND h.id = ANY (a.evidence) AND h.id <> ALL (b.evidence)) n
    WHERE b.evidence <> a.evidence OR b.origins <> a.origins
  )`;
}

/**
 * `recited`: sources whose citations changed in between, and those that cite them. By `published` citations stand still. What cites
 * from its first day on is left out when it came in between: evidence that names it came in between, too.
 */
function recitedSql(period: Period): Prisma.Sql {
  if (period.by !== "recorded") return sql`recited (id) AS (SELECT NULL::uuid WHERE false)`;
  const { was, is } = endsOf(period);
  const between = sql`> ${was.record}::text::timestamptz AND c.recorded_at <= ${is.record}::text::timestamptz`;
  return sql`recited (id) AS (
    SELECT c.citing_id FROM citation c JOIN source_version f ON f.source_id = c.citing_id AND f.version = 1
    WHERE c.recorded_at ${between} AND f.recorded_at <= ${was.record}::text::timestamptz
    UNION SELECT i.citing_id FROM retraction c JOIN citation i ON i.id = c.citation_id WHERE c.recorded_at ${between}
    UNION SELECT c.citing_id FROM recited r JOIN citation c ON c.cited_id = r.id
  )`;
}

/**
 * Claims of `witness` that name one of these (few) sources, directly or as `via`: each source is looked up by its index. DISTINCT
 * lets PostgreSQL expect few, so that it hashes them once instead of looking them through for every row.
 */
const restingOn = (sources: Prisma.Sql) => sql`
  SELECT DISTINCT w.claim_id FROM witness w
  WHERE w.source_id IN (SELECT DISTINCT d.id FROM ${sources} d) OR w.id IN (
    SELECT DISTINCT v.evidence_id FROM ${sources} d
    CROSS JOIN LATERAL (SELECT v.evidence_id FROM evidence_via v WHERE v.source_id = d.id OFFSET 0) v)`;

/** Evidence `w` that may count at one end only: by publication that of sources that came out in between, asked of all at once. */
const mayTell = ({ by, view, from, to }: Period): Prisma.Sql =>
  by === "published" && view.record === null
    ? sql`w.source_id IN (SELECT p.id FROM source p WHERE p.published_latest > ${daySql(from)} AND p.published_latest <= ${daySql(to)})`
    : sql`true`;

/** Whether evidence `e` with text `t` and retraction `x` is recorded, published and not taken back. Never null. */
const counts = ({ known, record }: Judging): Prisma.Sql =>
  Prisma.join(
    [
      known ? sql`t.published_latest <= ${daySql(known)}` : sql`true`,
      record
        ? sql`e.recorded_at <= ${atSql(record)} AND coalesce(x.recorded_at > ${atSql(record)}, true)`
        : sql`x.id IS NULL`,
    ],
    " AND ",
  );

const daySaid = ({ by }: Period): Prisma.Sql =>
  by === "published" ? sql`t.published_latest` : sql`(e.recorded_at AT TIME ZONE 'UTC')::date`;
