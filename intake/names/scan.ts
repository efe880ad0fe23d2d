import { SMALL_NUMBERS } from "@/intake/dates/words";
import { PHONES, SELLERS } from "@/intake/rules/nouns";
import type { Sentence } from "@/intake/text/sentences";
import type { Token } from "@/intake/text/tokens";
import { isEveryday, POINTERS, VARIANTS } from "./everyday";
import type { Lexicon, Reading } from "./lexicon";

/** A place whose words are a spelling of the lexicon. `doubtful`: an everyday word or a shortened name, which needs support. */
export type Hit = { from: number; to: number; readings: readonly Reading[]; doubtful: boolean };

/** Whether two tokens that follow each other stand beside each other, with nothing but blanks between. */
export const adjacent = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b?.runsOn === true;

/** A capital is asked for where the record writes one, unless several words with a figure leave no doubt ("galaxy s4"). */
function caseFits(tokens: readonly Token[], from: number, to: number, spelling: string): boolean {
  const word = tokens[from] as Token;
  if (word.text.length <= 2 && to - from === 1) return word.text === spelling;
  if (to - from > 1 && tokens.slice(from, to).some((token) => /\d/.test(token.text))) return true;
  const capitals = spelling.match(/(?<![\p{L}\p{N}'&.-])\p{Lu}/gu)?.length ?? 0;
  if (capitals === 0) return true;
  const fit = tokens
    .slice(from, to)
    .filter(
      (token) => token.isCapital || token.forms.some((form) => PHONES.has(form) || SELLERS.has(form)),
    ).length;
  return /\p{Lu}/u.test(word.text) && fit >= Math.min(capitals, to - from);
}

function isDoubtful(
  tokens: readonly Token[],
  from: number,
  to: number,
  readings: readonly Reading[],
): boolean {
  if (to - from > 1) return false;
  const word = tokens[from] as Token;
  const devicesOnly = readings.every(({ entity }) => entity.kind === "device");
  if (isEveryday(word.lower)) return devicesOnly || word.text.length > 2;
  return devicesOnly && readings.every(({ how }) => how === "short");
}

/** "HTC One (M8)": a name that goes on in brackets. */
function bracketAfter(
  tokens: readonly Token[],
  lexicon: Lexicon,
  to: number,
  key: string,
): readonly Reading[] | null {
  if (tokens[to]?.text !== "(" || tokens[to + 2]?.text !== ")") return null;
  const inside = tokens[to + 1]?.key ?? "";
  const readings = inside === "" ? undefined : lexicon.readings.get(key + inside);
  return readings?.every(({ entity }) => entity.kind === "device") ? readings : null;
}

/** The longest spelling that begins at a token. */
function hitAt(tokens: readonly Token[], lexicon: Lexicon, from: number): Hit | null {
  const keys: string[] = [];
  let key = "";
  for (let to = from; to < tokens.length && keys.length < lexicon.longest; to++) {
    const token = tokens[to] as Token;
    if (token.key === "" || (to > from && !adjacent(tokens[to - 1], token))) break;
    key += token.key;
    keys.push(key);
  }
  for (let words = keys.length; words > 0; words--) {
    const to = from + words;
    const known = lexicon.readings.get(keys[words - 1] as string);
    const readings = known?.filter(({ spelling }) => caseFits(tokens, from, to, spelling));
    const bracketed = bracketAfter(tokens, lexicon, to, keys[words - 1] as string);
    if (bracketed) return { from, to: to + 3, readings: bracketed, doubtful: false };
    if (readings && readings.length > 0)
      return { from, to, readings, doubtful: isDoubtful(tokens, from, to, readings) };
  }
  return null;
}

/** All spellings of the text, from left to right, none inside another. */
export function scan(tokens: readonly Token[], lexicon: Lexicon): Hit[] {
  const hits: Hit[] = [];
  for (let i = 0; i < tokens.length; ) {
    const hit = hitAt(tokens, lexicon, i);
    if (hit) hits.push(hit);
    i = hit ? hit.to : i + 1;
  }
  return hits;
}

/** Whether a known name goes on into another product: Galaxy S4 *Mini*. Gives the end of that longer name. */
export function variantEnd(tokens: readonly Token[], to: number): number {
  let end = to;
  while (end < tokens.length && end - to < 3 && adjacent(tokens[end - 1], tokens[end])) {
    const token = tokens[end] as Token;
    const goesOn = token.lower === "+" || (token.isCapital && VARIANTS.has(token.lower));
    if (!goesOn) break;
    end += 1;
  }
  return end;
}

const VERBS_AFTER_A_NAME = new Set(
  "revealed added pledged promised kept put began started stopped insisted became charges expects intends has have had will would is was isn't are can did does doesn't didn't won't and said says say told also 's sells sold plans planned confirmed announced launched drops dropped offers carries wants to gets , ( may might could still now no".split(
    " ",
  ),
);

/** Headlines In Capitals say nothing about a single word. */
export function isTitleCase(tokens: readonly Token[], sentence: Sentence): boolean {
  if (tokens[sentence.to - 1]?.text === ".") return false;
  const words = tokens
    .slice(sentence.from, Math.min(sentence.to, sentence.from + 40))
    .filter((t) => t.isWord && t.text.length > 3);
  return words.length > 2 && words.filter((word) => word.isCapital).length / words.length > 0.7;
}

/** Whether the words around a doubtful name make it one. `named`: slugs that the text names beyond doubt. */
export function isSupported(
  tokens: readonly Token[],
  hit: Hit,
  sentence: Sentence,
  named: ReadonlySet<string>,
): boolean {
  const word = tokens[hit.from] as Token;
  if (!word.isCapital && !hit.readings.some((r) => r.spelling === word.text)) return false;
  // "Three: Pre-orders are open": the head of a line in a list of carriers.
  if (
    tokens[hit.to]?.text === ":" &&
    hit.from === sentence.from &&
    hit.readings.some(({ entity }) => entity.kind === "carrier")
  )
    return true;
  const inTitle = isTitleCase(tokens, sentence);
  if (hit.readings.some(({ entity }) => named.has(entity.slug))) {
    if (inTitle || hit.from > sentence.from || sentence.to - sentence.from < 3) return true;
    const after = tokens[hit.to];
    return (
      VERBS_AFTER_A_NAME.has(after?.lower ?? "") ||
      (!SMALL_NUMBERS.has(word.lower) && after !== undefined && !after.isCapital)
    );
  }
  if (inTitle) return false;
  const before = tokens[hit.from - 1];
  const isDevice = hit.readings.every(({ entity }) => entity.kind === "device");
  const makerNamed = hit.readings.some(({ entity }) => entity.maker !== undefined && named.has(entity.maker));
  if (isDevice) {
    const pointed = before !== undefined && (POINTERS.has(before.lower) || before.lower === "'s");
    return (
      hit.from > sentence.from &&
      (pointed || !isEveryday(word.lower)) &&
      (makerNamed || !isEveryday(word.lower))
    );
  }
  if (hit.from > sentence.from && before?.text !== '"' && before?.text !== ":") return true;
  const after = tokens[hit.to];
  if (after && !SMALL_NUMBERS.has(word.lower) && !after.isCapital && /[a-z]{2}(?:s|ed)$/.test(after.lower))
    return true;
  return VERBS_AFTER_A_NAME.has(after?.lower ?? "");
}
