import { PHONES } from "@/intake/rules/nouns";
import type { Token } from "@/intake/text/tokens";
import type { Act, Parsed } from "./act";
import type { Article } from "./article";
import type { Product } from "./groups";
import { before, productKey, type Scene } from "./scene";
import { DEFINITE, hasForm, INDEFINITE, type Meant, QUANTITY, region } from "./words-nearby";

const PLURAL = new Set("they them these those both all".split(" "));
const SINGULAR = new Set("it this that".split(" "));

/** "an unlocked model" is one of the phone that the text is about. */
const UNLOCKED = new Set([
  "unlocked",
  "sim-free",
  "contract-free",
  "carrier-free",
  "off-contract",
  "replacement",
]);

const EARLIER = new Set("last previous older earlier predecessor former second third next future".split(" "));

/** Whether a common noun points at something known: "the phone", not "an Android phone". */
function isPointed(article: Article, at: number): boolean {
  // "last year's model", "the previous phone": another one.
  if (article.tokens.slice(Math.max(0, at - 4), at).some(({ lower }) => EARLIER.has(lower))) return false;
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    const { lower } = article.tokens[i] as Token;
    if (DEFINITE.has(lower) || UNLOCKED.has(lower)) return true;
    if (
      INDEFINITE.has(lower) ||
      !(article.tokens[i] as Token).isWord ||
      /^(?:\d+|million|billion|most)$/.test(lower)
    )
      return false;
  }
  return false;
}

type Word = { readonly at: number; readonly plural: boolean } | "foreign" | null;

const wordBefore = (article: Article, at: number): string => article.tokens[at - 1]?.lower ?? "";

/** A word that stands for a device, with its number. An indefinite phone ("an Android phone") is none that is known. */
function deviceWord(article: Article, act: Act, region_: readonly number[], object: boolean): Word {
  for (const at of region_) {
    const token = article.tokens[at] as Token;
    if (article.slots(at)?.slots.includes("product")) return null;
    if (hasForm(token, PHONES)) {
      if (!isPointed(article, at)) return "foreign";
      const two = article.tokens.slice(Math.max(0, at - 2), at).some((t) => QUANTITY.has(t.lower));
      return { at, plural: token.lower.endsWith("s") || two };
    }
    if (token.lower === "one" && (wordBefore(article, at) === "this" || wordBefore(article, at) === "that"))
      return { at, plural: false };
    if ((token.lower === "latter" || token.lower === "former") && wordBefore(article, at) === "the")
      return { at, plural: false };
    if (token.lower === "pair" && article.tokens[at - 1]?.lower === "the") return { at, plural: true };
    // "at both EE and Carphone Warehouse"
    if (article.slots(at + 1)?.slots.includes("seller")) continue;
    const close = at - act.to < 2;
    if (object && close && PLURAL.has(token.lower)) return { at, plural: true };
    if (SINGULAR.has(token.lower) && (object ? close : token.lower === "it")) {
      const next = article.tokens[at + 1];
      if (token.lower === "it" || !next?.isWord || next.lower === "in" || next.lower === "from")
        return { at, plural: false };
    }
  }
  return null;
}

const distinct = (products: readonly Product[]): Product[] => [
  ...new Map(products.map((product) => [productKey(product), product])).values(),
];

/** How many sentences back a word may point where the text is about several devices. */
const FAR = 8;

/** Where a text says what it is about: so many sentences. */
const OPENING = 12;

/** "either device", "the pair" far below: the first row of devices of the text that has the one it is about. */
function pairOf(scene: Scene, n: number): readonly Product[] {
  const topics = new Set(scene.topicProducts.map(productKey));
  for (const { products } of scene.groups.slice(0, Math.min(n, OPENING))) {
    const row = products.find(
      ({ members, aside }) =>
        !aside && members.length > 1 && members.some((one) => topics.has(productKey(one))),
    );
    if (row) return row.members;
  }
  return [];
}

