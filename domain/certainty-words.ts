import type { CertaintyJudgement } from "./certainty";
import type { Id } from "./claims";

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** "A, B and C"; from five on "A, B, C and 2 more". */
function listed(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? "";
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/** "5 articles, 1 origin". */
export const articlesAndOrigins = ({
  articles,
  origins,
}: {
  readonly articles: number;
  readonly origins: { readonly length: number };
}): string => `${count(articles, "article")}, ${count(origins.length, "origin")}`;

/** Why a claim has its certainty, in one plain sentence. */
export function certaintyWhy(
  judged: Omit<CertaintyJudgement, "why">,
  publisherOf: (source: Id) => string,
): string {
  const { certainty, supports, origins } = judged;
  const publishers = listed(origins.map((o) => o.publisher));
  if (certainty === "unsupported") return "All its support was retracted.";
  if (certainty === "confirmed") {
    const official = supports.find((e) => e.attribution === "official");
    const strongest = official ?? supports.find((e) => e.attribution === "document");
    const publisher = strongest ? publisherOf(strongest.source) : "";
    if (!official)
      return strongest?.speaker
        ? `A document shows it: ${strongest.speaker}.`
        : `A document shows it (${publisher}).`;
    return official.speaker
      ? `${official.speaker} says so officially.`
      : `An official source says so: ${publisher}.`;
  }
  const rests = `${articlesAndOrigins(judged)}${publishers ? `: ${publishers}` : ""}`;
  if (certainty === "corroborated") return `${rests}.`;
  if (origins.length === 0)
    return `${count(judged.articles, "article")}, and none says where it has it from.`;
  return certainty === "rumoured" ? `${rests}, which gives no name.` : `${rests}.`;
}
