import { nameKey } from "@/domain/names";
import { lemmasOf } from "./lemmas";

/** A word, a number or a mark of the text. `start` and `end` are offsets in characters (UTF-16 units). */
export type Token = {
  readonly text: string;
  readonly lower: string;
  /** What its spellings have in common; "" for a mark. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
  readonly isCapital: boolean;
  /** Whether only blanks, or a single line break, stand between it and the token before: a name may run on. */
  readonly runsOn: boolean;
  /** The word and the forms it may come from: "dropped" gives drop. */
  readonly forms: readonly string[];
};

const LETTER = /[\p{L}\p{N}\p{M}_]/u;
const isLetter = (unit: string | undefined): boolean =>
  unit !== undefined && ((unit >= "a" && unit <= "z") || (unit >= "0" && unit <= "9") || LETTER.test(unit));
const isDigit = (unit: string | undefined): boolean => unit !== undefined && unit >= "0" && unit <= "9";

/** Marks that belong to a word when letters stand on both sides: T-Mobile, AT&T, won't, Amazon.com, Y!mobile. */
const JOINERS = new Set(["-", "&", "'", ".", "!", "@"]);
/** Written-out figures: 1,399 and 5.5. */
const FIGURE_JOINERS = new Set([",", "."]);

/** Stands inside a word and is not seen, such as a soft hyphen (`clean` leaves it only between letters). */
export const HIDDEN = "\u00ad";

function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const unit = text[at];
    if (isLetter(unit) || unit === HIDDEN) at += 1;
    else if (unit !== undefined && FIGURE_JOINERS.has(unit) && isDigit(text[at - 1]) && isDigit(text[at + 1]))
      at += 2;
    else if (unit !== undefined && JOINERS.has(unit) && isLetter(text[at + 1]) && !endsSentence(text, at))
      at += 1;
    else break;
  }
  return at;
}

/** "end.Next" without a blank is two sentences, "Amazon.com" and "U.S." are one word. */
function endsSentence(text: string, at: number): boolean {
  const next = text[at + 1] ?? "";
  const before = text[at - 2];
  return text[at] === "." && next !== next.toLowerCase() && isLetter(before) && !isDigit(text[at - 1]);
}

/** The genitive is a word of its own: "Verizon's" is "Verizon" and "'s". "that's" and "let's" are left whole. */
const GENITIVE_STAYS = new Set(["that's", "there's", "here's", "what's", "who's", "he's", "she's", "let's"]);

/** `nameKey`, by a shorter way for plain letters. */
const keyOf = (word: string, lower: string): string =>
  /^[!-~]*$/.test(word) ? lower.replace(/[^a-z0-9]/g, "") : nameKey(word);

function make(text: string, start: number, end: number, runsOn: boolean): Token {
  const word = text.slice(start, end).replaceAll(HIDDEN, "");
  const lower = word.toLowerCase();
  const isWord = isLetter(word[0]) || isLetter(word[1]);
  const first = word[0] ?? "";
  return {
    text: word,
    lower,
    key: word === "+" ? "plus" : isWord ? keyOf(word, lower) : "",
    start,
    end,
    isWord,
    isCapital: first !== first.toLowerCase() || isDigit(first),
    runsOn,
    forms: isWord ? lemmasOf(lower) : [lower],
  };
}

/** Wider gaps are columns of a table. */
const MOST_BLANKS = 3;

/** All words, numbers and marks, in one pass. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let blanks = 0;
  let lines = 0;
  while (at < text.length) {
    const unit = text[at];
    const runsOn = at > 0 && lines <= 1 && blanks <= MOST_BLANKS;
    if (unit === " " || unit === "\n") {
      blanks += 1;
      if (unit === "\n") lines += 1;
      at += 1;
      continue;
    }
    blanks = 0;
    lines = 0;
    if (isLetter(unit)) {
      let end = endOfWord(text, at);
      // "U.S." keeps its last dot, so that it does not end a sentence.
      if (text[end] === "." && /^(?:\p{L}\.)+\p{L}$/u.test(text.slice(at, Math.min(end, at + 12)))) end += 1;
      const word = text.slice(at, end).toLowerCase();
      if (word.endsWith("'s") && word.length > 2 && !GENITIVE_STAYS.has(word)) {
        tokens.push(make(text, at, end - 2, runsOn), make(text, end - 2, end, true));
      } else tokens.push(make(text, at, end, runsOn));
      at = end;
    } else {
      tokens.push(make(text, at, at + 1, runsOn));
      at += 1;
    }
  }
  return tokens;
}
