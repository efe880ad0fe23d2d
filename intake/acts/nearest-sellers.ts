import type { Choice } from "@/intake/names/choose";
import { CARRIERS } from "@/intake/rules/nouns";
import type { Article } from "./article";
import { before, type Scene } from "./scene";

/** The nearest sellers before a place, of a kind. */
export function nearestSellers(
  scene: Scene,
  n: number,
  at: number,
  count: number,
  shopsOnly: boolean | null,
): Choice[] {
  const near = before(scene, (groups) => groups.sellers, n, at, 4);
  const fits = ({ entity }: Choice) => shopsOnly === null || (entity.kind === "retailer") === shopsOnly;
  if (count === 1) {
    for (const group of near) {
      const found = group.members.filter(fits);
      if (found.length > 0) return found.slice(0, 1);
    }
    return scene.topicSellers.filter(fits).slice(0, 1);
  }
  const row = near.find((group) => group.members.filter(fits).length >= 2);
  if (row) return row.members.filter(fits).slice(0, count);
  const found = new Map<string, Choice>();
  for (const choice of near.flatMap((group) => group.members))
    if (fits(choice)) found.set(choice.entity.slug, choice);
  return found.size >= 2 ? [...found.values()].slice(0, count) : [];
}

/** "The company" is the maker when a maker was named last. */
export function isMakers(scene: Scene, n: number, at: number): boolean {
  for (let s = n; s >= Math.max(0, n - 2); s--) {
    const groups = scene.groups[s];
    const seller = groups?.sellers.filter((g) => g.to <= at).at(-1)?.from ?? -1;
    const maker = groups?.makers.filter((g) => g.to <= at).at(-1)?.from ?? -1;
    if (seller >= 0 || maker >= 0) return maker > seller;
  }
  return false;
}

const LED = new Set("by at from with through on to of via for in about".split(" "));

const SAYS = new Set(
  "say says said wrote writes tweeted add adds added insist insists insisted confirm confirms confirmed state states stated".split(
    " ",
  ),
);

/** "while Vodafone says it has no plans": who says so right before. */
function sayerBefore(article: Article, scene: Scene, n: number, at: number): readonly Choice[] | null {
  const group = scene.groups[n]?.sellers.findLast(({ to }) => to <= at && at - to <= 3);
  const between = group ? article.tokens.slice(group.to, at) : [];
  return group && SAYS.has(between[0]?.lower ?? "") ? group.members : null;
}

/** "Canada's biggest carrier said … its stores": a phrase that opens the sentence stands for the carrier spoken of. */
function phraseBefore(article: Article, scene: Scene, n: number, at: number): readonly Choice[] | null {
  const { from } = article.sentences[n] as { from: number };
  if ((scene.groups[n]?.sellers ?? []).some((group) => group.to <= at)) return null;
  for (let i = from; i < Math.min(at, from + 6); i++) {
    const token = article.tokens[i];
    const singular = token?.isWord === true && !token.lower.endsWith("s");
    if (
      singular &&
      token.forms.some((form) => CARRIERS.has(form)) &&
      SAYS.has(article.tokens[i + 1]?.lower ?? "")
    ) {
      const near = nearestSellers(scene, n, i, 1, false);
      return near.length > 0 ? near : null;
    }
  }
  return null;
}

/** "Wind Mobile has said that it will": somebody of two names whom nobody knows is the subject. */
function opensWithStranger(article: Article, n: number, at: number): boolean {
  const { from } = article.sentences[n] as { from: number };
  return (
    from + 2 < at &&
    [from, from + 1].every((i) => {
      const token = article.tokens[i];
      return token?.isCapital === true && token.isWord && /[a-z]/.test(token.text) && !article.covered(i);
    }) &&
    !/^(?:the|in|at|but|and|for|on|its|their|as|a|an)$/.test(article.tokens[from]?.lower ?? "")
  );
}

/** "It" is the subject before: the first organisation of the sentence that no preposition leads to, else of the one before. */
export function subjectBefore(
  article: Article,
  scene: Scene,
  n: number,
  at: number,
): readonly Choice[] | "foreign" {
  const sayer = sayerBefore(article, scene, n, at);
  if (sayer) return sayer;
  if (opensWithStranger(article, n, at)) return "foreign";
  const phrase = phraseBefore(article, scene, n, at);
  if (phrase) return phrase;
  for (let s = n; s >= Math.max(0, n - 3); s--) {
    const groups = scene.groups[s];
    const free = (group: { from: number; to: number; aside: boolean }) =>
      group.to <= at && !group.aside && !LED.has(article.tokens[group.from - 1]?.lower ?? "");
    const seller = groups?.sellers.find(free);
    const maker = groups?.makers.find((group) => free(group) && article.tokens[group.to]?.lower !== "'s");
    if (seller && (!maker || seller.from < maker.from)) return seller.members;
    if (maker) return "foreign";
  }
  return nearestSellers(scene, n, at, 1, null);
}

/** '"We cancel some of them," Rubin wrote': a person says so of whom the words do not tell whom they speak for. */
function isStrangers(article: Article, n: number, at: number): boolean {
  const { to } = article.sentences[n] as { to: number };
  for (let i = at; i < to - 2; i++) {
    if (article.tokens[i]?.text !== '"') continue;
    const [first, second] = [article.tokens[i + 1], article.tokens[i + 2]];
    return first?.isCapital === true && SAYS.has(second?.lower ?? "") && !article.covered(i + 1);
  }
  return false;
}

/** "We" in a quotation is the seller named in the same sentence, first after the quotation, else before it. */
export function speakerIn(article: Article, scene: Scene, n: number, at: number): readonly Choice[] | null {
  const after = (scene.groups[n]?.sellers ?? []).find((group) => group.from > at);
  if (after) return after.members.slice(0, 1);
  if (isStrangers(article, n, at)) return null;
  const near = nearestSellers(scene, n, at, 1, null);
  return near.length > 0 ? near : null;
}
