import { daysBetween, parseEdtf } from "@/domain/edtf";
import type { Article } from "./acts/article";
import type { DateRead, Fact } from "./acts/fact";
import type { Product } from "./acts/groups";
import type { Scene } from "./acts/scene";
import type { Settled } from "./acts/settle";
import type { Entity } from "./names/lexicon";
import type { Passage, ProposedChange, ProposedDate, ProposedDevice, Question } from "./proposal";
import { sourceOf } from "./voices/attribution";
import type { Voices } from "./voices/listen";
import { quotesIn, quoteText } from "./voices/quotes";
import { reasonsOf } from "./voices/reasons";

/** Cuts a passage from the text as it was given. */
export type Words = (start: number, end: number) => Passage;

export const sentencePassage = (article: Article, words: Words, n: number): Passage => {
  const { start, end } = article.sentences[n] as { start: number; end: number };
  return words(start, end);
};

const deviceOf = (product: Product): ProposedDevice => {
  if (product.sort === "unknown") return { kind: "new", name: product.name, maker: product.maker };
  if (product.sort === "brand")
    return { kind: "brand", maker: product.entity.slug, name: product.entity.name };
  return { kind: "known", slug: product.entity.slug, name: product.entity.name };
};

const option = ({ slug, name }: Entity) => ({ slug, name });

/** "Mate 10" where the text is about the Mate 10 Pro may be short for it. */
function sibling(fact: Fact, scene: Scene): Entity | null {
  const { product } = fact;
  if (product.sort !== "device") return null;
  const topic = scene.topicProducts.find(
    (one) =>
      one.sort === "device" &&
      one.entity !== product.entity &&
      one.entity.name.startsWith(`${product.entity.name} `),
  );
  return topic?.sort === "device" ? topic.entity : null;
}

function questionsOf(fact: Fact, scene: Scene): Question[] {
  const { product, seller } = fact;
  const questions: Question[] = [];
  if (product.sort === "device" && product.options.length > 1) {
    questions.push({ about: "device", says: "Which device is meant?", options: product.options.map(option) });
  }
  const longer = sibling(fact, scene);
  if (product.sort === "device" && longer && questions.length === 0) {
    const says = `The text writes “${product.entity.name}” here, and is about the ${longer.name}. Which one is meant?`;
    questions.push({ about: "device", says, options: [longer, product.entity].map(option) });
  }
  if (seller.options.length > 1 && !seller.certain) {
    const kind = seller.entity.kind === "retailer" ? "shop" : "carrier";
    questions.push({ about: "seller", says: `Which ${kind} is meant?`, options: seller.options.map(option) });
  }
  return questions;
}

export const dateOf = (words: Words, date: DateRead): ProposedDate => ({
  edtf: date.edtf,
  words: date.words,
  passage: words(date.start, date.end),
});

/** "walked away", not "has walked away" nor "walks away": history, where it stands below the opening. */
function isToldAsPast(article: Article, fact: Fact): boolean {
  const first = article.tokens[fact.act.from];
  const before = article.tokens
    .slice(Math.max(0, fact.act.from - 3), fact.act.from)
    .map(({ lower }) => lower);
  const past = /ed$|^(?:gave|went|came|sold|took|put|began|got|hit)$/.test(first?.lower ?? "");
  return past && fact.sentence > 2 && !before.some((word) => ["has", "have", "'s", "'ve"].includes(word));
}

/** "announced it in the fall, now says it will not": what lies ahead has not the date of what was before. */
const isAhead = (fact: Fact): boolean => fact.act.bends.some(({ rule }) => rule.effect === "future");

/**
 * When a change took effect. The words' own date; else news is of the day of publication, and what the text tells in
 * passing was so by then.
 */
function effectiveOf(article: Article, words: Words, settled: Settled, main: boolean): ProposedDate {
  const dated = [settled.chosen, ...settled.facts].find((fact) => fact.effective !== null);
  if (dated?.effective) return dateOf(words, dated.effective);
  const nearby = settled.facts.find(
    (fact) => fact.nearby !== null && !isAhead(fact) && (!main || isToldAsPast(article, fact)),
  )?.nearby;
  if (nearby) return dateOf(words, nearby);
  const standing =
    settled.status === "carried" || settled.status === "retail-only" || settled.status === "ended";
  const edtf = main || !standing ? article.published : `../${article.published}`;
  return { edtf, words: null, passage: null };
}

function targetOf(words: Words, settled: Settled): ProposedDate | null {
  if (settled.status !== "planned") return null;
  // "this week … on Thursday, 1 November": the most exact of them.
  const targets = [settled.chosen, ...settled.facts].flatMap(({ target }) => (target ? [target] : []));
  const [first] = targets.toSorted((a, b) => length(a.edtf) - length(b.edtf));
  return first ? dateOf(words, first) : null;
}

/** How many days a date leaves open. */
function length(edtf: string): number {
  const read = parseEdtf(edtf);
  return read.ok ? daysBetween(read.value.earliest, read.value.latest) : Number.POSITIVE_INFINITY;
}

/** The news stands in the headline or the opening, or is told with today's date; the rest is background. */
function isMain(article: Article, settled: Settled): boolean {
  return settled.facts.some(
    (fact) =>
      article.sentences[fact.sentence]?.part === "headline" ||
      (article.sentences[fact.sentence]?.paragraph ?? 99) < 3 ||
      fact.effective?.edtf === article.published,
  );
}

/** A settled change with its evidence, dates, passages and questions. */
export function changeOf(
  article: Article,
  scene: Scene,
  words: Words,
  voices: Voices,
  settled: Settled,
  nth: number,
): ProposedChange {
  const { chosen, facts, status } = settled;
  const main = isMain(article, settled);
  const source = sourceOf(article, voices.cues, facts);
  const [quote] = quotesIn(article, chosen.sentence);
  const others = [...new Set(facts.map((fact) => fact.sentence))].filter((n) => n !== chosen.sentence);
  const { entity } = chosen.seller;
  return {
    id: `c${nth + 1}`,
    device: deviceOf(chosen.product),
    seller: {
      kind: entity.kind === "retailer" ? "retailer" : "carrier",
      slug: entity.slug,
      name: entity.name,
      country: entity.country ?? null,
    },
    status,
    delayed: facts.some((fact) => fact.late),
    exclusive: facts.some((fact) => fact.exclusive),
    effective: effectiveOf(article, words, settled, main),
    target: targetOf(words, settled),
    reasons: reasonsOf(article, facts, status),
    evidence: {
      attribution: source.attribution,
      speaker: source.speaker,
      quote: quote && source.speaker ? quoteText(article, quote) : null,
      upstream: source.upstream.map(({ name }) => name),
      retold: source.retold,
    },
    salience: main ? "main" : "background",
    passage: sentencePassage(article, words, chosen.sentence),
    also: others.slice(0, 5).map((n) => sentencePassage(article, words, n)),
    rule: chosen.rule,
    questions: questionsOf(chosen, scene),
  };
}
