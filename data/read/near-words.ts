import type { Db } from "@/data/db";
import type { NearWord } from "@/domain/search-spelling";
import { likePattern, type SearchWords } from "@/domain/search-words";

export type Near = {
  /** For each word of the search itself, when the record holds it; else words that are spelled like it, at most 20. */
  readonly words: readonly NearWord[];
  /** Names and aliases that are most like the whole search; at most 5. */
  readonly names: readonly string[];
};

/** What is spelled like a search that found nothing, the most like first. */
export async function nearWords(db: Db, { words, whole }: SearchWords): Promise<Near> {
  const keys = words.flatMap((word) => word.keys);
  const rows = await db.$queryRaw<{ term: string; word: string; times: number | null }[]>`
    SELECT q.term, n.word, n.times, n.near FROM unnest(${keys}::text[], ${keys.map(likePattern)}::text[]) q (term, pattern)
    CROSS JOIN LATERAL near_words(q.term, q.pattern, 20) n
    UNION ALL
    SELECT ${whole}::text, n.name, NULL, n.near FROM near_names(${whole}::text, 5) n
    ORDER BY near DESC, word`;
  return {
    words: rows.flatMap(({ term, word, times }) => (times === null ? [] : [{ term, word, times }])),
    names: rows.filter(({ times }) => times === null).map(({ word }) => word),
  };
}
