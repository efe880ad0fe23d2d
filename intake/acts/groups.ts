import { type Choice, choose, placeOfPublisher, placesOf, type Surroundings } from "@/intake/names/choose";
import type { Entity } from "@/intake/names/lexicon";
import { devicesOf, isProduct, type Mention, makersOf, sellersOf } from "@/intake/names/mention";
import type { Sentence } from "@/intake/text/sentences";
import type { Token } from "@/intake/text/tokens";
import { HIDDEN } from "@/intake/text/tokens";
import { type Article, wordsOf } from "./article";
import { isShop, linked, storeOf, storesByMaker } from "./stores";
import { isVerbish } from "./verbs";

/** What stands in the place of a device. */
export type Product =
  | { readonly sort: "device"; readonly entity: Entity; readonly options: readonly Entity[] }
  | { readonly sort: "brand"; readonly entity: Entity; readonly singular: boolean }
  | { readonly sort: "unknown"; readonly name: string; readonly maker: string | null };

/** Names in a row: "AT&T, Verizon and Sprint". `aside`: named for comparison, as a parent, as a place of work; takes no part. */
export type Group<T> = {
  readonly from: number;
  readonly to: number;
  readonly members: readonly T[];
  readonly aside: boolean;
};
export type SellerGroup = Group<Choice>;
export type ProductGroup = Group<Product>;
export type Groups = {
  readonly sellers: readonly SellerGroup[];
  readonly products: readonly ProductGroup[];
  readonly makers: readonly Group<Entity>[];
};

/** Words before a device that set it beside the one spoken of. */
const COMPARING = new Set(
  "like unlike than versus vs rival rivals similar compared against rivalling successor predecessor follow-up answer alternative resembles mimics".split(
    " ",
  ),
);
/** Words before a seller that make it an owner, a rival or a thing to be bought. */
const OWNING = new Set(
  "belongs owned parent owner subsidiary unit division acquire acquired acquires buy bought merge merged merger takeover part unlike like than against leave left".split(
    " ",
  ),
);

const NETWORKS = new Set(["network", "venture", "brand", "operator", "carrier"]);

function isAside(tokens: readonly Token[], at: number, from: number, words: ReadonlySet<string>): boolean {
  for (let i = at - 1; i >= Math.max(from, at - 4); i--) {
    const token = tokens[i] as Token;
    if (!token.isWord && token.text !== "'s") return false;
    if (token.lower.endsWith("ing") && token.lower.length > 4 && !words.has(token.lower)) return false;
    // "can be bought from Vodafone" makes Vodafone no owner.
    if (/^(?:buy|bought)$/.test(token.lower) && /^(?:from|at|through)$/.test(tokens[i + 1]?.lower ?? ""))
      return false;
    if (words.has(token.lower)) return true;
    // "EE, the network of Orange and T-Mobile": its owners.
    if (words === OWNING && NETWORKS.has(token.lower) && tokens[i + 1]?.lower === "of") return true;
    if (
      ["sells", "sell", "carry", "carries", "and", "at", "from", "has", "will", "is", "of"].includes(
        token.lower,
      )
    ) {
      if (token.lower === "of" || token.lower === "from") continue;
      return false;
    }
  }
  return false;
}

/** "the Galaxy Note 7's successor" is another phone. */
const hasSuccessor = (tokens: readonly Token[], to: number): boolean =>
  tokens[to]?.lower === "'s" &&
  /^(?:successor|predecessor|follow-up|replacement)$/.test(tokens[to + 1]?.lower ?? "");

/** "Telekom's sister brand Congstar": the owner of the one that is meant. */
function ownsNext(tokens: readonly Token[], to: number): boolean {
  if (tokens[to]?.lower !== "'s") return false;
  const after = tokens.slice(to + 1, to + 4);
  const at = after.findIndex(({ lower }) => /^(?:brand|unit|subsidiary|arm|label|offshoot)$/.test(lower));
  return at >= 0 && tokens[to + at + 2]?.isCapital === true;
}

function grouped<T>(
  tokens: readonly Token[],
  items: readonly { mention: Mention; member: T }[],
  sentence: Sentence,
  words: ReadonlySet<string>,
): Group<T>[] {
  const groups: { from: number; to: number; members: T[]; aside: boolean }[] = [];
  let owner: number | null = null;
  for (const { mention, member } of items) {
    if (words === OWNING && ownsNext(tokens, mention.to)) {
      owner = mention.from;
      continue;
    }
    const last = groups.at(-1);
    // "at A, B is …": a row ends with "and B".
    const next = mention.from - (last?.to ?? 0) === 1 && tokens[mention.from - 1]?.text === ",";
    // "from Vodafone, and EE will add it"
    const isPair =
      last?.members.length === 1 &&
      last.from !== sentence.from &&
      mention.from - last.to === 2 &&
      tokens[last.to]?.text === ",";
    const speaks = (isPair || (next && last?.from !== sentence.from)) && isVerbish(tokens[mention.to]);
    if (last && (last.to === mention.to || (!speaks && linked(tokens, last.to, mention.from)))) {
      last.members.push(member);
      last.to = mention.to;
    } else {
      const aside = isAside(tokens, mention.from, sentence.from, words) || hasSuccessor(tokens, mention.to);
      groups.push({ from: owner ?? mention.from, to: mention.to, members: [member], aside });
    }
    owner = null;
  }
  return groups;
}

