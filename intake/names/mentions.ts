import type { Sentence } from "@/intake/text/sentences";
import type { Token } from "@/intake/text/tokens";
import { brandEnd, brandMention, isFamily, isOther, phonesBefore, strangerEnd } from "./brands";
import { withFamilies } from "./families";
import type { Entity, Lexicon } from "./lexicon";
import type { Mention } from "./mention";
import { type Hit, isSupported, isTitleCase, scan, variantEnd } from "./scan";
import { ellipsisAfter, tailAt, tailsOf } from "./shortened";

const entitiesOf = (hit: Hit): Entity[] => {
  const full = hit.readings.filter(({ how }) => how === "full");
  // "T-Mobile" is recorded as a name of one carrier and only shortens others: the places decide between all of them.
  return (
    full.length > 0 && hit.readings.every(({ entity }) => entity.kind === "device") ? full : hit.readings
  ).map(({ entity }) => entity);
};

const isMaker = (entity: Entity) => entity.kind === "manufacturer";
const isDevice = (entity: Entity) => entity.kind === "device";

/** A maker's name alone, with its phones ("Huawei phones"), or with a product that the record lacks ("HTC One"). */
function aroundMaker(tokens: readonly Token[], hit: Hit, inTitle: boolean): Mention {
  const entities = entitiesOf(hit);
  const makers = entities.filter(isMaker);
  if (makers.length > 0) {
    const brand = brandEnd(tokens, hit.to);
    if (brand && isOther(tokens[hit.from - 1]))
      return { from: hit.from, to: brand.end, entities: [], sort: "unknown" };
    if (brand) return brandMention(hit.from, brand.end, makers, !brand.plural);
    const start = phonesBefore(tokens, hit.from);
    if (start !== null) return brandMention(start, hit.to, makers, false);
    const end = inTitle ? hit.to : strangerEnd(tokens, hit.to);
    if (end > hit.to) return { from: hit.from, to: end, entities: makers, sort: "unknown" };
  }
  return { from: hit.from, to: hit.to, entities, sort: "name" };
}

function mentionOf(tokens: readonly Token[], hit: Hit, lexicon: Lexicon, inTitle: boolean): Mention {
  const entities = entitiesOf(hit);
  if (!entities.every(isDevice)) return aroundMaker(tokens, hit, inTitle);
  const end = variantEnd(tokens, hit.to);
  if (end > hit.to) return { from: hit.from, to: end, entities, sort: "unknown" };
  const first = lexicon.readings.get(tokens[hit.from]?.key ?? "")?.map(({ entity }) => entity) ?? [];
  const inside = first.filter(({ kind }) => kind === "carrier" || kind === "retailer");
  return { from: hit.from, to: hit.to, entities, sort: "name", ...(inside.length > 0 ? { inside } : {}) };
}

/** Names that the first reading missed: "the Note7" after Galaxy Note 7, "and 5c" after iPhone 5s, "Droid Razr" of a known family. */
function more(tokens: readonly Token[], found: readonly Mention[], lexicon: Lexicon): Mention[] {
  const taken = new Uint8Array(tokens.length);
  for (const { from, to } of found) taken.fill(1, from, to);
  const tails = new Map<string, Entity[]>();
  const added: Mention[] = [];
  const add = (from: number, to: number, entities: readonly Entity[], sort: Mention["sort"]) => {
    if (taken.subarray(from, to).includes(1)) return;
    taken.fill(1, from, to);
    added.push({ from, to, entities, sort });
  };
  for (const mention of found) {
    if (mention.sort !== "name" || !mention.entities.every(isDevice)) continue;
    for (const tail of tailsOf(tokens.slice(mention.from, mention.to))) {
      const known = tails.get(tail) ?? [];
      tails.set(tail, [...new Set([...known, ...mention.entities])].slice(0, 8));
    }
    const next = ellipsisAfter(tokens, mention.from, mention.to, lexicon);
    if (next) add(next.from, next.to, next.entities, "name");
  }
  for (let i = 0; i < tokens.length; i++) {
    if (taken[i]) continue;
    const tail = tailAt(tokens, i, tails);
    if (tail)
      add(tail.from, tail.to, tail.entities, variantEnd(tokens, tail.to) > tail.to ? "unknown" : "name");
    else if (isFamily(tokens[i] as Token, lexicon)) {
      const end = strangerEnd(tokens, i + 1);
      if (end > i + 1 || (tokens[i] as Token).lower.startsWith("iphone")) add(i, end, [], "unknown");
    }
  }
  return added;
}

/** "Huawei's flagship P10", "the last LG phone, the LG Velvet": the brand only introduces the device. */
function withoutTitles(tokens: readonly Token[], mentions: readonly Mention[]): Mention[] {
  return mentions.filter((mention, nth) => {
    const next = mentions[nth + 1];
    if (mention.sort !== "brand" || !next || next.sort !== "name" || !next.entities.every(isDevice))
      return true;
    return !tokens.slice(mention.to, next.from).every(({ lower }) => lower === "," || lower === "the");
  });
}

/** The slugs named beyond doubt, with those of everyday words that are supported somewhere: support holds for the whole text. */
function supported(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  hits: readonly Hit[],
  named: ReadonlySet<string>,
): Set<string> {
  const all = new Set(named);
  let nth = 0;
  for (const hit of hits) {
    while (nth < sentences.length - 1 && (sentences[nth] as Sentence).to <= hit.from) nth += 1;
    if (hit.doubtful && isSupported(tokens, hit, sentences[nth] as Sentence, named))
      for (const { entity } of hit.readings) all.add(entity.slug);
  }
  return all;
}

/** Everything that the text names, in order, none overlapping another. */
export function mentionsOf(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  lexicon: Lexicon,
): Mention[] {
  const hits = scan(tokens, lexicon);
  const named = new Set(
    hits.filter((hit) => !hit.doubtful).flatMap((hit) => hit.readings.map(({ entity }) => entity.slug)),
  );
  const certain = supported(tokens, sentences, hits, named);
  const found: Mention[] = [];
  let nth = 0;
  let title: boolean | null = null;
  for (const hit of hits) {
    while (nth < sentences.length - 1 && (sentences[nth] as Sentence).to <= hit.from) {
      nth += 1;
      title = null;
    }
    const sentence = sentences[nth] as Sentence;
    title ??= isTitleCase(tokens, sentence);
    if (hit.doubtful && !isSupported(tokens, hit, sentence, certain)) continue;
    const mention = mentionOf(tokens, hit, lexicon, title);
    const before = found.at(-1);
    if (before && before.to > mention.from) found.pop();
    found.push(mention);
  }
  const all = [...found, ...more(tokens, found, lexicon)].sort((a, b) => a.from - b.from);
  return withFamilies(tokens, withoutTitles(tokens, all), lexicon);
}
