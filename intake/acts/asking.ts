import { QUESTION_OPENERS } from "@/intake/rules/bending";
import type { Token } from "@/intake/text/tokens";
import type { Act, Parsed } from "./act";
import type { Article } from "./article";

/** Whether a sentence asks: its mark, and for headlines its first word. */
export function asks(article: Article, n: number): boolean {
  const { from, to } = article.sentences[n] as { from: number; to: number };
  for (let i = to - 1; i >= Math.max(from, to - 3); i--) {
    if (article.tokens[i]?.text === "?") return true;
  }
  // "Carriers: who has cut ties so far"
  if (article.sentences[n]?.part === "headline")
    for (let i = from; i < to; i++)
      if (article.tokens[i]?.lower === "who" && (i === from || article.tokens[i - 1]?.text === ":"))
        return true;
  // "When AT&T will follow is not known."
  if (!QUESTION_OPENERS.has(article.tokens[from]?.lower ?? "")) return false;
  return article.tokens
    .slice(from, to)
    .some(({ lower }) => lower === "known" || lower === "clear" || lower === "unclear" || lower === "seen");
}

const EXCLUSIVE = new Set(["exclusive", "exclusively", "exclusivity", "only", "sole", "solely", "alone"]);

/** Whether the words around the act make it exclusive: "exclusively", "at AT&T only", "to itself". */
export function isExclusive(article: Article, n: number, parsed: Parsed, act: Act): boolean {
  const { from, to } = article.sentences[n] as { from: number; to: number };
  for (let i = from; i < to; i++) {
    const { lower } = article.tokens[i] as Token;
    if (lower === "itself" && article.tokens[i - 1]?.lower === "to") return true;
    if (!EXCLUSIVE.has(lower)) continue;
    const near =
      Math.abs(i - act.from) < 14 && (parsed.clauses.at(i) === act.clause || lower.startsWith("exclusiv"));
    const prev = article.tokens[i - 1]?.lower ?? "";
    const next = article.tokens[i + 1]?.lower ?? "";
    if (
      lower === "only" &&
      ![
        "carrier",
        "network",
        "operator",
        "seller",
        "at",
        "on",
        "from",
        "through",
        "by",
        ".",
        ",",
        "place",
        "us",
        "american",
      ].includes(next)
    )
      continue;
    if (near && prev !== "not" && next !== "ends") return true;
  }
  return false;
}
