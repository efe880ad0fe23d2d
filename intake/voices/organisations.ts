import type { Article } from "@/intake/acts/article";
import type { Groups } from "@/intake/acts/groups";
import type { Scene } from "@/intake/acts/scene";
import type { Entity } from "@/intake/names/lexicon";

/** The organisations named from `from` to `to`, in order. One of many of its name, which nothing tells apart, is none. */
export function orgsBetween(
  groups: Groups,
  from: number,
  to: number,
): { entity: Entity; at: number; to: number }[] {
  const sellers = groups.sellers.flatMap((g) =>
    g.from >= from && g.to <= to
      ? g.members
          .filter(({ certain, options }) => certain || options.length < 3)
          .map(({ entity }) => ({ entity, at: g.from, to: g.to }))
      : [],
  );
  const makers = groups.makers.flatMap((g) =>
    g.from >= from && g.to <= to ? g.members.map((entity) => ({ entity, at: g.from, to: g.to })) : [],
  );
  return [...sellers, ...makers].sort((a, b) => a.at - b.at);
}

/** The organisation spoken of last before a place, over a few sentences. `kind` narrows it. */
export function lastOrg(
  scene: Scene,
  n: number,
  at: number,
  kind: "carrier" | "shop" | "maker" | null,
): Entity | null {
  for (let s = n; s >= Math.max(0, n - 4); s--) {
    const groups = scene.groups[s];
    if (!groups) continue;
    const orgs = orgsBetween(groups, 0, at).filter(
      ({ entity }) =>
        kind === null ||
        (kind === "carrier" && entity.kind === "carrier") ||
        (kind === "shop" && entity.kind === "retailer") ||
        (kind === "maker" && entity.kind === "manufacturer"),
    );
    // The subject of a sentence before leads over what it merely names.
    const found = s === n ? orgs.at(-1) : orgs[0];
    if (found) return found.entity;
  }
  return null;
}

/** "X will sell it, the company said": the first organisation of the sentence that no preposition leads to. */
export function subjectOrg(article: Article, scene: Scene, n: number, at: number): Entity | null {
  const groups = scene.groups[n];
  if (!groups) return null;
  const found = orgsBetween(groups, 0, at).filter((org) => !isLed(article, org.at));
  if (found[0]) return found[0].entity;
  const led = orgsBetween(groups, 0, at).length > 0;
  const maker = led ? lastOrg(scene, n - 1, at, "maker") : null;
  if (maker) return maker;
  for (let s = n - 1; s >= Math.max(0, n - 3); s--) {
    const earlier = scene.groups[s] ? orgsBetween(scene.groups[s] as Groups, 0, at) : [];
    const subject = earlier.find((org) => !isLed(article, org.at)) ?? (s === n - 1 ? undefined : earlier[0]);
    if (subject) return subject.entity;
  }
  return null;
}

const LEADING = new Set(["by", "at", "from", "with", "through", "on", "to", "of", "via"]);
const isLed = (article: Article, at: number): boolean => LEADING.has(article.tokens[at - 1]?.lower ?? "");

/** "Neither would comment": the two organisations spoken of last. */
export function lastTwo(scene: Scene, n: number, at: number): Entity[] {
  const found = new Map<string, Entity>();
  for (let s = n; s >= Math.max(0, n - 4) && found.size < 2; s--) {
    const groups = scene.groups[s];
    if (groups)
      for (const { entity } of orgsBetween(groups, 0, at).toReversed())
        if (found.size < 2) found.set(entity.slug, entity);
  }
  return [...found.values()];
}
