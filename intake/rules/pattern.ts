import type { Token } from "@/intake/text/tokens";
import { WORD_CLASSES } from "./classes";

/**
 * The little language that rules are written in. Parts stand in a row with blanks between:
 *   sell        the word in any of its forms (sells, sold, selling)      =sold     this form only
 *   a|b         either                                                  a?        may be missing
 *   {sale}      a class of words (classes.ts)                           *3        up to three words of any kind
 *   @product    something named: product, seller, maker                 {sale}|@product  mixed
 * A gap never crosses a mark of the sentence nor a word of the class {noise} (price, update …).
 * Reading is bounded: a part is tried at most `gap` times, so a text takes time in proportion to its length.
 */
type Part = {
  readonly forms: ReadonlySet<string>;
  readonly exact: ReadonlySet<string>;
  readonly slots: ReadonlySet<Slot>;
  readonly optional: boolean;
  readonly gap: number;
};

export type Slot = "product" | "seller" | "maker";
export type Pattern = { readonly text: string; readonly parts: readonly Part[] };

/** What a token begins or belongs to: the slot of a mention and where that mention ends. */
export type Slots = (token: number) => { readonly slots: readonly Slot[]; readonly to: number } | null;

const NONE: ReadonlySet<never> = new Set();

function partOf(text: string): Part {
  if (/^\*\d$/.test(text))
    return { forms: NONE, exact: NONE, slots: NONE, optional: true, gap: Number(text[1]) };
  const optional = text.endsWith("?");
  const forms = new Set<string>();
  const exact = new Set<string>();
  const slots = new Set<Slot>();
  for (const choice of (optional ? text.slice(0, -1) : text).split("|")) {
    if (choice.startsWith("@")) slots.add(choice.slice(1) as Slot);
    else if (choice.startsWith("=")) exact.add(choice.slice(1));
    else if (choice.startsWith("{")) {
      const words = WORD_CLASSES[choice.slice(1, -1)];
      if (!words) throw new Error(`There is no class of words ${choice}.`);
      for (const word of words) forms.add(word);
    } else forms.add(choice);
  }
  return { forms, exact, slots, optional, gap: 0 };
}

/** Reads a pattern. Throws an Error on an unknown class: a mistake in a rule. */
export const patternOf = (text: string): Pattern => ({ text, parts: text.split(" ").map(partOf) });

export type Openings = { readonly words: readonly string[]; readonly named: boolean };

/** By what a pattern can begin, to look only where it may fit: these words, or (`named`) something named. */
export function openingsOf(pattern: Pattern): Openings {
  const words: string[] = [];
  let named = false;
  for (const part of pattern.parts) {
    if (part.gap > 0) throw new Error(`A pattern cannot begin with a gap: ${pattern.text}`);
    words.push(...part.forms, ...part.exact);
    named ||= part.slots.size > 0;
    if (!part.optional) break;
  }
  return { words, named };
}

const noise = WORD_CLASSES.noise as ReadonlySet<string>;
const isNoise = (token: Token): boolean => token.forms.some((form) => noise.has(form));

function step(part: Part, tokens: readonly Token[], at: number, slots: Slots): number {
  const token = tokens[at] as Token;
  if (part.exact.has(token.lower)) return at + 1;
  if (part.forms.size > 0 && token.forms.some((form) => part.forms.has(form))) return at + 1;
  if (part.slots.size === 0) return -1;
  const named = slots(at);
  return named?.slots.some((slot) => part.slots.has(slot)) ? named.to : -1;
}

/** Where the pattern ends when it begins at `at` and stays before `limit`; -1 when it does not fit. */
export function fits(
  pattern: Pattern,
  tokens: readonly Token[],
  at: number,
  limit: number,
  slots: Slots,
  nth = 0,
): number {
  const part = pattern.parts[nth];
  if (!part) return at;
  if (part.gap > 0) {
    for (let skipped = 0, i = at; skipped <= part.gap; skipped++, i++) {
      const end = fits(pattern, tokens, i, limit, slots, nth + 1);
      if (end >= 0) return end;
      const token = tokens[i];
      if (i >= limit || !token || (!token.isWord && token.text !== '"') || isNoise(token)) return -1;
    }
    return -1;
  }
  if (at < limit) {
    const next = step(part, tokens, at, slots);
    const end = next < 0 ? -1 : fits(pattern, tokens, next, limit, slots, nth + 1);
    if (end >= 0) return end;
  }
  return part.optional ? fits(pattern, tokens, at, limit, slots, nth + 1) : -1;
}