/** Which device or devices a word means: the nearest named before it, else what the text is about. */
function meantProducts(
  article: Article,
  scene: Scene,
  n: number,
  at: number,
  plural: boolean,
  exactly: boolean,
): readonly Product[] {
  // A product that the record lacks is no ground for "the phone", where the text is about one that it has.
  const near = before(scene, (groups) => groups.products, n, at, 3).filter(
    (group) =>
      scene.topicProducts.length === 0 || group.members.some((product) => product.sort !== "unknown"),
  );
  // "the Sprint and Verizon models" are of the phone that the text is about.
  if (article.slots(at - 1)?.slots.includes("seller") && scene.topicProducts.length === 1)
    return scene.topicProducts;
  // "The Phone Co-op sold the Fairphone 3 and has begun selling the new model"
  if (!plural && wordBefore(article, at) === "new" && scene.topicProducts.length === 1)
    return scene.topicProducts;
  if (plural) {
    const row = near.find((group) => group.members.length > 1);
    if (row) return row.members;
    if (exactly) return pairOf(scene, n);
    const [nearest] = near;
    if (nearest?.members.some((product) => product.sort === "brand")) return nearest.members;
    const known = distinct(near.flatMap((group) => group.members)).filter(
      (product) => product.sort === "device",
    );
    return known.length > 0 ? known.slice(0, 2) : scene.topicProducts;
  }
  const single = near.find((group) =>
    group.members.some((product) => product.sort !== "brand" || product.singular),
  );
  const rank = ["latter", "former"].indexOf(article.tokens[at]?.lower ?? "");
  if (rank >= 0) {
    const named = near.flatMap(({ members }) => members.toReversed());
    return named[rank] ? [named[rank]] : [];
  }
  // "has never sold a Pixel, won't offer this one": not the one just named.
  if (article.tokens[at]?.lower === "one" && scene.topicProducts.length === 1) return scene.topicProducts;
  // A new paragraph returns to what the text is about, where a device was only named on the way.
  const isPhrase = article.tokens[at]?.lower !== "it";
  const spokenOf = isPhrase || saysPhone(article, n, at);
  if (spokenOf && single && scene.topicProducts.length === 1 && isInOtherParagraph(article, n, single))
    return scene.topicProducts;
  if (single) {
    const [last] = single.members.slice(-1);
    if (last?.sort === "brand") return ofMaker(scene, last);
    return single.members.slice(-1);
  }
  if (scene.topicProducts.length === 1) return scene.topicProducts;
  // Of two that the headline names, the one spoken of last.
  const far = before(scene, (groups) => groups.products, n, at, FAR).find(
    ({ members: [one] }) => one?.sort === "device",
  );
  return far?.members.slice(-1) ?? scene.topicProducts.slice(0, 1);
}

/** In how many words before it. */
const WITHIN = 60;

/** "Abroad, the phone is headed to more partners. EE will stock it": the paragraph speaks of the phone already. */
function saysPhone(article: Article, n: number, at: number): boolean {
  const { paragraph } = article.sentences[n] as { paragraph: number };
  let first = n;
  while (first > 0 && n - first < FAR && article.sentences[first - 1]?.paragraph === paragraph) first -= 1;
  return article.tokens
    .slice(Math.max(article.sentences[first]?.from ?? 0, at - WITHIN), at)
    .some((token, i, all) => hasForm(token, PHONES) && all[i - 1]?.lower === "the");
}

/** Whether a group, at most a few sentences before, stands in another paragraph. */
function isInOtherParagraph({ sentences }: Article, n: number, group: { readonly from: number }): boolean {
  let own = n;
  while (own > 0 && (sentences[own]?.from ?? 0) > group.from) own -= 1;
  return sentences[own]?.paragraph !== sentences[n]?.paragraph;
}

/** "Samsung's new flagship" is the device of Samsung that the text is about; without one it stays a phone of the brand. */
export function ofMaker(scene: Scene, brand: Extract<Product, { sort: "brand" }>): readonly Product[] {
  const own = scene.topicProducts.filter((p) => p.sort === "device" && p.entity.maker === brand.entity.slug);
  return own.length > 0 ? own : [brand];
}

/** The devices that a word in the place of the device means; null when there is no such word. */
export function productReference(
  article: Article,
  scene: Scene,
  n: number,
  parsed: Parsed,
  act: Act,
  deviceFirst: boolean,
): Meant<Product> | "foreign" | null {
  const end = article.sentences[n]?.to ?? 0;
  const sides = deviceFirst ? (["left", "right"] as const) : (["right"] as const);
  for (const which of sides) {
    const word = deviceWord(article, act, region(article, parsed, act, which, end), which === "right");
    if (word === "foreign") {
      // The opening may bring its device in without a name: "the first to sell a telephone that runs on Android".
      if (
        which === "right" &&
        n < 3 &&
        n > 0 &&
        scene.topicProducts.length === 1 &&
        act.match.rule.effect !== "works"
      )
        return { members: scene.topicProducts, at: act.to };
      return which === "left" ? null : "foreign";
    }
    if (word) {
      const exactly = article.tokens
        .slice(Math.max(0, word.at - 2), word.at + 1)
        .some((t) => QUANTITY.has(t.lower));
      const members = meantProducts(article, scene, n, word.at, word.plural, exactly);
      return members.length > 0 ? { members, at: word.at } : "foreign";
    }
  }
  return null;
}
