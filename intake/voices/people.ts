import { type Article, wordsOf } from "@/intake/acts/article";
import type { Groups } from "@/intake/acts/groups";
import type { Entity } from "@/intake/names/lexicon";
import type { Token } from "@/intake/text/tokens";

/** Words for a post that lets a person speak for an organisation. */
export const POSTS = new Set(
  "ceo cfo cto coo cmo chief president chairman chairmen chairwoman creator co-creator chair head founder co-founder vice vp svp evp director manager executive exec executives boss officer heads leads runs".split(
    " ",
  ),
);
export const SPOKESPEOPLE = new Set(
  "spokesman spokeswoman spokesperson spokespeople representative rep reps representatives spokespersons official officials press-officer".split(
    " ",
  ),
);

/** A person with the organisation they speak for. `org` null: somebody who speaks for none that the record knows. */
export type Person = {
  readonly name: string;
  readonly last: string;
  readonly org: Entity | null;
  readonly at: number;
};

/** No article introduces more; each name is looked up among them. */
const MOST_PEOPLE = 100;

const PARTICLES = new Set("de van von di da la bin der el".split(" "));

const isNameWord = (token: Token | undefined): boolean =>
  token?.isWord === true && /^\p{Lu}[\p{L}'’-]+$/u.test(token.text) && !/^\p{Lu}{3,}$/u.test(token.text);

/** The nearest organisation of a sentence to a place, within so many tokens. */
function orgNear(groups: Groups, at: number, reach: number): Entity | null {
  let best: { entity: Entity; distance: number } | null = null;
  const consider = (from: number, to: number, entity: Entity) => {
    const distance = from > at ? from - at : at - to;
    if (distance <= reach && (!best || distance < best.distance)) best = { entity, distance };
  };
  for (const group of groups.makers)
    for (const entity of group.members) consider(group.from, group.to, entity);
  for (const group of groups.sellers)
    for (const { entity } of group.members) consider(group.from, group.to, entity);
  return (best as { entity: Entity } | null)?.entity ?? null;
}

/** "Dan Mead, Verizon Wireless' chief": the organisation with which an apposition begins. */
function orgAfter(article: Article, groups: Groups, end: number): Entity | null {
  if (article.tokens[end]?.text !== ",") return null;
  const begins = ({ from }: { readonly from: number }) => from === end + 1;
  return groups.sellers.find(begins)?.members[0]?.entity ?? groups.makers.find(begins)?.members[0] ?? null;
}

/** Where a person's name ends that begins at a token: "Niccolo de Masi". */
function nameEnd(article: Article, at: number): number {
  let end = at;
  while (end - at < 4) {
    const token = article.tokens[end];
    const fits = isNameWord(token) && !article.covered(end);
    const particle =
      end > at && token !== undefined && PARTICLES.has(token.lower) && isNameWord(article.tokens[end + 1]);
    if (!fits && !particle) break;
    end += 1;
  }
  return end;
}

/** "Avi Greengart, president of Techsponential": a post at an organisation that the record does not know. */
function isPostElsewhere(article: Article, end: number, to: number): boolean {
  if (article.tokens[end]?.text !== ",") return false;
  for (let i = end + 1; i < Math.min(to, end + 8); i++) {
    const token = article.tokens[i] as Token;
    if (token.text === "," || article.covered(i)) return false;
    const named = token.isCapital && token.isWord && !POSTS.has(token.lower);
    if (named && ["of", "at", "with"].includes(article.tokens[i - 1]?.lower ?? "")) return true;
  }
  return false;
}

/** The people of a text by their last names, the first time that they are introduced. */
export function peopleOf(article: Article, groups: readonly Groups[], topicMaker: Entity | null): Person[] {
  const people: Person[] = [];
  let lastOrg: Entity | null = null;
  article.sentences.forEach(({ from, to }, n) => {
    const here = groups[n] as Groups;
    for (let i = from; i < to - 1; i++) {
      const end = nameEnd(article, i);
      if (end - i < 2) continue;
      const around = article.tokens
        .slice(Math.max(from, i - 7), Math.min(to, end + 8))
        .map((token) => token.lower);
      const post = around.some((word) => POSTS.has(word) || SPOKESPEOPLE.has(word));
      const last = (article.tokens[end - 1] as Token).lower;
      const name = wordsOf(article, i, end);
      const comesFrom = article.tokens[end]?.lower === "of" || article.tokens[end]?.lower === "at";
      const foreign =
        (comesFrom && article.tokens[end + 1]?.isCapital && !article.covered(end + 1)) ||
        isPostElsewhere(article, end, to);
      const analyst = around.includes("analyst") || around.includes("analysts");
      const known = people.some((person) => person.last === last);
      if (!known && people.length < MOST_PEOPLE && (post || foreign || analyst)) {
        const founder = around.includes("founder") || around.includes("co-founder");
        const maker = founder ? (here.makers[0]?.members[0] ?? topicMaker ?? null) : null;
        const org: Entity | null =
          analyst || foreign
            ? null
            : (maker ?? orgAfter(article, here, end) ?? orgNear(here, i, 14) ?? lastOrg ?? topicMaker);
        people.push({ name, last, org, at: i });
      }
      i = end - 1;
    }
    // The subject of the sentence before: its first organisation.
    const maker = here.makers[0];
    const seller = here.sellers[0];
    lastOrg =
      (seller && (!maker || seller.from < maker.from) ? seller.members[0]?.entity : maker?.members[0]) ??
      null;
  });
  return people;
}

/** The person whom a token means, by last name. */
export const personAt = (article: Article, at: number, people: readonly Person[]): Person | null => {
  const token = article.tokens[at];
  if (!token?.isCapital) return null;
  return people.find((person) => person.last === token.lower) ?? null;
};
