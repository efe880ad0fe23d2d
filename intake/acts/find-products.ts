import { WORD_CLASSES } from "@/intake/rules/classes";
import type { Token } from "@/intake/text/tokens";
import type { Article } from "./article";
import type { Product } from "./groups";
import { antecedent, type Found, joined, members, type Place, sellerFollows, side } from "./place";
import { productReference } from "./product-words";
import { before } from "./scene";

const NO_OBJECT = new Set(
  "at from by through via with on to for in of as and or but when while because since after before until if that which who , . ; : ! ? ) – \" ' today tomorrow yesterday this next last soon exclusively online nationwide again now unlocked there here altogether entirely it so too either".split(
    " ",
  ),
);

const SERVICES = new Set(
  "service network tariff plan bundle site website app programme program campaign year access coverage spectrum".split(
    " ",
  ),
);

/** "will launch its own 5G service": what is launched is no device. */
const isService = (article: Article, at: number): boolean => {
  for (let i = at; i < at + 7; i++) {
    const token = article.tokens[i];
    if (!token || (!token.isWord && token.text !== "'s")) return false;
    if (token.forms.some((form) => SERVICES.has(form))) return true;
  }
  return false;
};

/** Whether the deed has an object of its own that is no device: then nothing is taken from elsewhere. */
function hasForeignObject(place: Place): boolean {
  const { article, act } = place;
  if (act.passive || act.match.rule.frame === "device") return false;
  if (!["sale", "preorder", "stop", "resume"].includes(act.match.rule.effect)) return false;
  const last = article.tokens[act.to - 1] as Token;
  // "an end to its sales", "stops sales": the object is in the rule.
  if (last.forms.some((form) => WORD_CLASSES.sale?.has(form)))
    return act.match.rule.id === "offers" && isService(article, act.to);
  // "follows on Sunday": the rule ends with what leads to the day.
  if (act.match.rule.id === "follows-later") return false;
  const next = article.tokens[act.to];
  return next !== undefined && !NO_OBJECT.has(next.lower) && !next.lower.endsWith("ly");
}

/** "Marshmallow arrives on Verizon's Droid Turbo": what arrives there is something else. */
const isOwnedBySeller = ({ article, act }: Place, at: number): boolean =>
  act.match.rule.id === "arrives" &&
  article.tokens[at - 1]?.lower === "'s" &&
  (article.slots(at - 2)?.slots.includes("seller") ?? false);

const PEOPLE = new Set(
  "buyer buyers customer customers shopper shoppers users people fans owners subscribers we you i".split(" "),
);
const PAGES = new Set("listing listings page pages image images picture pictures photo photos".split(" "));

/** "Buyers can go to Amazon", "a listing for it turned up": people go there, and pages turn up, not the phone. */
function isOfOthers({ article, act }: Place): boolean {
  const before = (count: number) => article.tokens.slice(Math.max(0, act.from - count), act.from);
  return before(4).some(({ lower }) => PEOPLE.has(lower)) || before(8).some(({ lower }) => PAGES.has(lower));
}

/** "Neither will offer the Pro, which is available unlocked": a name that nobody knows stands before the clause. */
function isOfStranger({ article, parsed, act }: Place): boolean {
  const clause = parsed.clauses.list[act.clause];
  if (clause?.opener !== "which") return false;
  const before = article.tokens[clause.from - 1];
  return before?.isWord === true && before.isCapital && !article.covered(clause.from - 1);
}

/** The devices of an act. */
export function findProducts(place: Place): Found<Product> {
  const { article, scene, n, parsed, act, nth } = place;
  const groups = scene.groups[n]?.products ?? [];
  // "what we sell", "whatever it carries"
  if (article.tokens.slice(Math.max(0, act.from - 4), act.from).some((t) => t.lower === "what"))
    return "foreign";
  // "will sell what they have"
  if (/^what(?:ever)?$/.test(article.tokens[act.to]?.lower ?? "")) return "foreign";
  if (act.match.rule.id === "arrives" && isOfOthers(place)) return "foreign";
  // "T-Mobile parted company with BlackBerry"
  const maker =
    act.match.rule.effect === "drop"
      ? scene.groups[n]?.makers.find(({ from }) => from === act.to)
      : undefined;
  if (maker?.members[0] && article.tokens[act.to - 1]?.lower === "with")
    return { members: [{ sort: "brand", entity: maker.members[0], singular: false }], how: "named" };
  const left = side(place, groups, "left", true);
  const right = joined(article.tokens, side(place, groups, "right", true));
  const follows = sellerFollows(place);
  const named = follows ? (left.length > 0 ? left.slice(-1) : right) : right;
  const relative = follows ? undefined : antecedent(place, groups);
  if (relative && parsed.clauses.list[act.clause]?.opener === "which")
    return { members: relative.members, how: "named" };
  if (named.length > 0 && act.match.rule.id === "joins-range") {
    const newcomer = left.length > 0 ? members(left) : productReference(article, scene, n, parsed, act, true);
    const more =
      newcomer && newcomer !== "foreign" ? ("members" in newcomer ? newcomer.members : newcomer) : [];
    return { members: [...members(named), ...more], how: "named" };
  }
  if (named[0] && follows && left.length === 0 && isOwnedBySeller(place, named[0].from)) return "foreign";
  if (named.length > 0) return { members: members(named), how: "named" };
  const head = antecedent(place, groups);
  if (!head && isOfStranger(place)) return "foreign";
  if (head && parsed.clauses.list[act.clause]?.opener !== "where")
    return { members: head.members, how: "named" };
  const meant = productReference(article, scene, n, parsed, act, follows);
  if (meant) return meant === "foreign" ? "foreign" : { ...meant, how: "meant" };
  if (!follows && left.length > 0 && act.match.rule.effect !== "sale")
    return { members: members(left.slice(-1)), how: "named" };
  const earlier = before(scene, (g) => g.products, n, act.from, 0);
  if (nth > 0 && earlier[0] && !hasForeignObject(place))
    return { members: earlier[0].members, how: "taken-over" };
  return hasForeignObject(place) ? "foreign" : null;
}
