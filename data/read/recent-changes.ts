import type { Db } from "@/data/db";
import type { ChangeFilter } from "@/domain/change-filter";
import type { ChangeMark, ChangePage } from "@/domain/change-rows";
import type { Id, StatusClaim, View } from "@/domain/claims";
import type { Axis } from "@/domain/difference";
import { grouped } from "@/domain/grouped";
import { historyOf } from "@/domain/history";
import { Prisma } from "@/generated/prisma/client";
import { changeRow, dealOf, NAMED, NAMES, type NamedDeal } from "./change-rows";
import { statusClaims } from "./claims";
import { dealsOfFilter } from "./deals-of-filter";
import { foldedHistorySql, historySql } from "./history-sql";
import { judgedSql } from "./judged-sql";
import { fromStoredSql, isStored, touchedDealsSql } from "./spans-sql";
import { daySql, knownSql, publicationSql, recordSql } from "./view-sql";

export type ChangeQuery = {
  readonly view: View;
  readonly by: Axis;
  readonly filter: ChangeFilter;
  /** Counts from 1; one past the end finds the last. */
  readonly page: number;
  readonly size: number;
  /** Whether the reader may see who recorded what. */
  readonly recorder: boolean;
};

/** What the claim of a change says; `c`: the claim. */
function claimIs({ status, reason }: ChangeFilter): Prisma.Sql {
  const conditions = [
    ...(status ? [Prisma.sql`c.status = ${status}`] : []),
    ...(reason === "none" ? [Prisma.sql`c.reasons = '{}'`] : []),
    ...(reason && reason !== "none" ? [Prisma.sql`${reason} = ANY (c.reasons)`] : []),
  ];
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;
}

/** The standing claims that have begun on the view's day, with what orders them. */
const standing = ({ view, by, filter }: ChangeQuery) => Prisma.sql`
  SELECT 'record' AS mark, h.claim_id, h.deal_id, NULL::uuid AS evidence_id, h.seq,
         ${by === "published" ? Prisma.sql`h.published` : Prisma.sql`h.sort_earliest`} AS place
  FROM (${historySql(view, dealsOfFilter(filter))}) h JOIN status_change c ON c.id = h.claim_id
  WHERE h.sort_earliest <= ${daySql(view.on)} AND ${claimIs(filter)}`;

/** Everything that was done in the record by its instant, to claims that were published by the view's day. */
function done({ view, filter }: ChangeQuery): Prisma.Sql {
  const deals = dealsOfFilter(filter);
  return Prisma.sql`
    SELECT x.* FROM (
      SELECT c.verb AS mark, c.id AS claim_id, c.deal_id, NULL::uuid AS evidence_id, c.seq, c.recorded_at AS place
      FROM status_change c
      UNION ALL
      SELECT 'evidence', c.id, c.deal_id, e.id, e.seq, e.recorded_at
      FROM evidence e JOIN status_change c ON c.id = e.status_change_id AND e.recorded_at > c.recorded_at
      UNION ALL
      SELECT 'retract', c.id, c.deal_id, NULL, c.seq, r.recorded_at
      FROM retraction r JOIN status_change c ON c.id = r.status_change_id
      UNION ALL
      SELECT 'retract-evidence', c.id, c.deal_id, e.id, e.seq, r.recorded_at
      FROM retraction r JOIN evidence e ON e.id = r.evidence_id JOIN status_change c ON c.id = e.status_change_id
    ) x
    JOIN status_change c ON c.id = x.claim_id
    WHERE x.place <= coalesce(${recordSql(view)}, 'infinity'::timestamptz)
      AND (${deals ? Prisma.sql`x.deal_id IN (${deals})` : Prisma.sql`true`})
      AND ${claimIs(filter)}
      AND (${knownSql(view)} IS NULL OR EXISTS (
        SELECT FROM evidence e
        WHERE e.status_change_id = x.claim_id AND e.stance = 'supports'
          AND e.recorded_at <= coalesce(${recordSql(view)}, 'infinity'::timestamptz)
          AND ${publicationSql(Prisma.sql`e.source_id`, view)} <= ${knownSql(view)}))`;
}

