import { placeWords } from "@/intake/names/places";
import type { Token } from "@/intake/text/tokens";
import type { Act, Parsed } from "./act";
import type { Article } from "./article";
import type { Group } from "./groups";
import type { Scene } from "./scene";

/** How what takes part was found: named in the clause, meant by a word such as "it", taken over, or what the text is about. */
export type How = "named" | "meant" | "taken-over" | "topic";

/** Who or what takes part; `foreign`: somebody or something that the record does not know; null: the words name nothing. */
export type Found<T> =
  | { readonly members: readonly T[]; readonly how: How; readonly at?: number }
  | "foreign"
  | null;

/** An act where it stands: the `nth` of sentence `n`. */
export type Place = {
  readonly article: Article;
  readonly scene: Scene;
  readonly n: number;
  readonly parsed: Parsed;
  readonly act: Act;
  readonly nth: number;
};

const AT = new Set(
  "at from by through via with on to for in of including includes include as onto into inside across only".split(
    " ",
  ),
);
const SKIPPED = new Set(
  "the a an its both all of any including such as only your our local participating retailers retailer shops stores carriers carrier operators , like and sites".split(
    " ",
  ),
);

/** Whether a preposition leads to a group: "at AT&T", "through retailers, including Best Buy". */
export function isLedTo(tokens: readonly Token[], group: Group<unknown>, from: number): boolean {
  const inRow = ["and", "or", ","].includes(tokens[group.from - 1]?.lower ?? "");
  for (let i = group.from - 1; i >= Math.max(from, group.from - 6); i--) {
    const { lower, isCapital } = tokens[i] as Token;
    if (AT.has(lower)) return true;
    // "at Reliance Digital and Jio": a shop that nobody knows stands in the row.
    if (!SKIPPED.has(lower) && !(inRow && isCapital && !placeWords.has(lower))) return false;
  }
  return false;
}

/** Groups of the act's clause on one of its sides, none beyond the next act there. */
export function side<T>(
  place: Place,
  groups: readonly Group<T>[],
  which: "left" | "right",
  near: boolean,
): Group<T>[] {
  const { parsed, act, nth } = place;
  const previous = near ? (parsed.acts[nth - 1]?.to ?? 0) : 0;
  const next = parsed.acts
    .slice(nth + 1)
    .find((other) => other.clause === act.clause && other.match.rule.effect !== "copy");
  return groups.filter((group) => {
    if (group.aside || parsed.clauses.at(group.from) !== act.clause) return false;
    return which === "left"
      ? group.to <= act.from && group.from >= previous
      : group.from >= act.from &&
          (group.from < act.to || group.from < (next?.from ?? Number.POSITIVE_INFINITY));
  });
}

/** "has opted not to carry the Z10 and will launch the Q10": one subject, and the device is the object of the first deed. */
function sharesSubject({ article, parsed, act, nth }: Place, product: Group<unknown>): boolean {
  const previous = parsed.acts[nth - 1];
  if (!previous || previous.clause !== act.clause || previous.passive) return false;
  if (previous.match.rule.frame === "device" || product.from < previous.to) return false;
  return article.tokens
    .slice(product.to, act.from)
    .some(({ lower }) => lower === "and" || lower === "but" || lower === "then");
}

/** Whether the seller follows the deed: passive, or a device as the subject. */
export function sellerFollows(place: Place): boolean {
  const { act, scene, n } = place;
  if (act.passive || act.match.rule.frame === "device") return true;
  if (act.match.rule.frame === "seller") return false;
  const groups = scene.groups[n];
  const seller = side(place, groups?.sellers ?? [], "left", true).at(-1);
  const product = side(place, groups?.products ?? [], "left", true).at(-1);
  if (product && sharesSubject(place, product)) return false;
  return product !== undefined && (seller === undefined || seller.from < product.from) && !seller;
}

export const members = <T>(groups: readonly Group<T>[]): T[] => groups.flatMap((group) => [...group.members]);

/** The first group with those that an "and" adds to it: "the 8530 at 299 dollars and Kyocera's Zio at 249". */
export function joined<T>(tokens: readonly Token[], groups: readonly Group<T>[]): Group<T>[] {
  const row = groups.slice(0, 1);
  for (const group of groups.slice(1)) {
    if (
      !tokens
        .slice(Math.max(0, group.from - 3), group.from)
        .some(({ lower }) => lower === "and" || lower === "or")
    )
      break;
    row.push(group);
  }
  return row;
}

/** What stands right before a relative clause: "The Veer, which AT&T sells". */
export function antecedent<T>(place: Place, groups: readonly Group<T>[]): Group<T> | undefined {
  const clause = place.parsed.clauses.list[place.act.clause];
  // "Sprint, where the phone went on sale": a place is a seller's.
  const isRelative = clause?.relativeTo !== null || clause.opener === "where";
  if (!clause || !isRelative || clause.opener === "(") return undefined;
  const { article, n } = place;
  const isDate = (at: number) => (article.datesIn[n] ?? []).some((date) => date.from <= at && at < date.to);
  return groups.findLast(
    (group) =>
      group.to <= clause.from &&
      // "released the Z Flip in February, which AT&T sells"
      article.tokens
        .slice(group.to, clause.from)
        .every(
          ({ text }, i, all) => all.length <= 1 || isDate(group.to + i) || ["in", "on", ","].includes(text),
        ),
  );
}
