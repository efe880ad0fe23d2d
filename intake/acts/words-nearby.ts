import { PHONES } from "@/intake/rules/nouns";
import type { Token } from "@/intake/text/tokens";
import type { Act, Parsed } from "./act";
import type { Article } from "./article";
import { isVerbish } from "./verbs";

/** What a word means, and where the word stands. */
export type Meant<T> = { readonly members: readonly T[]; readonly at: number };

export const hasForm = (token: Token, words: ReadonlySet<string>): boolean =>
  token.forms.some((form) => words.has(form));

/** Words that say how many are meant. */
export const QUANTITY = new Set("two both either pair three four".split(" "));
/** Words that point at something known. */
export const DEFINITE = new Set("the this that these those both either two three its their 's".split(" "));
/** Words that bring in something new. */
export const INDEFINITE = new Set("a an any every each no another some other many few most such".split(" "));

/** The tokens of the act's clause on one side of it, nearest first. */
export function region(
  article: Article,
  parsed: Parsed,
  act: Act,
  which: "left" | "right",
  to: number,
): number[] {
  const found: number[] = [];
  const start = parsed.clauses.list[act.clause]?.from ?? 0;
  if (which === "left") {
    for (let i = act.from - 1; i >= start && act.from - i < 14; i--)
      if (parsed.clauses.at(i) === act.clause) found.push(i);
    return found;
  }
  for (let i = act.from + 1; i < to && i - act.to < 9; i++) {
    if (
      parsed.clauses.at(i) !== act.clause ||
      // "are taking orders, with the former throwing in a watch"
      (article.tokens[i]?.text === "," && article.tokens[i + 1]?.lower === "with") ||
      (i >= act.to &&
        isVerbish(article.tokens[i]) &&
        article.tokens[i]?.lower !== "'s" &&
        !hasForm(article.tokens[i] as Token, PHONES))
    )
      break;
    found.push(i);
  }
  return found;
}