/** A name as it is written, without what of it is not seen. */
const spelled = (words: string): string => words.replaceAll(HIDDEN, "").replace(/\s+/g, " ");

function productOf(article: Article, mention: Mention): Product {
  const [entity] = mention.entities;
  if (mention.sort === "unknown" || !entity) {
    const maker = entity?.kind === "manufacturer" ? entity.slug : (entity?.maker ?? null);
    return { sort: "unknown", name: spelled(wordsOf(article, mention.from, mention.to)), maker };
  }
  if (mention.sort === "brand") return { sort: "brand", entity, singular: mention.singular ?? false };
  const devices = devicesOf(mention);
  return { sort: "device", entity: devices[0] as Entity, options: devices };
}

const TWINS = new Set(
  "duo pair twins siblings phones handsets smartphones devices lineup line-up series family range models".split(
    " ",
  ),
);

/** "the Pixel duo", "the Galaxy S9 phones": all devices of that name that the text names in full. */
function twinsOf(article: Article, mention: Mention): Product[] {
  const own = productOf(article, mention);
  if (own.sort !== "device") return [own];
  const last = article.tokens[mention.to - 1]?.lower ?? "";
  const isPlural = last.endsWith("s") && !own.entity.name.toLowerCase().endsWith(last);
  if (!isPlural && !TWINS.has(article.tokens[mention.to]?.lower ?? "")) return [own];
  const kin = new Map<string, Entity>();
  for (const { sort, entities } of article.mentions) {
    const [entity] = entities;
    if (sort === "name" && entity?.kind === "device" && entity.name.startsWith(own.entity.name))
      kin.set(entity.slug, entity);
  }
  if (kin.size < 2) return [own];
  return [...kin.values()].map((entity) => ({ sort: "device", entity, options: [entity] }));
}

/** "Motorola's folding phone" names Motorola as well. */
const ownerOf = (article: Article, mention: Mention): Entity | null =>
  mention.sort === "brand" &&
  article.tokens.slice(mention.from, mention.to).some(({ lower }) => lower === "'s")
    ? (mention.entities[0] ?? null)
    : null;

/** "Vodafone had been lined up in the UK, Germany, Italy and Spain": one of that name in each; null for less than two. */
function inEachCountry(
  options: readonly Entity[],
  mention: Mention,
  sentence: Sentence,
  places: Surroundings["places"],
): Choice[] | null {
  if (options.length < 2) return null;
  const after = places.filter(({ at }) => at >= mention.to && at < sentence.to);
  const row = after.slice(0, 1);
  for (const place of after.slice(1)) if (place.at - (row.at(-1)?.at ?? 0) <= 3) row.push(place);
  const found = row.flatMap(({ country }) =>
    options.filter((entity) => entity.country === country).slice(0, 1),
  );
  const each = [...new Set(found)];
  return each.length < 2 ? null : each.map((entity) => ({ entity, options, certain: true }));
}

/** The groups of every sentence. Ambiguous sellers are chosen by the countries around them. */
export function groupsOf(article: Article, entities: readonly Entity[]): Groups[] {
  const { tokens, sentences, mentionsIn } = article;
  const carriers = new Map<string, number>();
  for (const mention of article.mentions) {
    const [only, more] = sellersOf(mention);
    if (only?.country && !more) carriers.set(only.country, (carriers.get(only.country) ?? 0) + 1);
  }
  const around: Surroundings = {
    places: placesOf(tokens),
    carriers,
    publisher: placeOfPublisher(article.publisher),
  };
  const stores = storesByMaker(entities);
  return sentences.map((sentence, n) => {
    const mentions = mentionsIn[n] ?? [];
    const sellers: { mention: Mention; member: Choice }[] = [];
    for (const mention of mentions) {
      const named = isShop(article, mention, mentions) ? sellersOf(mention) : [];
      const store = named.length === 0 ? storeOf(article, mention, sentence, stores) : null;
      const options = store ? [store] : named;
      if (options.length > 0) {
        const spelling = wordsOf(article, mention.from, mention.to);
        const all = inEachCountry(options, mention, sentence, around.places);
        if (all) sellers.push(...all.map((member) => ({ mention, member })));
        else sellers.push({ mention, member: choose(mention, options, spelling, sentence, around) });
      }
    }
    const products = mentions
      .filter(isProduct)
      .flatMap((mention) => twinsOf(article, mention).map((member) => ({ mention, member })));
    const makers = mentions
      .map((mention) => ({ mention, member: makersOf(mention)[0] ?? ownerOf(article, mention) }))
      .filter((item): item is { mention: Mention; member: Entity } => item.member !== null);
    return {
      sellers: grouped(tokens, sellers, sentence, OWNING),
      products: grouped(tokens, products, sentence, COMPARING),
      makers: grouped(tokens, makers, sentence, new Set()),
    };
  });
}
