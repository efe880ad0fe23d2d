import { HIDDEN } from "./tokens";

/** The longest article that is read (docs/promises.md, Limits). */
export const MAX_CHARACTERS = 200_000;

export type Cleaned =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

/** Characters that stand for a plain one, each a single unit for a single unit, so that offsets stay those of the original. */
const PLAIN: Readonly<Record<string, string>> = {
  "\u2018": "'",
  "\u2019": "'",
  "\u201b": "'",
  "\u02bc": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u201e": '"',
  "\u00ab": '"',
  "\u00bb": '"',
  "\u2010": "-",
  "\u2011": "-",
  "\u2013": "–",
  "\u2014": "–",
  "\u2015": "–",
  "\u2028": "\n",
  "\u2029": "\n",
};

/** Control, format (right-to-left overrides, zero-width) and odd blanks, and halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zs}\p{Cs}]/u;

const FORMAT = /\p{Cf}/u;
const LETTER = /[\p{L}\p{N}]/u;

function plain(unit: string): string {
  if (unit === "\n") return unit;
  const known = PLAIN[unit];
  if (known !== undefined) return known;
  return UNSEEN.test(unit) ? " " : unit;
}

/**
 * The text as the rules read it: as long as the original, with straight quotes, and a blank for whatever is not seen.
 * Refused with a sentence when there is nothing to read, or too much.
 */
export function clean(text: string): Cleaned {
  if (text.length > MAX_CHARACTERS) {
    return {
      ok: false,
      message: `This text has ${text.length} characters. At most ${MAX_CHARACTERS} are read: paste the article alone.`,
    };
  }
  const units = new Array<string>(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    if (unit >= "!" && unit <= "~") units[i] = unit;
    // A soft hyphen or a zero-width character does not part the word that it stands in.
    else if (FORMAT.test(unit) && LETTER.test(units[i - 1] ?? "") && LETTER.test(text.charAt(i + 1)))
      units[i] = HIDDEN;
    else units[i] = plain(unit);
  }
  const cleaned = units.join("");
  if (!/[\p{L}\p{N}]/u.test(cleaned))
    return { ok: false, message: "There is no text to read. Paste the article." };
  return { ok: true, text: cleaned };
}