/** Only claims of this certainty, which only those have that stand under the view. */
function ofCertainty(rows: Prisma.Sql, { view, filter }: ChangeQuery): Prisma.Sql {
  if (!filter.certainty) return rows;
  const deals = dealsOfFilter(filter);
  const stored = fromStoredSql(
    view,
    deals,
    Prisma.sql`s.claim_id, s.certainty`,
    Prisma.sql`s.certainty = ${filter.certainty}`,
  );
  if (isStored(view))
    return Prisma.sql`SELECT r.* FROM (${rows}) r JOIN (${stored}) s ON s.claim_id = r.claim_id`;
  // Only claims of deals that the record touched since are judged.
  const wanted = Prisma.sql`
    SELECT h.claim_id FROM (${foldedHistorySql(view, touchedDealsSql(view, deals))}) h
    JOIN status_change c ON c.id = h.claim_id WHERE ${claimIs(filter)}`;
  // Each once: left to the planner, one is worked out anew for every row of the other.
  return Prisma.sql`
    WITH events AS MATERIALIZED (${rows}), judged AS MATERIALIZED (${judgedSql(view, wanted)})
    SELECT r.* FROM events r
    JOIN (
      SELECT j.claim_id, j.certainty FROM judged j
      UNION ALL
      ${stored}
    ) j ON j.claim_id = r.claim_id AND j.certainty = ${filter.certainty}`;
}

type Event = NamedDeal & { mark: ChangeMark; claim_id: Id; evidence_id: Id | null };

/**
 * The latest changes, newest first. By `effective` and `published`: the claims that stand under the view and have begun on
 * its day. By `recorded`: what was done in the record, corrections and retractions included.
 */
export async function recentChanges(db: Db, query: ChangeQuery): Promise<ChangePage> {
  const { size } = query;
  const events = ofCertainty(query.by === "recorded" ? done(query) : standing(query), query);
  const counted = await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM (${events}) x`;
  const total = counted[0]?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Math.min(Math.max(1, query.page), pages);
  const found = await db.$queryRaw<Event[]>`
    SELECT x.mark, x.claim_id, x.evidence_id, d.id, ${NAMES}
    FROM (SELECT * FROM (${events}) x ORDER BY x.place DESC, x.seq DESC, x.mark DESC
          LIMIT ${size} OFFSET ${(page - 1) * size}) x
    JOIN deal d ON d.id = x.deal_id ${NAMED}
    ORDER BY x.place DESC, x.seq DESC, x.mark DESC`;
  return { rows: await rowsOf(db, query, found), total, page, pages };
}

async function rowsOf(db: Db, { view, recorder }: ChangeQuery, found: readonly Event[]) {
  const deals = [...new Set(found.map((event) => event.id))];
  const { claims, graph } = await statusClaims(db, { deals, record: view.record });
  const byId = new Map(claims.map((c) => [c.id, c]));
  const entries = new Map(
    [...grouped(claims, (c) => c.deal).values()]
      .flatMap((own) => historyOf(own, graph, view))
      .map((entry) => [entry.claim.id, entry]),
  );
  return found.flatMap(({ mark, claim_id, evidence_id, ...names }) => {
    const claim = byId.get(claim_id);
    if (!claim) return [];
    const entry = entries.get(claim_id) ?? null;
    const replaced = claim.supersedes ? byId.get(claim.supersedes) : undefined;
    const previous = entry?.previous ? byId.get(entry.previous) : undefined;
    const evidence = claim.evidence.find(({ id }) => id === evidence_id) ?? null;
    const parts = { key: `${mark}-${evidence_id ?? claim_id}`, mark, deal: dealOf(names), claim, entry };
    const before = (mark === "correct" ? replaced : previous) ?? null;
    return [changeRow({ ...parts, before, ...detailOf(mark, claim, evidence) }, graph, recorder)];
  });
}

/** Why and when of an event, and the evidence that came or went with it. */
function detailOf(mark: ChangeMark, claim: StatusClaim, evidence: StatusClaim["evidence"][number] | null) {
  if (mark === "correct") return { why: claim.correctionReason };
  if (mark === "retract") {
    return { why: claim.retraction?.reason ?? null, recorded: claim.retraction?.recorded };
  }
  if (mark === "evidence" && evidence) return { added: [evidence.id], recorded: evidence.recorded };
  if (mark === "retract-evidence" && evidence) {
    const { retraction } = evidence;
    return { removed: [evidence.id], why: retraction?.reason ?? null, recorded: retraction?.recorded };
  }
  return {};
}
