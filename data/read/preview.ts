import type { Db } from "@/data/db";
import { edtf, edtfOrNull } from "@/data/rows";
import type { Source, StatusClaim } from "@/domain/claims";
import type { Day, Instant } from "@/domain/edtf";
import { type Preview, previewOf } from "@/domain/preview";
import type { CommandOf } from "@/formats/commands";
import { sourceGraph, statusClaims } from "./claims";

type Draft = CommandOf<"record-status" | "correct-status">;

/** What recording or correcting would change, without doing it. `made`: sources that the same form creates. */
export async function previewStatus(
  db: Db,
  draft: Draft,
  made: readonly CommandOf<"create-source">[],
  now: Instant,
): Promise<Preview> {
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
  const { claims, graph } = await statusClaims(db, { deals: deal ? [deal.id] : [] });
  const slugs = draft.evidence.flatMap((e) => [e.source, ...(Array.isArray(e.via) ? e.via : [])]);
  const rows = await db.source.findMany({ where: { slug: { in: slugs } }, select: { id: true, slug: true } });
  const cited = await sourceGraph(db, new Set(rows.map((r) => r.id)));
  const idBySlug = new Map([
    ...rows.map((r) => [r.slug, r.id] as const),
    ...made.map((m) => [m.slug, m.id] as const),
  ]);
  const sources = new Map([
    ...graph.sources,
    ...cited.sources,
    ...made.map((m) => [m.id, draftSource(m)] as const),
  ]);
  const claim = draftClaim(draft, deal?.id ?? "", idBySlug, claims.length + 1_000_000, now);
  const today: Day = now.slice(0, 10);
  return previewOf(
    claims,
    [...claims, claim],
    claim,
    { sources, citations: [...graph.citations, ...cited.citations] },
    today,
  );
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
