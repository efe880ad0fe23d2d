import type { Choice } from "@/intake/names/choose";
import { CARRIERS, PHONES, SELLERS, SHOPS } from "@/intake/rules/nouns";
import type { Token } from "@/intake/text/tokens";
import type { Act, Parsed } from "./act";
import type { Article } from "./article";
import { isMakers, nearestSellers, speakerIn, subjectBefore } from "./nearest-sellers";
import type { Scene } from "./scene";
import { DEFINITE, hasForm, INDEFINITE, type Meant, QUANTITY, region } from "./words-nearby";

const SUBJECT_PRONOUNS = new Set("it they which who".split(" "));
const NUMBERS = new Map([
  ["two", 2],
  ["three", 3],
  ["four", 4],
]);
const FIRST_PERSON = new Set("we we'll we're we've our".split(" "));
const OTHERS = new Set("rival other another every no any competing".split(" "));
const RANKS = new Set(
  "biggest largest smallest number no. second-largest third-largest fourth-largest".split(" "),
);

/** A word that stands for one seller or several, before the deed or, led by a preposition, after it. */
export function sellerReference(
  article: Article,
  scene: Scene,
  n: number,
  parsed: Parsed,
  act: Act,
  follows: boolean,
): Meant<Choice> | "foreign" | null {
  const end = article.sentences[n]?.to ?? 0;
  for (const at of region(article, parsed, act, follows ? "right" : "left", end)) {
    // "It comes after Samsung released the phone": the maker did, whatever "it" is.
    if (!follows && (scene.groups[n]?.makers ?? []).some((one) => one.to === act.from && at < one.from))
      return "foreign";
    const meant = sellerWord(article, scene, n, at, follows);
    if (meant) return meant === "foreign" || meant.length === 0 ? "foreign" : { members: meant, at };
  }
  return null;
}

function sellerWord(
  article: Article,
  scene: Scene,
  n: number,
  at: number,
  follows: boolean,
): readonly Choice[] | "foreign" | null {
  const token = article.tokens[at] as Token;
  const earlier = article.tokens.slice(Math.max(0, at - 3), at).map((t) => t.lower);
  if (hasForm(token, SELLERS)) {
    const kind = hasForm(token, CARRIERS) ? false : hasForm(token, SHOPS) ? true : null;
    if (kind === null && isMakers(scene, n, at)) return "foreign";
    const two = earlier
      .slice(-2)
      .find((word) => QUANTITY.has(word) || word === "neither" || word === "either");
    if (token.lower.endsWith("s") && !two) {
      // "Its stores have the phone."
      if (kind === true && earlier.slice(-2).some((word) => ["its", "own", "'s"].includes(word)))
        return nearestSellers(scene, n, at, 1, null);
      return "foreign";
    }
    if (earlier.some((word) => OTHERS.has(word))) return "foreign";
    if (!two && !earlier.some((word) => DEFINITE.has(word)) && earlier.some((word) => INDEFINITE.has(word)))
      return "foreign";
    const count = two ? (NUMBERS.get(two) ?? 2) : 1;
    const near = nearestSellers(scene, n, at, count, kind);
    // "all four carriers": only where the text names as many.
    if (count > 2 && near.length < count) {
      const all = scene.allSellers.filter(({ entity }) => entity.kind === "carrier");
      return kind === false && all.length === count ? all : "foreign";
    }
    return near;
  }
  if (["both", "neither", "either"].includes(token.lower)) {
    // "on both networks"
    const next = article.tokens[at + 1];
    const kind = next && hasForm(next, CARRIERS) ? false : next && hasForm(next, SHOPS) ? true : null;
    const found = nearestSellers(scene, n, at, 2, kind);
    return found.length > 0 ? found : null;
  }
  const number = NUMBERS.get(token.lower);
  if (
    number &&
    ["all", "the", "these"].includes(earlier.at(-1) ?? "") &&
    !article.tokens[at + 1]?.forms.some((form) => PHONES.has(form))
  ) {
    const row = nearestSellers(scene, n, at, number, null);
    return row.length === number ? row : null;
  }
  if (token.lower === "there" && follows) return nearestSellers(scene, n, at, 1, null);
  // "all four carriers": the noun after it says how many.
  const noun = article.tokens.slice(at + 1, at + 5).some((next) => hasForm(next, SELLERS));
  if (token.lower === "all" && follows && earlier.at(-1) !== "at" && !noun)
    return nearestSellers(scene, n, at, 8, null);
  if (follows)
    return (token.lower === "its" || token.lower === "their") && article.tokens[at + 1]?.isWord
      ? subjectBefore(article, scene, n, at)
      : null;
  if (token.lower === "it" || token.lower === "they") return subjectBefore(article, scene, n, at);
  if (SUBJECT_PRONOUNS.has(token.lower))
    return isMakers(scene, n, at) ? "foreign" : nearestSellers(scene, n, at, 1, null);
  if (FIRST_PERSON.has(token.lower)) return speakerIn(article, scene, n, at);
  if (RANKS.has(token.lower) && earlier.includes("the")) return nearestSellers(scene, n, at, 1, false);
  return null;
}
