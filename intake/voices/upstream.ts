import type { Article } from "@/intake/acts/article";
import type { Fact } from "@/intake/acts/fact";
import type { Cues } from "./cues";
import type { Cited } from "./publications";

const UNNAMED_REPORTS = new Set(["reports", "rumors", "rumours"]);
const THE_REPORT = new Set(["report", "paper", "newspaper", "publication", "article", "story", "outlet"]);

/** "The report stated": what was cited before goes on. "reports earlier this month": others, not named. */
export function reportWords(article: Article, n: number): "same" | "others" | null {
  const { from, to } = article.sentences[n] as { from: number; to: number };
  for (let i = from; i < to; i++) {
    const { lower } = article.tokens[i] as { lower: string };
    const before = article.tokens[i - 1]?.lower ?? "";
    const after = article.tokens[i + 1]?.lower ?? "";
    if (
      UNNAMED_REPORTS.has(lower) &&
      !article.covered(i - 1) &&
      /^(?:of|on|by|to|some|earlier|previous|multiple|several|media|press|recent)$/.test(before)
    )
      return "others";
    if (
      UNNAMED_REPORTS.has(lower) &&
      /^(?:earlier|that|last|of|surfaced|emerged|suggest|say|said)$/.test(after) &&
      before !== "reuters"
    )
      return "others";
    if (THE_REPORT.has(lower) && (before === "the" || before === "that")) return "same";
  }
  return null;
}

/** The sentences that speak of a cited report: those that name it, and "the report" after them. */
export function sentencesOn(article: Article, cues: Cues, cited: Cited): number[] {
  const found: number[] = [];
  for (let n = 0; n < article.sentences.length; n++) {
    if ((cues.cited[n] ?? []).some((other) => other.name === cited.name)) found.push(n);
    else if (n > 0 && found.at(-1) === n - 1 && startsWithThey(article, n)) found.push(n);
  }
  return found;
}

const startsWithThey = (article: Article, n: number): boolean => {
  const first = article.tokens[article.sentences[n]?.from ?? 0]?.lower;
  return first === "they" || first === "the";
};

export function lastCited(cues: Cues, sentence: number): readonly Cited[] {
  for (let n = sentence - 1; n >= Math.max(0, sentence - 6); n--) {
    const cited = cues.cited[n] ?? [];
    if (cited.length > 0) return cited.slice(-1);
  }
  return [];
}

/** The news of the opening that gives no source of its own rests on the report that the next sentences name. */
export function inherited(article: Article, cues: Cues, facts: readonly Fact[]): readonly Cited[] {
  const first = Math.min(...facts.map((fact) => fact.sentence));
  if (first > 3 || facts.some((fact) => fact.sellerBy !== "named" && fact.sellerBy !== "topic")) return [];
  for (let n = first + 1; n <= Math.min(first + 2, article.sentences.length - 1); n++) {
    const cited = cues.cited[n] ?? [];
    const about = (cues.sayings[n] ?? []).length === 0;
    if (cited.length > 0 && about) return cited.slice(0, 1);
  }
  return [];
}
