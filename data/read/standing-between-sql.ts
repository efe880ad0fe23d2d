import { Prisma } from "@/generated/prisma/client";
import type { Period } from "./change-candidates";
import type { Judging } from "./judged-sql";
import { daySql } from "./view-sql";

const { sql } = Prisma;

type Ends = { readonly was: Judging; readonly is: Judging };

/**
 * The claims of `touched_deal`, each with whether it stood (`at_from`) and stands (`at_to`) at the two ends, the
 * day on which it came and the one on which it was taken back.
 */
export const claimsBetweenSql = (period: Period, ends: Ends): Prisma.Sql =>
  period.by === "published" && period.view.record === null ? lookedUp(period) : dated(period, ends);

/** As the record reads now, how long the public went by each claim is stored. */
const lookedUp = ({ from, to }: Period) => sql`
  SELECT n.claim_id, n.deal_id, n.known_from AS came, ${daySql(to)} AS gone,
         n.known_from <= ${daySql(from)} AND coalesce(n.known_until > ${daySql(from)}, true) AS at_from,
         n.known_from <= ${daySql(to)} AND coalesce(n.known_until > ${daySql(to)}, true) AS at_to
  FROM touched_deal t JOIN claim_known n ON n.deal_id = t.deal_id`;

/** Else it is told from the evidence (`publishedOn`), and any later version that is out hides a claim (`visibleChain`). */
function dated({ by, to, view }: Period, { was, is }: Ends): Prisma.Sql {
  const instant = ({ record }: Judging) =>
    sql`coalesce(${record}::text::timestamptz, 'infinity'::timestamptz)`;
  const day = ({ known }: Judging) => sql`coalesce(${known}::date, 'infinity'::date)`;
  const published = (end: Judging) => sql`coalesce(
    min(t.published_latest) FILTER (WHERE e.recorded_at <= ${instant(end)} AND coalesce(x.recorded_at > ${instant(end)}, true)),
    min(t.published_latest) FILTER (WHERE e.recorded_at <= ${instant(end)}))`;
  const out = (end: Judging, on: Prisma.Sql) =>
    sql`c.recorded_at <= ${instant(end)} AND coalesce(${on} <= ${day(end)}, false)`;
  const stands = (end: Judging, isOut: Prisma.Sql, newest: Prisma.Sql) =>
    sql`v.${isOut} AND v.seq = v.${newest} AND coalesce(v.taken_back > ${instant(end)}, true)`;
  const utcDay = (at: Prisma.Sql) => sql`(${at} AT TIME ZONE 'UTC')::date`;
  const publishedAt = sql`JOIN (
        SELECT e.status_change_id, ${published(was)} AS at_from, ${published(is)} AS at_to
        FROM touched_deal d JOIN status_change c ON c.deal_id = d.deal_id
        JOIN evidence e ON e.status_change_id = c.id AND e.stance = 'supports'
        ${textOf(view.record)} LEFT JOIN retraction x ON x.evidence_id = e.id
        GROUP BY e.status_change_id
      ) p ON p.status_change_id = c.id`;
  // Going by everything published, when does not matter, only whether anything had been said for it.
  const said = (end: Judging) => sql`CASE WHEN f.at <= ${instant(end)} THEN '-infinity'::date END`;
  const supported = sql`CROSS JOIN LATERAL (
        SELECT ${said(was)} AS at_from, ${said(is)} AS at_to
        FROM (SELECT min(e.recorded_at) AS at FROM evidence e WHERE e.status_change_id = c.id AND e.stance = 'supports') f
      ) p`;
  return sql`
  SELECT v.claim_id, v.deal_id,
         ${by === "published" ? sql`v.published` : utcDay(sql`v.recorded_at`)} AS came,
         ${by === "published" ? daySql(to) : sql`coalesce(${utcDay(sql`v.taken_back`)}, ${daySql(to)})`} AS gone,
         ${stands(was, sql`from_out`, sql`from_newest`)} AS at_from, ${stands(is, sql`to_out`, sql`to_newest`)} AS at_to
  FROM (
    SELECT o.*, max(o.seq) FILTER (WHERE o.from_out) OVER w AS from_newest, max(o.seq) FILTER (WHERE o.to_out) OVER w AS to_newest
    FROM (
      SELECT c.id AS claim_id, c.root_id, c.deal_id, c.seq, c.recorded_at, x.recorded_at AS taken_back, p.at_to AS published,
             ${out(was, sql`p.at_from`)} AS from_out, ${out(is, sql`p.at_to`)} AS to_out
      FROM touched_deal d JOIN status_change c ON c.deal_id = d.deal_id
      LEFT JOIN retraction x ON x.status_change_id = c.id
      ${by === "recorded" && view.known === null ? supported : publishedAt}
    ) o WINDOW w AS (PARTITION BY o.root_id)
  ) v`;
}

/** An instant, or the end of time; in a subquery, which is read once: a text is made an instant anew for every row. */
export const atSql = (instant: string | null): Prisma.Sql =>
  sql`(SELECT coalesce(${instant}::text::timestamptz, 'infinity'::timestamptz))`;

/** How the source of a piece of evidence `e` reads, as `t`: at an instant, or now. */
export const textOf = (record: string | null): Prisma.Sql =>
  record
    ? sql`JOIN LATERAL (SELECT v.published_latest FROM source_version v
        WHERE v.source_id = e.source_id AND v.recorded_at <= ${atSql(record)} ORDER BY v.version DESC LIMIT 1) t ON true`
    : sql`JOIN source t ON t.id = e.source_id`;
