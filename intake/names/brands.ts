import { PHONES } from "@/intake/rules/nouns";
import type { Token } from "@/intake/text/tokens";
import type { Entity, Lexicon } from "./lexicon";
import type { Mention } from "./mention";
import { placeWords } from "./places";
import { adjacent } from "./scan";

const has = (words: ReadonlySet<string>, token: Token | undefined) =>
  token?.forms.some((form) => words.has(form));

/** What may stand between a maker and its phones: "Huawei's new 5G smartphones". */
const QUALITIES = new Set(
  "'s new latest 5g 4g own current upcoming mobile smart android windows budget cheap flagship high-end mid-range premium foldable folding first so-called branded made".split(
    " ",
  ),
);

/** Where "Huawei phones" ends, when a maker's name at `from`–`to` begins one; else null. */
export function brandEnd(tokens: readonly Token[], to: number): { end: number; plural: boolean } | null {
  for (let i = to; i < Math.min(tokens.length, to + 4); i++) {
    const token = tokens[i] as Token;
    if (has(PHONES, token))
      return { end: i + 1, plural: token.lower.endsWith("s") || token.lower === "range" };
    if (!QUALITIES.has(token.lower)) return null;
  }
  return null;
}

const BETWEEN = new Set(
  "made manufactured built produced developed sold designed by from of that the are is which".split(" "),
);

/** "phones made by Huawei": where the phones stand before the maker; else null. */
export function phonesBefore(tokens: readonly Token[], from: number): number | null {
  const last = tokens[from - 1]?.lower;
  if (last !== "by" && last !== "from") return null;
  for (let i = from - 1; i >= Math.max(0, from - 5); i--) {
    const token = tokens[i] as Token;
    if (has(PHONES, token)) return token.lower.endsWith("s") ? i : null;
    if (!BETWEEN.has(token.lower)) return null;
  }
  return null;
}

/** Words after a maker's name that make it a firm or a person's post, not a product. */
const FIRM = new Set(
  "inc corp co ltd llc company mobile mobility electronics technologies technology communications consumer digital group store stores ceo cfo cto coo chief president chairman vice executive executives spokesman spokeswoman spokesperson representative official vp senior north south america europe international global and or for at in on with the will has to is and's i we us".split(
    " ",
  ),
);

/** A product that the record lacks, after its maker or as another of a family: "HTC One", "Droid Razr". Gives its end. */
export function strangerEnd(tokens: readonly Token[], to: number): number {
  let end = to;
  while (end < tokens.length && end - to < 4 && adjacent(tokens[end - 1], tokens[end])) {
    const token = tokens[end] as Token;
    const fits = token.isCapital && token.isWord && !FIRM.has(token.lower) && !placeWords.has(token.lower);
    if (!fits && token.text !== "+") break;
    end += 1;
  }
  // "Samsung Experience Stores" is where it is sold.
  return /^(?:stores?|shops?)$/.test(tokens[end]?.lower ?? "") ? to : end;
}

/** Whether a lone word begins a family of devices and goes on: "Droid Razr", where the record has only Droid Turbo. */
export function isFamily(token: Token, lexicon: Lexicon): boolean {
  return token.isCapital && lexicon.families.has(token.key);
}

/** "other Huawei models" are none that can be named. */
export const isOther = (token: Token | undefined): boolean =>
  token !== undefined && ["other", "another", "older", "some", "few"].includes(token.lower);

export const brandMention = (
  from: number,
  to: number,
  makers: readonly Entity[],
  singular: boolean,
): Mention => ({ from, to, entities: makers, sort: "brand", ...(singular ? { singular } : {}) });
