import type { Act, Parsed } from "./act";
import type { Article } from "./article";
import type { Fact } from "./fact";

/** "when it ships": the deed hangs on the one before it in the sentence. */
export const hangsOn = (parsed: Parsed, act: Act): boolean =>
  ["when", "once", "until", "before", "after", "as"].includes(parsed.clauses.list[act.clause]?.opener ?? "");

/** "Best Buy gets it the same day": the day on which the sale that was told last is to begin, where that lies ahead. */
export function sameDay(article: Article, n: number, act: Act, facts: readonly Fact[]): Fact | null {
  const { to } = article.sentences[n] as { to: number };
  const after = article.tokens.slice(act.to, Math.min(to, act.to + 12)).map(({ lower }) => lower);
  const at = after.findIndex(
    (word, i) => word === "same" && /^(?:day|date|time|week)$/.test(after[i + 1] ?? ""),
  );
  const last =
    at < 0 ? undefined : facts.findLast((fact) => n - fact.sentence <= 2 && fact.status === "planned");
  return last ?? null;
}
