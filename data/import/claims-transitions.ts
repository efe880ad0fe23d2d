import type { Db } from "@/data/db";
import { sourceGraph, statusClaims } from "@/data/read/claims";
import { draftClaim, draftSource } from "@/data/read/preview";
import type { Id, SourceGraph, StatusClaim } from "@/domain/claims";
import { grouped } from "@/domain/grouped";
import { historyOf } from "@/domain/history";
import { unusualWithoutNote } from "@/domain/rules/unusual-without-note";
import { brokenIn, NOW } from "@/domain/spans";
import { isUsual } from "@/domain/transitions";
import { unusualTransition } from "@/domain/words";
import type { Command, CommandOf } from "@/formats/commands";

const DEALS = 500;

/** What the rules say of a claim that a file would make. */
export type Judged = {
  readonly id: Id;
  /** An unusual transition that no note explains: the door would refuse it, and with it the whole file. */
  readonly refusal: string | null;
  /** Other rules of good data that it would break (domain/rules); they stop nothing. */
  readonly broken: readonly string[];
};

/** What the rules say of the claims that these commands would make, asked before anything is written; those that break none are left out. */
export async function judgeClaims(db: Db, commands: readonly Command[]): Promise<Judged[]> {
  const drafts = commands.filter((c): c is CommandOf<"record-status"> => c.kind === "record-status");
  const made = commands.filter((c): c is CommandOf<"create-source"> => c.kind === "create-source");
  const byDeal = [...grouped(drafts, (d) => `${d.device} ${d.carrier}`).values()];
  const found: Judged[] = [];
  for (let from = 0; from < byDeal.length; from += DEALS)
    found.push(...(await judgeAmong(db, byDeal.slice(from, from + DEALS), made)));
  return found;
}

async function judgeAmong(
  db: Db,
  deals: readonly (readonly CommandOf<"record-status">[])[],
  made: readonly CommandOf<"create-source">[],
): Promise<Judged[]> {
  const known = await db.deal.findMany({
    where: {
      OR: deals.map(([d]) => ({ device: { slug: d?.device ?? "" }, carrier: { slug: d?.carrier ?? "" } })),
    },
    select: { id: true, device: { select: { slug: true } }, carrier: { select: { slug: true } } },
  });
  const idOf = new Map(known.map((k) => [`${k.device.slug} ${k.carrier.slug}`, k.id]));
  const { claims, graph } = await statusClaims(db, { deals: known.map((k) => k.id) });
  const before = grouped(claims, (c) => c.deal);
  const slugs = deals
    .flat()
    .flatMap((d) => d.evidence.flatMap((e) => [e.source, ...(Array.isArray(e.via) ? e.via : [])]));
  const sources = await db.source.findMany({
    where: { slug: { in: [...new Set(slugs)] } },
    select: { id: true, slug: true },
  });
  const cited = await sourceGraph(db, new Set(sources.map((s) => s.id)));
  const sourceIds = new Map([...sources, ...made].map((s) => [s.slug, s.id]));
  const whole = {
    sources: new Map([
      ...graph.sources,
      ...cited.sources,
      ...made.map((m) => [m.id, draftSource(m)] as const),
    ]),
    citations: [...graph.citations, ...cited.citations],
  };
  const now = new Date().toISOString();
  return deals.flatMap((drafts) => {
    const [first] = drafts;
    if (!first) return [];
    const deal = idOf.get(`${first.device} ${first.carrier}`) ?? "new";
    const fresh = drafts.map((d, i): StatusClaim => draftClaim(d, deal, sourceIds, 1_000_000_000 + i, now));
    return judgeIn([...(before.get(deal) ?? []), ...fresh], new Set(fresh.map((f) => f.id)), whole);
  });
}

function judgeIn(claims: readonly StatusClaim[], fresh: ReadonlySet<Id>, graph: SourceGraph): Judged[] {
  const notes = new Map(claims.map((c) => [c.id, c.note]));
  const history = historyOf(claims, graph, NOW);
  const rules = brokenIn(history, graph);
  return history.flatMap(({ claim: { id: claim, status } }, place) => {
    if (!fresh.has(claim)) return [];
    const broken = (rules[place] ?? []).filter((code) => code !== unusualWithoutNote.code);
    const before = history[place - 1]?.claim.status ?? null;
    const after = history[place + 1]?.claim.status;
    const refusal = notes.get(claim)
      ? null
      : !isUsual(before, status)
        ? unusualTransition(before, status)
        : after && !isUsual(status, after)
          ? unusualTransition(status, after)
          : null;
    return refusal === null && broken.length === 0 ? [] : [{ id: claim, refusal, broken }];
  });
}
