import type { View } from "@/domain/claims";
import { type Axis, endOfDay } from "@/domain/difference";
import type { Day } from "@/domain/edtf";
import { Prisma } from "@/generated/prisma/client";
import { daySql, recordSql } from "./view-sql";

/** A comparison of two days; `from` is exclusive: what the end of that day already knew is no change. */
export type Period = { readonly view: View; readonly by: Axis; readonly from: Day; readonly to: Day };

/** Deals with a status that begins in the period; under an older view, with any version of a claim that may begin in it. */
const effective = ({ from, to, view }: Period) =>
  view.known === null && view.record === null
    ? Prisma.sql`SELECT deal_id FROM deal_span WHERE begins > ${daySql(from)} AND begins <= ${daySql(to)}`
    : Prisma.sql`
  SELECT deal_id FROM status_change
  WHERE effective_earliest <= ${daySql(to)} AND effective_latest > ${daySql(from)}
     OR effective_earliest > ${daySql(from)} AND effective_earliest <= ${daySql(to)}`;

/** Deals with evidence published in the period, itself or what it rests on taken back in it. */
const published = ({ from, to, view }: Period) => Prisma.sql`
  WITH RECURSIVE touched (id) AS (
    SELECT source_id FROM source_retraction WHERE on_latest > ${daySql(from)} AND on_latest <= ${daySql(to)}
    UNION SELECT c.citing_id FROM touched t JOIN citation c ON c.cited_id = t.id
  )
  SELECT c.deal_id FROM (
      SELECT id FROM source WHERE published_latest > ${daySql(from)} AND published_latest <= ${daySql(to)}
      ${view.record === null ? Prisma.empty : earlierTexts({ from, to, view })}
    ) s JOIN evidence e ON e.source_id = s.id
    JOIN status_change c ON c.id = e.status_change_id
  UNION ${RESTING}`;

/** Sources whose publication was another one in an earlier record. */
const earlierTexts = ({ from, to, view }: Pick<Period, "from" | "to" | "view">) => Prisma.sql`
  UNION SELECT source_id FROM source_version
  WHERE published_latest > ${daySql(from)} AND published_latest <= ${daySql(to)} AND recorded_at <= ${recordSql(view)}`;

/**
 * Deals on which something was done in the period, and those with evidence that rests on a source whose citations changed
 * or that was taken back. The audit trail is the index of deeds by time: each carries the instant of what it recorded.
 */
function recorded({ from, to, view }: Period) {
  const [after, until] = [endOfDay(from, null), endOfDay(to, view.record)];
  const inside = (column: Prisma.Sql) =>
    Prisma.sql`${column} > ${after}::text::timestamptz AND ${column} <= ${until}::text::timestamptz`;
  return Prisma.sql`
    WITH RECURSIVE touched (id) AS (
      SELECT subject_id FROM audit_entry
        WHERE subject_kind = 'source' AND outcome = 'accepted' AND ${inside(Prisma.sql`at`)}
      UNION SELECT c.citing_id FROM touched t JOIN citation c ON c.cited_id = t.id
    )
    SELECT subject_id AS deal_id FROM audit_entry
      WHERE subject_kind = 'deal' AND outcome = 'accepted' AND ${inside(Prisma.sql`at`)}
    UNION SELECT deal_id FROM status_change WHERE ${inside(Prisma.sql`recorded_at`)}
    UNION ${RESTING}`;
}

/**
 * Deals whose evidence names a touched source, directly or as `via`: looked up source by source (`OFFSET 0`), since PostgreSQL
 * cannot know how few a recursion finds and would read all evidence of the record.
 */
const RESTING = Prisma.sql`
  SELECT x.deal_id FROM touched t CROSS JOIN LATERAL (
    SELECT c.deal_id FROM evidence e JOIN status_change c ON c.id = e.status_change_id WHERE e.source_id = t.id OFFSET 0) x
  UNION
  SELECT x.deal_id FROM touched t CROSS JOIN LATERAL (
    SELECT c.deal_id FROM evidence_via v JOIN evidence e ON e.id = v.evidence_id JOIN status_change c ON c.id = e.status_change_id
    WHERE v.source_id = t.id OFFSET 0) x`;

const BY_AXIS = { effective, published, recorded } as const;

/** A SELECT of the `deal_id` of all about which something may differ between the two days: perhaps too many, never too few. */
export const candidates = (period: Period): Prisma.Sql => BY_AXIS[period.by](period);
