import type { Article } from "@/intake/acts/article";

/** Words in quotation marks: tokens `from` up to, not including, `to`, without the marks. */
export type Quote = { readonly from: number; readonly to: number };

const MAX_QUOTE_WORDS = 20;

/** The quotations of a sentence, in order. One that runs over from the sentence before, or into the next, is cut at its edge. */
export function quotesIn(article: Article, n: number): Quote[] {
  const { from, to } = article.sentences[n] as { from: number; to: number };
  const marks: number[] = [];
  for (let i = from; i < to; i++) if (article.tokens[i]?.text === '"') marks.push(i);
  const quotes: Quote[] = [];
  for (let i = 0; i < marks.length; i += 2) {
    const open = marks[i] as number;
    const close = marks[i + 1] ?? to;
    if (close - open > 2) quotes.push({ from: open + 1, to: close });
  }
  return quotes;
}

/** The text of a quotation, at most 20 words: cut at the last mark that leaves no more, else after the twentieth word. */
export function quoteText(article: Article, quote: Quote): string {
  let end = quote.to;
  while (end > quote.from && /^[.,;:!?]$/.test(article.tokens[end - 1]?.text ?? "")) end -= 1;
  const text = (to: number) =>
    article.text
      .slice(article.tokens[quote.from]?.start ?? 0, article.tokens[to - 1]?.end ?? 0)
      .replace(/\s+/g, " ");
  const count = (to: number) => text(to).split(" ").length;
  if (count(end) <= MAX_QUOTE_WORDS) return text(end);
  let best = -1;
  let at = quote.from;
  for (; at < end && count(at + 1) <= MAX_QUOTE_WORDS; at++) {
    if (/^[,;:–]$/.test(article.tokens[at]?.text ?? "") && at > quote.from + 4) best = at;
  }
  return text(best > 0 ? best : at);
}
