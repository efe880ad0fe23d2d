import type { Reason } from "@/domain/status";
import type { Article } from "@/intake/acts/article";
import type { Fact } from "@/intake/acts/fact";
import { REASON_WORDS_IN_TEXT } from "@/intake/rules/reasons";

const isIn = (text: string, words: readonly string[]): boolean =>
  words.some((word) => ` ${text} `.includes(` ${word} `));

function plain(article: Article, from: number, to: number): string {
  return article.tokens
    .slice(from, to)
    .filter((token) => token.isWord || token.text === "'s")
    .map((token) => token.lower)
    .join(" ");
}

/** Why it happened, by the words of the sentences that tell it, else by those beside them. Nothing for what is simply on sale. */
export function reasonsOf(article: Article, facts: readonly Fact[], status: string): Reason[] {
  if (
    status === "carried" ||
    status === "retail-only" ||
    (status === "planned" && !facts.some((fact) => fact.late))
  )
    return [];
  for (const reach of [0, 1]) {
    for (const fact of facts) {
      const first = article.sentences[Math.max(0, fact.sentence - reach)];
      const last = article.sentences[Math.min(article.sentences.length - 1, fact.sentence + reach)];
      const text = plain(article, first?.from ?? 0, Math.min(last?.to ?? 0, (first?.from ?? 0) + 400));
      const found = REASON_WORDS_IN_TEXT.find(({ words }) => isIn(text, words));
      if (found) return [found.reason];
    }
  }
  return [];
}
