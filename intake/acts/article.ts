import type { Day } from "@/domain/edtf";
import { findDates } from "@/intake/dates/find";
import type { FoundWhen } from "@/intake/dates/when";
import type { Lexicon } from "@/intake/names/lexicon";
import type { Mention } from "@/intake/names/mention";
import { mentionsOf } from "@/intake/names/mentions";
import { slotsOf } from "@/intake/rules/match";
import type { Slots } from "@/intake/rules/pattern";
import { type Sentence, sentencesOf } from "@/intake/text/sentences";
import { type Token, tokensOf } from "@/intake/text/tokens";

/** An article taken apart: what all rules read. */
export type Article = {
  /** As cleaned: as long as the original, so that offsets hold in both. */
  readonly text: string;
  readonly published: Day;
  readonly publisher: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  /** For each sentence the mentions in it, and the dates. */
  readonly mentionsIn: readonly (readonly Mention[])[];
  readonly datesIn: readonly (readonly FoundWhen[])[];
  readonly slots: Slots;
  /** Whether a token belongs to a name or a date. */
  readonly covered: (token: number) => boolean;
};

/** Sorts things into sentences in one pass; both are in order. */
function inSentences<T extends { readonly from: number }>(
  things: readonly T[],
  sentences: readonly Sentence[],
): T[][] {
  const sorted: T[][] = sentences.map(() => []);
  let nth = 0;
  for (const thing of things) {
    while (nth < sentences.length - 1 && (sentences[nth] as Sentence).to <= thing.from) nth += 1;
    sorted[nth]?.push(thing);
  }
  return sorted;
}

/** "OTTAWA, June 15 (Wire) - ": where and when it was written, not when anything happened. Gives where it ends. */
function afterDateline(tokens: readonly Token[], from: number, to: number): number {
  const first = tokens[from];
  if (!first || !/^\p{Lu}{2}[\p{Lu}.-]+$/u.test(first.text)) return from;
  for (let i = from + 1; i < Math.min(to, from + 14); i++) {
    if (["-", "–"].includes(tokens[i]?.text ?? "")) return i + 1;
  }
  return from;
}

/** Takes a cleaned text apart. */
export function articleOf(text: string, published: Day, publisher: string, lexicon: Lexicon): Article {
  const tokens = tokensOf(text);
  const sentences = sentencesOf(text, tokens);
  const mentions = mentionsOf(tokens, sentences, lexicon);
  const datesIn = sentences.map(({ from, to }) => findDates(tokens, afterDateline(tokens, from, to), to));
  const covered = new Uint8Array(tokens.length);
  for (const { from, to } of [...mentions, ...datesIn.flat()]) covered.fill(1, from, to);
  return {
    text,
    published,
    publisher,
    tokens,
    sentences,
    mentions,
    mentionsIn: inSentences(mentions, sentences),
    datesIn,
    slots: slotsOf(mentions),
    covered: (token) => covered[token] === 1,
  };
}

/** The words of a sentence as the text has them. */
export const wordsOf = (article: Article, from: number, to: number): string => {
  const first = article.tokens[from];
  const last = article.tokens[to - 1];
  return first && last ? article.text.slice(first.start, last.end) : "";
};
