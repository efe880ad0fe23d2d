import type { Choice } from "@/intake/names/choose";
import { placeWords } from "@/intake/names/places";
import { CARRIERS, SHOPS } from "@/intake/rules/nouns";
import type { Token } from "@/intake/text/tokens";
import type { Article } from "./article";
import type { Group } from "./groups";
import { nearestSellers } from "./nearest-sellers";
import { antecedent, type Found, isLedTo, members, type Place, sellerFollows, side } from "./place";
import { sellerReference } from "./seller-words";
import { hasForm } from "./words-nearby";

/** "Sprint. After several delays …": a paragraph that opens with a seller alone speaks of that seller. */
function headingOf({ article, scene, n }: Place): Group<Choice> | null {
  const { paragraph } = article.sentences[n] as { paragraph: number };
  let first = n;
  while (first > 0 && article.sentences[first - 1]?.paragraph === paragraph) first -= 1;
  const { from, to } = article.sentences[first] as { from: number; to: number };
  // "AT&T: Available now."
  const opening = scene.groups[n]?.sellers[0];
  const mark = opening ? article.tokens[opening.to]?.text : undefined;
  if (
    opening &&
    opening.from === article.sentences[n]?.from &&
    (mark === ":" || mark === "–" || mark === "-")
  )
    return opening;
  const [group] = scene.groups[first]?.sellers ?? [];
  return group && first < n && group.from === from && to - group.to <= 1 ? group : null;
}

const SAID = new Set(["said", "says", "confirmed", "announced", "wrote", "tweeted"]);

/** "The phone will not be released, Y!mobile said": the seller that says it. */
function sayerAfter({ article, n, act }: Place, groups: readonly Group<Choice>[]): Group<Choice> | undefined {
  const { to } = article.sentences[n] as { to: number };
  const said = groups.filter((group) => group.from >= act.to && group.from < to);
  return said.findLast((group) =>
    article.tokens.slice(group.to, group.to + 4).some(({ lower }) => SAID.has(lower)),
  );
}

/** Whether somebody or something that nobody knows is the subject: "Canaccord Genuity struck it from the list". */
export function hasForeignSubject(place: Place): boolean {
  const { article, parsed, act } = place;
  for (let i = act.from - 1; i >= Math.max(0, act.from - 14); i--) {
    const token = article.tokens[i] as Token;
    const start = parsed.clauses.list[act.clause]?.from ?? 0;
    if (i < start && parsed.clauses.list[act.clause]?.relativeTo === null) break;
    if (parsed.clauses.at(i) !== act.clause) continue;
    const opensSentence = i === (article.sentences[place.n]?.from ?? 0);
    if (token.isCapital && token.isWord && !/\d/.test(token.text) && !opensSentence && !article.covered(i))
      return true;
  }
  return false;
}

/** "At T-Mobile, the Wing was marked down, and the Velvet won't be restocked": a seller that frames the sentence. */
function frameOf({ article, n, act }: Place, groups: readonly Group<Choice>[]): Group<Choice> | undefined {
  const { from } = article.sentences[n] as { from: number };
  const [first] = groups;
  if (!first || first.to > act.from || article.tokens[first.to]?.text !== ",") return undefined;
  const words = article.tokens.slice(from, first.from).map(({ lower }) => lower);
  return words.length > 0 && words.length < 4 && words.at(-1) === "at" ? first : undefined;
}

const TOGETHER = new Set(["both", "neither"]);

/** "Both will have it from £16 at O2": who is meant by the subject leads over whom a preposition names after it. */
function togetherBefore(place: Place): readonly Choice[] | null {
  const { article, scene, n, parsed, act } = place;
  const start = parsed.clauses.list[act.clause]?.from ?? 0;
  for (let i = act.from - 1; i >= Math.max(start, act.from - 3); i--)
    if (TOGETHER.has(article.tokens[i]?.lower ?? "") && parsed.clauses.at(i) === act.clause) {
      const noun = article.tokens[i + 1];
      const kind = noun && hasForm(noun, CARRIERS) ? false : noun && hasForm(noun, SHOPS) ? true : null;
      const two = nearestSellers(scene, n, i, 2, kind);
      if (two.length === 2) return two;
    }
  return null;
}

