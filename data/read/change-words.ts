import type { Judged } from "@/domain/change-rows";
import type { HistoryEntry } from "@/domain/history";

/** What an entry's judgement comes to in numbers. */
export const articlesOf = ({ certainty }: HistoryEntry): Judged => ({
  certainty: certainty.certainty,
  disputed: certainty.disputed,
  articles: certainty.articles,
  origins: certainty.origins.length,
});
