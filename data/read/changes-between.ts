import type { Db } from "@/data/db";
import { rootsOf } from "@/domain/chains";
import { type ChangeFilter, keepsRow } from "@/domain/change-filter";
import type { ChangedDeal, ChangeRow, ChangesBetween } from "@/domain/change-rows";
import type { SourceGraph, StatusClaim, View } from "@/domain/claims";
import { type Difference, differences, endOfDay } from "@/domain/difference";
import type { Day } from "@/domain/edtf";
import { grouped } from "@/domain/grouped";
import { historyOf } from "@/domain/history";
import { Prisma } from "@/generated/prisma/client";
import { candidates, type Period } from "./change-candidates";
import { changeRow, dealOf, NAMED, NAMES, type NamedDeal } from "./change-rows";
import { statusClaims } from "./claims";
import { dealsOfFilter } from "./deals-of-filter";

/** The differences of so many deals are worked out at once; a page says how many more a period touches. */
export const MAX_DEALS = 500;

export type BetweenQuery = Period & {
  readonly filter: ChangeFilter;
  /** Whether the reader may see who recorded what. */
  readonly recorder: boolean;
};

/**
 * What changed after the end of `from` up to the end of `to`, told apart by `domain/difference.ts`, each kind oldest first.
 * Of more than `MAX_DEALS` deals the most recently recorded ones are looked at, and the number of the others is told.
 */
export async function changesBetween(db: Db, query: BetweenQuery): Promise<ChangesBetween> {
  const { view, filter } = query;
  const only = dealsOfFilter(filter);
  const found = await db.$queryRaw<(NamedDeal & { total: number })[]>`
    WITH touched AS MATERIALIZED (SELECT DISTINCT c.deal_id FROM (${candidates(query)}) c),
    latest AS (
      SELECT d.id, count(*) OVER ()::int AS total, d.last_recorded_at FROM deal d
      WHERE d.id IN (SELECT deal_id FROM touched) AND (${only ? Prisma.sql`d.id IN (${only})` : Prisma.sql`true`})
      ORDER BY d.last_recorded_at DESC NULLS LAST, d.id LIMIT ${MAX_DEALS}
    )
    SELECT d.id, l.total, ${NAMES} FROM latest l JOIN deal d ON d.id = l.id ${NAMED}
    ORDER BY l.last_recorded_at DESC NULLS LAST, d.id`;
  const deals = found.map(({ id }) => id);
  const refs = new Map(found.map((row) => [row.id, dealOf(row)]));
  const { claims, graph } = await statusClaims(db, { deals, record: view.record });
  const rows = [...grouped(claims, (c) => c.deal)]
    .flatMap(([id, own]) => {
      const deal = refs.get(id);
      return deal ? rowsOfDeal(query, deal, own, graph) : [];
    })
    .filter(({ row }) => keepsRow(row, filter))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.row.key < b.row.key ? -1 : 1));
  const of = (kind: Difference["kind"]) => rows.filter((r) => r.kind === kind).map(({ row }) => row);
  return {
    world: of("world-changed"),
    corrected: of("we-corrected"),
    evidence: of("evidence-changed"),
    left: (found[0]?.total ?? 0) - deals.length,
  };
}

type Placed = { readonly kind: Difference["kind"]; readonly day: Day; readonly row: ChangeRow };

function rowsOfDeal(
  query: BetweenQuery,
  deal: ChangedDeal,
  claims: readonly StatusClaim[],
  graph: SourceGraph,
): Placed[] {
  const { view, by, from, to, recorder } = query;
  const entries = new Map(historyOf(claims, graph, viewAtEnd(query)).map((entry) => [entry.claim.id, entry]));
  return differences({ claims, graph, knowledge: view }, by, from, to).map((d) => {
    const before = d.kind === "world-changed" ? entries.get(d.after.previous ?? "")?.claim : d.before.claim;
    const { claim } = d.kind === "we-corrected" ? (d.after ?? d.before) : d.after;
    const key = `${d.kind}-${claim.id}`;
    const parts = { key, deal, claim, before: before ?? null, entry: d.after, ...detailOf(d, claims, graph) };
    return { kind: d.kind, day: d.day, row: changeRow(parts, graph, recorder) };
  });
}

/** The view whose history holds the claims before those that came. */
function viewAtEnd({ view, by, to }: BetweenQuery): View {
  if (by === "published") return { ...view, known: to };
  return by === "recorded" ? { ...view, record: endOfDay(to, view.record) } : view;
}

/** How a difference came into the record, why and when. */
function detailOf(d: Difference, claims: readonly StatusClaim[], graph: SourceGraph) {
  if (d.kind === "world-changed") return { mark: "record", why: null } as const;
  if (d.kind === "we-corrected") {
    if (d.after) return { mark: "correct", why: d.after.claim.correctionReason } as const;
    // What was taken back may be a later version of the claim that stood before.
    const roots = rootsOf(claims);
    const retracted = claims.findLast(
      (c) => c.retraction && roots.get(c.id) === roots.get(d.before.claim.id),
    );
    return {
      mark: "retract",
      why: retracted?.retraction?.reason ?? null,
      recorded: retracted?.retraction?.recorded,
    } as const;
  }
  const { evidence } = d.after.claim;
  const came = evidence.filter((e) => d.added.includes(e.id));
  const went = evidence.filter((e) => d.removed.includes(e.id));
  const whys = went.map((e) => e.retraction?.reason ?? graph.sources.get(e.source)?.retracted?.reason);
  const recorded = [
    ...came.map((e) => e.recorded),
    ...went.flatMap((e) => e.retraction?.recorded ?? []),
  ].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))[0];
  const why = whys.find((reason) => reason !== undefined) ?? null;
  return {
    mark: "evidence",
    why,
    entryBefore: d.before,
    added: d.added,
    removed: d.removed,
    recorded,
  } as const;
}
