import type { Parsed } from "./acts/act";
import type { Article } from "./acts/article";
import { readDateOf } from "./acts/dating";
import type { Scene } from "./acts/scene";
import type { Settled } from "./acts/settle";
import type { NotRead, ProposedUpstream, Reading } from "./proposal";
import { changeOf, dateOf, sentencePassage, type Words } from "./propose-change";
import { onePerStance, statementOf } from "./propose-statement";
import type { Masthead } from "./source/masthead";
import type { Voices } from "./voices/listen";
import type { Cited } from "./voices/publications";

const WHY = {
  aside: "No part of the story.",
  correction: "A correction notice: the text above it is already mended.",
} as const;

function notReadOf(
  article: Article,
  words: Words,
  parsed: readonly Parsed[],
  used: ReadonlySet<number>,
): NotRead[] {
  const found: NotRead[] = [];
  article.sentences.forEach(({ part }, n) => {
    if (used.has(n) || found.length >= 20) return;
    if (part === "aside" || part === "correction")
      found.push({ passage: sentencePassage(article, words, n), why: WHY[part] });
    else if ((parsed[n]?.acts.length ?? 0) > 0 && (article.mentionsIn[n]?.length ?? 0) > 1) {
      found.push({
        passage: sentencePassage(article, words, n),
        why: "Background, a doubt, or a seller and device that are not clear.",
      });
    }
  });
  return found;
}

/** A cited report, with the date that follows its name: "a report published by Bloomberg on Tuesday". */
function upstreamOf(article: Article, words: Words, cited: Cited): ProposedUpstream {
  const start = article.tokens[cited.from]?.start ?? 0;
  const end = article.tokens[cited.to - 1]?.end ?? 0;
  const dates = article.datesIn[cited.sentence] ?? [];
  const near = dates.find((date) => date.from >= cited.to && date.from - cited.to <= 5);
  const published = near ? readDateOf(article, near, "past") : null;
  return {
    publisher: cited.name,
    published: published && dateOf(words, published),
    passage: words(start, end),
  };
}

/**
 * Whether what is said of a brand is a decision about it. That a carrier sells phones of a maker is none; and a headline that
 * names the maker is short for the device of which the story says the same.
 */
function isDecision(article: Article, { status, facts, chosen }: Settled, all: readonly Settled[]): boolean {
  if (status === "carried" || status === "retail-only") return false;
  if (facts.some((fact) => article.sentences[fact.sentence]?.part !== "headline")) return true;
  return !all.some(
    (other) =>
      other.chosen.seller.entity.slug === chosen.seller.entity.slug &&
      other.chosen.product.sort === "device" &&
      chosen.product.sort === "brand" &&
      other.chosen.product.entity.maker === chosen.product.entity.slug,
  );
}

/** Puts together what was read. `original` is the text as it was given: passages are cut from it. */
export function proposalsOf(
  article: Article,
  scene: Scene,
  settled: readonly Settled[],
  voices: Voices,
  masthead: Masthead,
  parsed: readonly Parsed[],
  original: string,
): Reading {
  const words: Words = (start, end) => ({ start, end, text: original.slice(start, end) });
  const facts = settled.flatMap((one) => one.facts);
  const known = new Set(
    settled
      .filter(({ chosen }) => chosen.product.sort !== "brand")
      .map(({ chosen, status }) => `${chosen.seller.entity.slug}|${status}`),
  );
  // What is said of a brand and of one of its devices in particular is proposed once, for the device.
  const own = settled.filter(
    (one) =>
      one.chosen.product.sort !== "brand" ||
      (!known.has(`${one.chosen.seller.entity.slug}|${one.status}`) && isDecision(article, one, settled)),
  );
  const used = new Set([
    ...facts.map((fact) => fact.sentence),
    ...voices.spoken.map(({ sentence }) => sentence),
  ]);
  const upstream = new Map(
    voices.cited.toReversed().map((cited) => [cited.name, upstreamOf(article, words, cited)]),
  );
  return {
    source: {
      publisher: masthead.publisher,
      title: masthead.title,
      author: masthead.author,
      published: masthead.published,
    },
    upstream: [...upstream.values()],
    changes: own.map((one, nth) => changeOf(article, scene, words, voices, one, nth)),
    statements: onePerStance(voices.spoken).map((spoken, nth) =>
      statementOf(article, scene, words, facts, spoken, nth),
    ),
    notRead: notReadOf(article, words, parsed, used),
  };
}
