import type { Db } from "@/data/db";
import { nameKey } from "@/domain/names";
import type { Forgiven, Found } from "@/domain/search-hits";
import { knownParts, respelt } from "@/domain/search-spelling";
import { nearWords } from "./near-words";
import { type SearchFor, search } from "./search";

/** A search that forgives slips of the fingers: where nothing is found as typed, words that are spelled alike count. */
export async function searchForgiving(db: Db, asked: SearchFor): Promise<Forgiven> {
  const { words: typed } = asked;
  const found = await search(db, asked);
  if (isSomething(found)) return { ...found, words: typed, meant: null, suggestions: [] };
  const near = await nearWords(db, typed);
  const words = respelt(typed, near.words);
  if (words) {
    const again = await search(db, { ...asked, words });
    const meant = words.words.map(({ keys }) => keys.join(" or ")).join(" ");
    if (isSomething(again)) return { ...again, words, meant, suggestions: [] };
  }
  const like = [...near.names, ...knownParts(typed, near.words)];
  const suggestions = like.filter((one, i) => like.findIndex((two) => nameKey(two) === nameKey(one)) === i);
  return { ...found, words: typed, meant: null, suggestions };
}

const isSomething = ({ totals }: Found): boolean => Object.keys(totals).length > 0;
