import type { Token } from "@/intake/text/tokens";
import { isEveryday, POINTERS, VARIANTS } from "./everyday";
import type { Entity, Lexicon } from "./lexicon";
import { adjacent } from "./scan";

export type Short = { readonly from: number; readonly to: number; readonly entities: readonly Entity[] };

/** How a device named in full may be called later: its last words, "Note7" for Galaxy Note 7, "5s" for iPhone 5s. */
export function tailsOf(fullName: readonly Token[]): string[] {
  const last = fullName.at(-1)?.lower ?? "";
  // "the N20" for the Nord N20 5G
  const tails =
    ["5g", "4g", "lte"].includes(last) && fullName.length > 2 ? tailsOf(fullName.slice(0, -1)) : [];
  for (let n = 1; n < fullName.length; n++) {
    const tail = fullName.slice(n).filter((token) => token.key !== "");
    const key = tail.map((token) => token.key).join("");
    const hasLetter = /\p{L}/u.test(key);
    if (
      tail.every((token) => VARIANTS.has(token.lower)) &&
      !(tail.length > 1 && tail.some((token) => /^[a-z]{4}/.test(token.lower)))
    )
      continue;
    if (
      /\d/.test(key) ? hasLetter || key.length > 2 : key.length > 2 && !(tail.length === 1 && key.length < 4)
    )
      tails.push(key);
  }
  return tails;
}

/** Tails that stand alone: "the Note7", "its 1020". A tail of everyday words wants a capital and a pointer. */
export function tailAt(
  tokens: readonly Token[],
  from: number,
  tails: ReadonlyMap<string, readonly Entity[]>,
): Short | null {
  let key = "";
  let found: Short | null = null;
  for (let to = from; to < Math.min(tokens.length, from + 4); to++) {
    const token = tokens[to] as Token;
    if (token.key === "" || (to > from && !adjacent(tokens[to - 1], token))) break;
    key += token.key;
    // "new Note7s"
    const entities = tails.get(key) ?? (/\d.*s$/.test(key) ? tails.get(key.slice(0, -1)) : undefined);
    if (entities) found = { from, to: to + 1, entities };
  }
  if (!found) return null;
  const word = tokens[from] as Token;
  const before = tokens[from - 1];
  const pointed = before !== undefined && (POINTERS.has(before.lower) || before.lower === "'s");
  const figures = /^\d+$/.test(word.text) && found.to - from === 1;
  if (!word.isCapital || ((figures || (isEveryday(word.lower) && !/\d/.test(key))) && !pointed)) return null;
  return pointed ||
    /\d/.test(
      tokens
        .slice(found.from, found.to)
        .map((t) => t.text)
        .join(""),
    ) ||
    found.to - from > 1 ||
    word.isCapital
    ? found
    : null;
}

const LINKS = new Set(["and", "or", ",", "/", "&"]);

/** "iPhone 5s and 5c": what follows a link takes the first words of the name before it. */
export function ellipsisAfter(
  tokens: readonly Token[],
  from: number,
  to: number,
  lexicon: Lexicon,
): Short | null {
  let next = to;
  while (next < to + 3 && LINKS.has(tokens[next]?.lower ?? "")) next += 1;
  if (next === to || !tokens[next]?.isCapital) return null;
  for (let shared = to - from - 1; shared > 0; shared--) {
    const first = tokens
      .slice(from, from + shared)
      .map((token) => token.key)
      .join("");
    for (const words of [2, 1]) {
      const rest = tokens
        .slice(next, next + words)
        .map((token) => token.key)
        .join("");
      const devices =
        lexicon.readings.get(first + rest)?.filter(({ entity }) => entity.kind === "device") ?? [];
      if (rest !== "" && devices.length > 0)
        return { from: next, to: next + words, entities: devices.map(({ entity }) => entity) };
    }
  }
  return null;
}