/** "EE sells it in the UK, Telekom in Germany": a second seller, in its country, without a verb. */
const isGapped = (article: Article, group: Group<Choice>): boolean => {
  const [before, next, after, third] = [-1, 0, 1, 2].map(
    (i) => article.tokens[(i < 0 ? group.from : group.to) + i],
  );
  const place = after?.lower === "the" ? third : after;
  return (
    (before?.text === "," || before?.lower === "and") &&
    next?.lower === "in" &&
    place?.isCapital === true &&
    placeWords.has(place.lower)
  );
};

const FIRST = new Set("i i've i'd i'm".split(" "));

/** The carriers or retailers of an act. */
export function findSellers(place: Place): Found<Choice> {
  const { article, scene, n, parsed, act, nth } = place;
  const inSentence = scene.groups[n]?.sellers ?? [];
  // What works on a network works on a carrier's, whatever shop sold it.
  const groups =
    act.match.rule.effect === "works"
      ? inSentence.filter(({ members: all }) => all.some(({ entity }) => entity.kind === "carrier"))
      : inSentence;
  const left = side(place, groups, "left", true);
  const right = side(place, groups, "right", true);
  const led = right.filter((group) => group.from < act.to || isLedTo(article.tokens, group, act.from));
  const follows = sellerFollows(place);
  const customers = act.match.rule.id === "bought-from";
  const gapped = right.filter((group) => isGapped(article, group));
  const named = follows
    ? led.length > 0 || customers
      ? led
      : left
    : left.length > 0
      ? [...left.slice(-1), ...gapped]
      : led;
  const host = customers && led.length === 0 ? frameOf(place, groups) : undefined;
  if (host) return { members: host.members, how: "named" };
  // "I've carried the phone, mostly on T-Mobile's network": the writer did.
  if (FIRST.has(article.tokens[act.from - 1]?.lower ?? "") && !act.passive) return "foreign";
  if (customers && led.length === 0) return "foreign";
  const together = !follows && left.length === 0 ? togetherBefore(place) : null;
  if (together) return { members: together, how: "meant" };
  if (named.length > 0) return { members: members(named), how: "named" };
  const before_ = antecedent(place, groups);
  if (before_ && (!follows || parsed.clauses.list[act.clause]?.opener === "where"))
    return { members: before_.members, how: "named" };
  // "Bell pointed to its website, where it is available": the one seller before the place.
  const [first, other] = groups.filter((group) => !group.aside && group.to <= act.from);
  if (first && !other && parsed.clauses.list[act.clause]?.opener === "where")
    return { members: first.members, how: "named" };
  const heading = headingOf(place);
  if (heading) return { members: heading.members, how: "meant" };
  const meant = sellerReference(article, scene, n, parsed, act, follows);
  if (meant) return meant === "foreign" ? "foreign" : { ...meant, how: "meant" };
  const sayer = sayerAfter(place, groups);
  if (sayer) return { members: sayer.members.slice(-1), how: "meant" };
  const frame = frameOf(place, groups);
  if (frame) return { members: frame.members, how: "meant" };
  const far = side(place, groups, "left", false);
  if (far.length > 0 && nth > 0) return { members: far[0]?.members ?? [], how: "taken-over" };
  // "AT&T is the only one to offer it: pre-orders are open".
  const [only, more] = groups.filter((group) => !group.aside && group.to <= act.from);
  if (only && !more && nth > 0 && article.tokens[parsed.clauses.list[act.clause]?.from ?? 0]?.text === ":")
    return { members: only.members, how: "taken-over" };
  return null;
}
