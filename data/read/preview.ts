import type { Db } from "@/data/db";
import { edtf, edtfOrNull } from "@/data/rows";
import type { Id, Source, SourceGraph, StatusClaim } from "@/domain/claims";
import type { Instant } from "@/domain/edtf";
import { grouped } from "@/domain/grouped";
import { type Preview, previewOf } from "@/domain/preview";
import type { CommandOf } from "@/formats/commands";
import { sourceGraph, statusClaims } from "./claims";

type Draft = CommandOf<"record-status" | "correct-status">;

type Made = readonly CommandOf<"create-source">[];

/** What recording or correcting would change, without doing it. `made`: sources that the same form creates. */
export async function previewStatus(db: Db, draft: Draft, made: Made, now: Instant): Promise<Preview> {
  const deal =
    draft.kind === "record-status"
      ? await db.deal.findFirst({
          where: { device: { slug: draft.device }, carrier: { slug: draft.carrier } },
          select: { id: true },
        })
      : await db.deal.findFirst({
          where: { changes: { some: { id: draft.corrects } } },
          select: { id: true },
        });
  const id = deal?.id ?? "";
  const previews = await previewDeals(db, draft, made, deal ? [id] : [], now);
  return previews.get(id) ?? previewOne([], draft, id, await graphOf(db, draft, made, NO_GRAPH), now);
}

/** What the same change would do to each of these deals, by id. Four queries, whatever their number. */
export async function previewDeals(
  db: Db,
  draft: Draft,
  made: Made,
  deals: readonly Id[],
  now: Instant,
): Promise<ReadonlyMap<Id, Preview>> {
  const { claims, graph } = await statusClaims(db, { deals });
  const whole = await graphOf(db, draft, made, graph);
  const byDeal = grouped(claims, (c) => c.deal);
  return new Map(deals.map((id) => [id, previewOne(byDeal.get(id) ?? [], draft, id, whole, now)]));
}

const NO_GRAPH: SourceGraph = { sources: new Map(), citations: [] };

type DraftGraph = { readonly graph: SourceGraph; readonly ids: ReadonlyMap<string, Id> };

/** What claims and the draft rest on, those that do not exist yet among it, and ids by slug for the draft. */
async function graphOf(db: Db, draft: Draft, made: Made, graph: SourceGraph): Promise<DraftGraph> {
  const slugs = draft.evidence.flatMap((e) => [e.source, ...(Array.isArray(e.via) ? e.via : [])]);
  const rows = await db.source.findMany({ where: { slug: { in: slugs } }, select: { id: true, slug: true } });
  const cited = await sourceGraph(db, new Set(rows.map((r) => r.id)));
  const sources = new Map([
    ...graph.sources,
    ...cited.sources,
    ...made.map((m) => [m.id, draftSource(m)] as const),
  ]);
  const ids = new Map([
    ...rows.map((r) => [r.slug, r.id] as const),
    ...made.map((m) => [m.slug, m.id] as const),
  ]);
  return { graph: { sources, citations: [...graph.citations, ...cited.citations] }, ids };
}

function previewOne(
  claims: readonly StatusClaim[],
  draft: Draft,
  deal: Id,
  { graph, ids }: DraftGraph,
  now: Instant,
): Preview {
  const claim = draftClaim(draft, deal, ids, claims.length + 1_000_000, now);
  return previewOf(claims, [...claims, claim], claim, graph, now.slice(0, 10));
}

/** A source that does not exist yet, as claims would see it. */
export const draftSource = (m: CommandOf<"create-source">): Source => ({
  id: m.id,
  slug: m.slug,
  publisher: m.publisher,
  title: m.title,
  url: m.url,
  author: m.author,
  published: edtf(m.published),
  kind: m.sourceKind,
  lang: m.lang,
  seen: m.seen,
  retracted: null,
});

/** A claim that does not exist yet, as it would stand among the others. */
export function draftClaim(
  draft: Draft,
  deal: string,
  ids: ReadonlyMap<string, string>,
  seq: number,
  now: Instant,
): StatusClaim {
  const recorded = { at: now, by: "", commandId: draft.id };
  return {
    id: draft.id,
    seq,
    verb: draft.kind === "record-status" ? "record" : "correct",
    supersedes: draft.kind === "correct-status" ? draft.corrects : null,
    correctionReason: draft.kind === "correct-status" ? draft.why : null,
    recorded,
    retraction: null,
    deal,
    status: draft.status,
    effective: edtf(draft.effective),
    effectiveWords: draft.effectiveWords,
    target: edtfOrNull(draft.target),
    targetWords: draft.targetWords,
    reasons: draft.reasons,
    exclusive: draft.exclusive,
    policyActions: [],
    note: draft.note,
    evidence: draft.evidence.map((e, i) => ({
      id: `${draft.id}-${i}`,
      source: ids.get(e.source) ?? e.source,
      stance: e.stance,
      attribution: e.attribution,
      speaker: e.speaker,
      quote: e.quote,
      via: Array.isArray(e.via) ? e.via.map((v) => ids.get(v) ?? v) : e.via,
      recorded,
      retraction: null,
    })),
  };
}
