import type { Choice } from "@/intake/names/choose";
import { WORD_CLASSES } from "@/intake/rules/classes";
import { findProducts } from "./find-products";
import { findSellers, hasForeignSubject } from "./find-sellers";
import type { Product } from "./groups";
import { isAboutNoise } from "./other-matters";
import { type Found, type How, type Place, sellerFollows, side } from "./place";
import { isVerbish } from "./verbs";

export type Bound = {
  readonly sellers: readonly Choice[];
  readonly products: readonly Product[];
  readonly sellersBy: How;
  readonly productsBy: How;
};

const UNLOCKED = /^(?:unlocked|sim-free|contract-free|off-contract)$/;
const CLOSE = 4;
/** How many sentences back a paragraph is asked for what it is about. */
const REACH = 8;
const LOOSENING = new Set("of with for on to from about in than no ,".split(" "));

/** Common verbs ("has", "gets") count only with seller, verb and device close together. */
function isCloseTogether(place: Place, products: Found<Product>): boolean {
  const { article, scene, n, act } = place;
  if (!act.match.rule.weak) return true;
  if (
    products === null ||
    products === "foreign" ||
    products.how === "topic" ||
    products.how === "taken-over"
  )
    return false;
  const right = side(place, scene.groups[n]?.products ?? [], "right", true)[0];
  const at = products.at ?? right?.from ?? -1;
  return (
    at >= act.from &&
    at - act.to <= CLOSE &&
    !article.tokens.slice(act.to, at).some((t) => LOOSENING.has(t.lower) || isVerbish(t))
  );
}

/** "The launch is off", "Sales begin": the sale itself is the subject, so it is the one that the text is about. */
function namesASale({ article, act }: Place): boolean {
  return article.tokens
    .slice(Math.max(0, act.from - 4), act.to)
    .some((token) =>
      token.forms.some((form) => WORD_CLASSES.sale?.has(form) || WORD_CLASSES.plan?.has(form)),
    );
}

/** What a deed without a device is about: the one that its paragraph named last, else that of the text. */
function inFocus({ article, scene, n, act }: Place): readonly Product[] {
  const paragraph = article.sentences[n]?.paragraph;
  for (let s = n; s >= Math.max(0, n - REACH) && article.sentences[s]?.paragraph === paragraph; s--) {
    const group = scene.groups[s]?.products.findLast(
      ({ to, aside, members }) => to <= act.from && !aside && members.some(({ sort }) => sort === "device"),
    );
    if (group) return group.members;
  }
  return scene.topicProducts;
}

/** Whose a deed without a seller is: of the one that the text is about, unless the paragraph has turned to another. */
function sellersInFocus({ article, scene, n }: Place): readonly Choice[] {
  const paragraph = article.sentences[n]?.paragraph;
  for (let s = n - 1; s >= Math.max(0, n - REACH) && article.sentences[s]?.paragraph === paragraph; s--) {
    const groups = scene.groups[s]?.sellers.filter(({ aside }) => !aside) ?? [];
    const topic = new Set(scene.topicSellers.map(({ entity }) => entity));
    if (groups.some(({ members }) => members.some(({ entity }) => topic.has(entity))))
      return scene.topicSellers;
    // "While EE and Vodafone wait, Switzerland's Sunrise goes ahead.": the one that the sentence ends with.
    const group = groups.at(-1);
    if (group) return group.members;
  }
  return scene.topicSellers;
}

/** Who and what takes part in an act; null when nothing can be told without guessing. */
export function bind(place: Place): Bound | null {
  const { article, scene, n, act } = place;
  const products = findProducts(place);
  if (products === "foreign" || !isCloseTogether(place, products)) return null;
  const first = side(place, scene.groups[n]?.products ?? [], "right", true)[0]?.from ?? null;
  if (isAboutNoise(place, first)) return null;
  const sellers = findSellers(place);
  if (sellers === "foreign") return null;
  if (sellers === null && !sellerFollows(place) && hasForeignSubject(place)) return null;
  if (act.match.rule.weak && sellers === null) return null;
  // "sold only through Verizon, would become available unlocked": at nobody who is named.
  const after = article.tokens[act.to]?.lower ?? "";
  if (act.match.rule.id === "available" && UNLOCKED.test(after) && sellers?.how !== "named") return null;
  if (products === null && sellers === null && !namesASale(place)) return null;
  return {
    sellers: sellers?.members ?? sellersInFocus(place),
    sellersBy: sellers?.how ?? "topic",
    products: products?.members ?? inFocus(place),
    productsBy: products?.how ?? "topic",
  };
}
