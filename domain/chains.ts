import type { Evidence, Id, Retraction, SourceGraph } from "./claims";
import type { Day } from "./edtf";
import { grouped } from "./grouped";
import { isPublishedBy, isRecordedBy, isRetractedBy, type Knowledge, publicationOf } from "./visibility";

/** What status claims, listings and statements have in common: a place in a chain of versions of one claim. */
export type Version = {
  readonly id: Id;
  readonly seq: number;
  readonly supersedes: Id | null;
  readonly recorded: { readonly at: string };
  readonly retraction: Retraction | null;
};

/** What a status claim and a listing have: evidence of their own. */
export type Evidenced = { readonly evidence: readonly Evidence[] };

/**
 * When the public could know a claim: the earliest publication of its supporting evidence that stands at `record`. When
 * all of that was retracted, of what once supported it: the claim stays, unsupported. null when nothing was recorded yet.
 */
export function publishedOn(claim: Evidenced, graph: SourceGraph, record: Knowledge["record"]): Day | null {
  let standing: Day | null = null;
  let ever: Day | null = null;
  for (const { stance, source, recorded, retraction } of claim.evidence) {
    if (stance !== "supports" || !isRecordedBy(recorded.at, record)) continue;
    const day = publicationOf(source, graph);
    if (day === null) continue;
    if (ever === null || day < ever) ever = day;
    if (!isRetractedBy(retraction, record) && (standing === null || day < standing)) standing = day;
  }
  return standing ?? ever;
}

/** The first version of each claim's chain, by claim id. A predecessor that is not in the list begins a chain of its own. */
export function rootsOf(claims: readonly Pick<Version, "id" | "supersedes">[]): ReadonlyMap<Id, Id> {
  const before = new Map(claims.map((c) => [c.id, c.supersedes]));
  const roots = new Map<Id, Id>();
  for (const { id, supersedes } of claims) {
    if (supersedes === null) {
      roots.set(id, id);
      continue;
    }
    let root = id;
    const seen = new Set([id]);
    for (let next = before.get(root); next && before.has(next) && !seen.has(next); next = before.get(root)) {
      root = next;
      seen.add(next);
    }
    roots.set(id, root);
  }
  return roots;
}

/**
 * The claims that stand under a view (docs/model.md, History), in the order of the input. The claims of a chain are versions
 * of one claim (docs/decisions/002): one is hidden by any later version that is recorded and published, also when that
 * later one was retracted: a retraction leaves nothing, it does not bring back what had been found wrong before.
 * `publishedOf` says when the public could know a claim: its evidence for a status or listing, its source for a statement.
 */
export function visibleChain<C extends Version>(
  claims: readonly C[],
  { known, record }: Knowledge,
  publishedOf: (claim: C) => Day | null,
): C[] {
  const out = claims.filter((claim) => {
    const published = publishedOf(claim);
    return published !== null && isPublishedBy(published, known) && isRecordedBy(claim.recorded.at, record);
  });
  const roots = rootsOf(claims);
  const newest = new Map<Id | undefined, number>();
  for (const { id, seq } of out) newest.set(roots.get(id), Math.max(seq, newest.get(roots.get(id)) ?? seq));
  return out.filter((c) => newest.get(roots.get(c.id)) === c.seq && !isRetractedBy(c.retraction, record));
}

/**
 * The earlier versions of a claim that were recorded by `record`, newest first: what it replaced. Published or not, since
 * this tells the record's own story.
 */
export function replacedBy<C extends Version>(
  claim: C,
  claims: readonly C[],
  record: Knowledge["record"],
): C[] {
  const roots = rootsOf(claims);
  return claims
    .filter(
      (c) =>
        c.seq < claim.seq && roots.get(c.id) === roots.get(claim.id) && isRecordedBy(c.recorded.at, record),
    )
    .sort((a, b) => b.seq - a.seq);
}

/** The public went by a claim from the day `from` until the day `until`; null: to this day. */
export type KnownTime<C> = { readonly claim: C; readonly from: Day; readonly until: Day | null };

/**
 * When the public went by which of these claims, as the record reads now, in the order of the input: from the publication of a
 * claim until that of a later version of it. None for a claim that was retracted.
 */
export function knownTimes<C extends Version & Evidenced>(
  claims: readonly C[],
  graph: SourceGraph,
): KnownTime<C>[] {
  const roots = rootsOf(claims);
  const dated = claims.flatMap((claim) => {
    const from = publishedOn(claim, graph, null);
    return from === null ? [] : [{ claim, from, root: roots.get(claim.id) }];
  });
  const versions = grouped(dated, ({ root }) => root);
  return dated
    .filter(({ claim }) => claim.retraction === null)
    .map(({ claim, from, root }) => {
      const later = versions.get(root)?.filter((other) => other.claim.seq > claim.seq) ?? [];
      const until = later.reduce<Day | null>((min, o) => (min === null || o.from < min ? o.from : min), null);
      return { claim, from, until };
    });
}
