import type { Entity } from "@/intake/names/lexicon";
import { type Mention, makersOf, sellersOf } from "@/intake/names/mention";
import type { Sentence } from "@/intake/text/sentences";
import type { Token } from "@/intake/text/tokens";
import type { Article } from "./article";

const LINKS = new Set([",", "and", "or", "&", "/", "as", "well", "the", "a", "both", "plus", "also", "an"]);

/** What a row of shops has beside the names: "at Sprint stores and some Walmart outlets". */
const PLACES_OF_SALE = new Set([
  "stores",
  "store",
  "shops",
  "outlets",
  "locations",
  "branches",
  "some",
  "select",
  "selected",
]);

/** Whether only what links a row stands between. A name that nobody knows may stand in the row, between its commas. */
export function linked(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 8 || to <= from) return false;
  let unknown = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    if (LINKS.has(token.lower) || PLACES_OF_SALE.has(token.lower)) continue;
    // "B&H Photo and Amazon": the name goes on.
    if (i === from && token.isCapital && token.isWord && LINKS.has(tokens[i + 1]?.lower ?? "")) continue;
    const starts = i > from && LINKS.has((tokens[i - 1] as Token).lower);
    if (!token.isWord || !token.isCapital || (!starts && unknown === 0)) return false;
    unknown += 1;
  }
  const last = tokens[to - 1] as Token;
  return unknown === 0 ? to - from <= 6 : unknown <= 2 && LINKS.has(last.lower);
}

const SHOPS_BEFORE = new Set(["retailers", "retailer", "stores", "shops", "outlets", "sellers"]);

const IN_A_ROW = new Set("including such as like and or with , : ( &".split(" "));

/** "Microsoft" in a row of shops is its store, where the record has one under that name. */
export function storeOf(
  article: Article,
  mention: Mention,
  sentence: Sentence,
  stores: ReadonlyMap<string, Entity>,
): Entity | null {
  const [maker] = makersOf(mention);
  const store = maker ? stores.get(maker.name.toLowerCase().split(" ")[0] ?? "") : undefined;
  if (!store) return null;
  for (let i = mention.from - 1; i >= Math.max(sentence.from, mention.from - 12); i--) {
    const token = article.tokens[i] as Token;
    if (SHOPS_BEFORE.has(token.lower)) return store;
    if (!token.isCapital && !IN_A_ROW.has(token.lower)) return null;
  }
  return null;
}

const SHOP_LED = new Set("at from through via by and or".split(" "));

/** A maker's name that stands for its store, which has a longer one, means the store where one buys, or beside other shops. */
export function isShop({ tokens }: Article, mention: Mention, all: readonly Mention[]): boolean {
  const [maker] = makersOf(mention);
  if (!maker || sellersOf(mention).some(({ name }) => name.replace(/ \(.*\)$/, "") === maker.name))
    return true;
  if (SHOP_LED.has(tokens[mention.from - 1]?.lower ?? "")) return true;
  return all.some(
    (other) =>
      other !== mention &&
      sellersOf(other).some(({ kind }) => kind === "retailer") &&
      (linked(tokens, other.to, mention.from) || linked(tokens, mention.to, other.from)),
  );
}

/** Makers' own stores by the first word of their names; a maker with several stores has none that its name alone could mean. */
export function storesByMaker(entities: readonly Entity[]): Map<string, Entity> {
  const found = new Map<string, Entity | null>();
  for (const entity of entities) {
    if (entity.kind !== "retailer" || !/^\S+ stores?$/i.test(entity.name)) continue;
    const first = entity.name.toLowerCase().split(" ")[0] ?? "";
    found.set(first, found.has(first) ? null : entity);
  }
  return new Map([...found].filter((pair): pair is [string, Entity] => pair[1] !== null));
}
