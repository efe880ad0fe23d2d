import type { Db } from "@/data/db";
import type { ChangesBetween } from "@/domain/change-rows";
import type { Id, View } from "@/domain/claims";
import { type Axis, type Difference, differences } from "@/domain/difference";
import type { Day } from "@/domain/edtf";
import { grouped } from "@/domain/grouped";
import { historyOf } from "@/domain/history";
import { Prisma } from "@/generated/prisma/client";
import { changeRow, dealRefs } from "./change-rows";
import { statusClaims } from "./claims";
import { type ChangeFilter, dealsOfFilter } from "./recent-changes";
import { daySql, recordSql } from "./view-sql";

/** The differences of so many deals are worked out at once; a page says how many more a period touches. */
export const MAX_DEALS = 500;

export type BetweenQuery = {
  readonly view: View;
  readonly by: Axis;
  /** Exclusive: what the end of this day already knew is no change. */
  readonly from: Day;
  readonly to: Day;
  readonly filter: ChangeFilter;
  readonly recorder: boolean;
};

/** A SELECT of sources that began or ceased to count in the period, on the axis. */
function touchedSources({ by, from, to }: BetweenQuery): Prisma.Sql {
  if (by === "published") {
    return Prisma.sql`SELECT source_id FROM source_retraction
      WHERE on_latest > ${daySql(from)} AND on_latest <= ${daySql(to)}`;
  }
  const inside = (column: Prisma.Sql) => Prisma.sql`${column} > ${endOf(from)} AND ${column} <= ${endOf(to)}`;
  return Prisma.sql`
    SELECT source_id FROM source_retraction WHERE ${inside(Prisma.sql`recorded_at`)}
    UNION SELECT citing_id FROM citation WHERE ${inside(Prisma.sql`recorded_at`)}
    UNION SELECT c.citing_id FROM retraction r JOIN citation c ON c.id = r.citation_id
      WHERE ${inside(Prisma.sql`r.recorded_at`)}`;
}

const endOf = (day: Day) => Prisma.sql`${`${day}T23:59:59.999Z`}::text::timestamptz`;

/** A SELECT of the deals about which something may differ: perhaps too many, never too few. */
function candidates(query: BetweenQuery): Prisma.Sql {
  const { by, from, to, view } = query;
  if (by === "effective") {
    // A correction may have moved the day of what it replaced, so any claim of the deal in the period counts.
    return Prisma.sql`SELECT deal_id FROM status_change
      WHERE effective_earliest <= ${daySql(to)} AND effective_latest > ${daySql(from)}
        OR effective_earliest > ${daySql(from)} AND effective_earliest <= ${daySql(to)}`;
  }
  const rests = Prisma.sql`
    SELECT c.deal_id FROM downstream d JOIN evidence e ON e.source_id = d.id JOIN status_change c ON c.id = e.status_change_id
    UNION
    SELECT c.deal_id FROM downstream d JOIN evidence_via v ON v.source_id = d.id
      JOIN evidence e ON e.id = v.evidence_id JOIN status_change c ON c.id = e.status_change_id`;
  const own =
    by === "published"
      ? Prisma.sql`
        SELECT c.deal_id FROM source_version s JOIN evidence e ON e.source_id = s.source_id
          JOIN status_change c ON c.id = e.status_change_id
          WHERE s.published_latest > ${daySql(from)} AND s.published_latest <= ${daySql(to)}
            AND s.recorded_at <= coalesce(${recordSql(view)}, 'infinity'::timestamptz)`
      : Prisma.sql`
        SELECT deal_id FROM status_change WHERE recorded_at > ${endOf(from)} AND recorded_at <= ${endOf(to)}
        UNION SELECT c.deal_id FROM evidence e JOIN status_change c ON c.id = e.status_change_id
          WHERE e.recorded_at > ${endOf(from)} AND e.recorded_at <= ${endOf(to)}
        UNION SELECT c.deal_id FROM retraction r LEFT JOIN evidence e ON e.id = r.evidence_id
          JOIN status_change c ON c.id = coalesce(r.status_change_id, e.status_change_id)
          WHERE r.recorded_at > ${endOf(from)} AND r.recorded_at <= ${endOf(to)}`;
  return Prisma.sql`
    WITH RECURSIVE downstream (id) AS (
      SELECT source_id FROM (${touchedSources(query)}) t
      UNION SELECT c.citing_id FROM downstream d JOIN citation c ON c.cited_id = d.id
    )
    SELECT deal_id FROM (${own} UNION ${rests}) x`;
}

