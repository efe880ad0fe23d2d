import { nameKey } from "./names";

/** What is typed into a search box at most. */
export const SEARCH_LIMIT = 200;
/** Words that are looked for; more would only cost time. */
const WORD_LIMIT = 8;

/** A word of a search: itself, or the words of the record that it may have been meant for. */
export type SearchWord = { readonly typed: string; readonly keys: readonly string[] };

/** A search as the record is asked: its words, and all of them without blanks. */
export type SearchWords = { readonly words: readonly SearchWord[]; readonly whole: string };

const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}+]+/u;

/** Looked for at the beginning of a word only. */
const isShort = (key: string): boolean => [...key].length < 3 || /^\p{N}+$/u.test(key);

/** Words stand apart by blanks and by what separates: "AT&T" and "BLA-A09" are one word each, "mate 10/verizon" is three, and so is "galaxy s-9". */
export function readSearch(text: string): SearchWords {
  const parts = text
    .slice(0, SEARCH_LIMIT)
    .split(/[\s,;/|()"“”„]+/u)
    .flatMap((part) => (isShort(nameKey(part)) ? part.split(BETWEEN_WORDS) : [part]))
    .map((part) => ({ typed: part, keys: [nameKey(part)] }))
    .filter(({ keys }) => keys[0] !== "");
  const words = [...new Map(parts.map((part) => [part.keys[0], part])).values()].slice(0, WORD_LIMIT);
  return { words, whole: wholeOf(parts.slice(0, WORD_LIMIT)) };
}

export const wholeOf = (words: readonly SearchWord[]): string => words.map(({ keys }) => keys[0]).join("");

/**
 * A text as it is searched: its words, then the text without blanks: "Mate 10 Pro" → " mate 10 pro mate10pro ".
 * `search_words` (migration 0005) keeps the same in the database.
 */
export function searchText(text: string): string {
  const words = text
    .normalize("NFKD")
    .split(BETWEEN_WORDS)
    .map(nameKey)
    .filter((word) => word !== "");
  return ` ${words.join(" ")} ${words.join("")} `;
}

/**
 * What a text must hold for a word. Short words and numbers stand at the beginning of a word: "5" is
 * in "5G" and not in "iPhone 15".
 */
export const wordPattern = (key: string): string => (isShort(key) ? ` ${key}` : key);

/** The same for the database. Keys are letters, digits and marks: nothing in them means something to `LIKE`. */
export const likePattern = (key: string): string => `%${wordPattern(key)}%`;

/** Whether a text holds a word, or one of the words that it may have been meant for. */
export const holds = (folded: string, { keys }: SearchWord): boolean =>
  keys.some((key) => folded.includes(wordPattern(key)));
