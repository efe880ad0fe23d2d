import { WORD_CLASSES } from "@/intake/rules/classes";
import { PHONES } from "@/intake/rules/nouns";
import type { Token } from "@/intake/text/tokens";
import type { Article } from "./article";
import type { Place } from "./place";

const noise = WORD_CLASSES.noise as ReadonlySet<string>;
const isNoise = (token: Token): boolean => token.forms.some((form) => noise.has(form));

/** "Android Pie" is a system; "an Android phone" is a phone. */
const isSystem = (article: Article, at: number): boolean => {
  const next = article.tokens[at + 1];
  return (
    article.tokens[at]?.lower === "android" &&
    // "a telephone that runs on Android" is a telephone.
    !["on", "with", "running"].includes(article.tokens[at - 1]?.lower ?? "") &&
    next !== undefined &&
    !next.forms.some((form) => PHONES.has(form))
  );
};

/** "dropped the Velvet to $99": a price follows. */
const hasPriceAfter = (article: Article, product: number): boolean =>
  article.tokens
    .slice(product, product + 8)
    .some((token, i, all) => token.lower === "to" && /^[$£€]$/.test(all[i + 1]?.text ?? ""));

const SECOND = new Set("will would is are has have can".split(" "));

/** Whether the deed is about something else than a sale: "offers a discount on", "pushed out an update for". */
export function isAboutNoise(place: Place, firstProduct: number | null): boolean {
  const { article, parsed, act } = place;
  const limit = Math.min(firstProduct ?? act.to + 6, act.to + 8, article.tokens.length);
  for (let i = act.to; i < limit; i++) {
    if (parsed.clauses.at(i) !== act.clause) break;
    // "no longer carry it and will refund buyers": a second deed begins.
    if (article.tokens[i]?.lower === "and" && SECOND.has(article.tokens[i + 1]?.lower ?? "")) break;
    if (isNoise(article.tokens[i] as Token) || isSystem(article, i)) return true;
  }
  if (firstProduct !== null && hasPriceAfter(article, firstProduct)) return act.match.rule.effect === "drop";
  // "Android 12 will be released for the phone"
  if (act.match.rule.frame === "device" || act.passive)
    for (let i = act.from - 1; i >= Math.max(0, act.from - 5); i--) if (isSystem(article, i)) return true;
  for (let i = act.from - 1; i >= Math.max(0, act.from - 3); i--) {
    const token = article.tokens[i] as Token;
    if (isNoise(token) && (act.passive || act.match.rule.frame !== "seller")) return true;
  }
  return false;
}