/**
 * What changed after the end of `from` up to the end of `to`, told apart by `domain/difference.ts`, each kind newest first.
 * Of more than `MAX_DEALS` deals the most recently recorded ones are looked at, and the number of the others is told.
 */
export async function changesBetween(db: Db, query: BetweenQuery): Promise<ChangesBetween> {
  const { view, by, from, to, filter, recorder } = query;
  const only = dealsOfFilter(filter);
  const found = await db.$queryRaw<{ id: Id; total: number }[]>`
    SELECT d.id, count(*) OVER ()::int AS total FROM deal d
    WHERE d.id IN (${candidates(query)}) AND (${only ? Prisma.sql`d.id IN (${only})` : Prisma.sql`true`})
    ORDER BY d.last_recorded_at DESC NULLS LAST, d.id LIMIT ${MAX_DEALS}`;
  const deals = found.map(({ id }) => id);
  const [refs, { claims, graph }] = await Promise.all([
    dealRefs(db, deals),
    statusClaims(db, { deals, record: by === "recorded" ? null : view.record }),
  ]);
  const rows = [...grouped(claims, (c) => c.deal)].flatMap(([id, own]) => {
    const deal = refs.get(id);
    if (!deal) return [];
    const subject = { claims: own, graph, knowledge: view };
    const at =
      by === "published"
        ? { ...view, known: to }
        : by === "recorded"
          ? { ...view, record: `${to}T23:59:59.999Z` }
          : view;
    const entries = new Map(historyOf(own, graph, at).map((entry) => [entry.claim.id, entry]));
    const previous = (d: Difference) => {
      const id = d.kind === "world-changed" ? d.after.previous : null;
      return (id && entries.get(id)?.claim) || null;
    };
    return differences(subject, by, from, to)
      .filter((d) => !filter.became || becomes(d, previous(d)?.status ?? null) === filter.became)
      .map((d) => {
        const { claim } = d.kind === "we-corrected" ? (d.after ?? d.before) : d.after;
        const before = d.kind === "world-changed" ? previous(d) : d.before.claim;
        const gone = d.kind === "we-corrected" && d.after === null;
        const parts = {
          key: `${d.kind}-${claim.id}`,
          mark:
            d.kind === "world-changed"
              ? "record"
              : d.kind === "evidence-changed"
                ? "evidence"
                : gone
                  ? "retract"
                  : "correct",
          deal,
          claim,
          before,
          entry: d.kind === "we-corrected" ? d.after : d.after,
          ...(d.kind === "evidence-changed"
            ? { entryBefore: d.before, added: d.added, removed: d.removed }
            : {}),
          why: gone
            ? (own.find((c) => c.id === claim.id)?.retraction?.reason ?? null)
            : claim.correctionReason,
        } as const;
        return { kind: d.kind, day: d.day, row: changeRow(parts, graph, recorder) };
      });
  });
  rows.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.row.key < b.row.key ? -1 : 1));
  const of = (kind: Difference["kind"]) => rows.filter((r) => r.kind === kind).map(({ row }) => row);
  const total = found[0]?.total ?? 0;
  return {
    world: of("world-changed"),
    corrected: of("we-corrected"),
    evidence: of("evidence-changed"),
    left: total - deals.length,
  };
}

/** The status that a change in the world brought; null for what is none, or only moved a plan. */
function becomes(d: Difference, before: string | null) {
  if (d.kind !== "world-changed" || d.after.claim.status === before) return null;
  return d.after.claim.status;
}
