import { type SearchWord, type SearchWords, wholeOf } from "./search-words";

/** A word of the record that is spelled like a term, or the term itself when it is held; and in how many texts it stands. */
export type NearWord = { readonly term: string; readonly word: string; readonly times: number };

/**
 * How many slips of the fingers lie between two words: a letter too many, too few, another one, or two that changed places.
 * Stops counting above `most`, and so takes time in proportion to the words' lengths.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let slips = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, at(before, j - 2) + 1);
      row.push(slips);
    }
    // Two letters that changed places reach over a row: both must be lost.
    if (Math.min(...row) > most && Math.min(...last) >= most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(at(last, b.length), most + 1);
}

const at = (row: readonly number[], i: number): number => row[i] ?? Number.POSITIVE_INFINITY;

/** Slips that a word may have: a short one is soon another word; numbers have none, since each is another model. */
const slipsAllowed = (key: string): number =>
  /\d/.test(key) && key.length < 6 ? 0 : key.length < 4 ? 0 : key.length < 6 ? 1 : 2;

const MEANINGS = 3;

/** The words of the record that a word was perhaps meant for: those with the fewest slips, the most frequent first. */
export function spellings(key: string, near: readonly NearWord[]): readonly string[] {
  const most = slipsAllowed(key);
  const meant = near
    .map(({ word, times }) => ({ word, times, slips: slipsBetween(key, word, most) }))
    .filter(({ slips }) => slips > 0 && slips <= most);
  const fewest = Math.min(...meant.map(({ slips }) => slips));
  return meant
    .filter(({ slips }) => slips === fewest)
    .sort((a, b) => b.times - a.times || (a.word < b.word ? -1 : 1))
    .slice(0, MEANINGS)
    .map(({ word }) => word);
}

/** Each word of a search as it was perhaps meant: itself where the record holds it, null where nothing is like it. */
function meanings(search: SearchWords, near: readonly NearWord[]): (SearchWord | null)[] {
  return search.words.map((word) => {
    const [key = ""] = word.keys;
    const like = near.filter(({ term }) => term === key);
    if (like.some((one) => one.word === key)) return word;
    const keys = spellings(key, like);
    return keys.length > 0 ? { typed: word.typed, keys } : null;
  });
}

/** The search that was perhaps meant: every word that nothing holds, put right; null when there is none to put right. */
export function respelt(search: SearchWords, near: readonly NearWord[]): SearchWords | null {
  const meant = meanings(search, near);
  const words = search.words.map((word, i) => meant[i] ?? word);
  return words.some((word, i) => word !== search.words[i]) ? { words, whole: wholeOf(words) } : null;
}

/** The words of a search that the record holds, put right where need be: each may be looked for alone. */
export function knownParts(search: SearchWords, near: readonly NearWord[]): readonly string[] {
  if (search.words.length < 2) return [];
  return meanings(search, near).flatMap((meant, i) => {
    if (meant === null) return [];
    return meant === search.words[i] ? [meant.typed] : meant.keys.slice(0, 1);
  });
}
