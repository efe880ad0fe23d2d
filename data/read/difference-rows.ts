import type { Db } from "@/data/db";
import { rootsOf } from "@/domain/chains";
import type { ChangedDeal, ChangeKind, ChangeRow } from "@/domain/change-rows";
import type { Id, SourceGraph, StatusClaim, View } from "@/domain/claims";
import { type Difference, differences, endOfDay } from "@/domain/difference";
import { grouped } from "@/domain/grouped";
import { historyOf } from "@/domain/history";
import type { Period } from "./change-candidates";
import { changeRow, dealOf } from "./change-rows";
import { statusClaims } from "./claims";
import type { FoundDifference } from "./counted-differences";

type RowsQuery = Period & { readonly recorder: boolean };

/**
 * What stands in the lines of a comparison, in the order in which the database found them; null for one that the domain does not
 * find (the record moved on in between). Two queries, about the deals of these lines alone.
 */
export async function differenceRows(
  db: Db,
  query: RowsQuery,
  found: readonly FoundDifference[],
): Promise<(ChangeRow | null)[]> {
  const deals = new Map(found.map((line) => [line.id, dealOf(line)]));
  const { claims, graph } = await statusClaims(db, { deals: [...deals.keys()], record: query.view.record });
  const rows = new Map(
    [...grouped(claims, (c) => c.deal)].flatMap(([id, own]) => {
      const deal = deals.get(id);
      return deal ? rowsOfDeal(query, deal, own, graph).map((row) => [row.key, row] as const) : [];
    }),
  );
  return found.map(({ kind, claim_id }) => rows.get(keyOf(kind, claim_id)) ?? null);
}

const KINDS = {
  "world-changed": "world",
  "we-corrected": "corrected",
  "evidence-changed": "evidence",
} as const satisfies Record<Difference["kind"], ChangeKind>;

const keyOf = (kind: ChangeKind, claim: Id): string => `${kind}-${claim}`;

function rowsOfDeal(
  query: RowsQuery,
  deal: ChangedDeal,
  claims: readonly StatusClaim[],
  graph: SourceGraph,
): ChangeRow[] {
  const { view, by, from, to, recorder } = query;
  const entries = new Map(historyOf(claims, graph, viewAtEnd(query)).map((entry) => [entry.claim.id, entry]));
  return differences({ claims, graph, knowledge: view }, by, from, to).map((d) => {
    const before = d.kind === "world-changed" ? entries.get(d.after.previous ?? "")?.claim : d.before.claim;
    const { claim } = d.kind === "we-corrected" ? (d.after ?? d.before) : d.after;
    const key = keyOf(KINDS[d.kind], claim.id);
    const parts = { key, deal, claim, before: before ?? null, entry: d.after, ...detailOf(d, claims, graph) };
    return changeRow(parts, graph, recorder);
  });
}

/** The view whose history holds the claims before those that came. */
function viewAtEnd({ view, by, to }: RowsQuery): View {
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
