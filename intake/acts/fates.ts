import { dateAct } from "./dating";
import type { Fact, Fate, Launch } from "./fact";

import { findProducts } from "./find-products";
import { findSellers } from "./find-sellers";
import type { Verdict } from "./judge";
import type { Place } from "./place";
import { productKey } from "./scene";

/** "Samsung is postponing the Galaxy Fold", "the phone was pushed back": said of a device, and of no seller. */
export function fateOf(place: Place, verdict: Verdict): Fate | null {
  const { article, n, parsed, act } = place;
  const { status } = verdict;
  if (status !== "withdrawn" && status !== "paused" && act.match.rule.effect !== "delay") return null;
  const sellers = findSellers(place);
  const products = findProducts(place);
  if ((sellers !== null && sellers !== "foreign") || products === null || products === "foreign") return null;
  const { effective, nearby, target } = dateAct(article, n, parsed, act, verdict.ahead);
  return {
    status: status as Fact["status"],
    rule: act.match.rule.id,
    late: verdict.late,
    sentence: n,
    act,
    effective,
    nearby,
    target,
    products: products.members,
  };
}

/** "The phone ships on 10 September": a day of sale that is said of a device, and of no seller. */
export function launchOf(place: Place, verdict: Verdict): Launch | null {
  const { article, n, parsed, act } = place;
  if (act.match.rule.effect !== "sale" || (verdict.status !== "planned" && verdict.status !== "carried"))
    return null;
  const products = findProducts(place);
  if (products === null || products === "foreign" || products.how === "topic") return null;
  if (findSellers(place) !== null) return null;
  const { target, lies } = dateAct(article, n, parsed, act, verdict.ahead);
  return lies === "ahead" && target ? { products: products.members, target, sentence: n } : null;
}

/** How many sentences after it a day of sale still holds for the sellers that are named. */
const REACH = 3;

/** "is taking orders", "has it from £30 a month": a present without a day, which is none where the sale is yet to begin. */
const isTimeless = ({ status, effective, act }: Fact): boolean =>
  status === "carried" &&
  effective === null &&
  !act.bends.some(({ rule }) => rule.effect === "still") &&
  act.match.rule.effect === "sale" &&
  TIMELESS.has(act.match.rule.id);
const TIMELESS = new Set([
  "takes-orders",
  "has",
  "customers-buy",
  "bought-from",
  "is-seller",
  "exclusive-to",
]);

/** Sales without a day of their own have that on which the device's sale was just said to begin. */
export const withLaunches = (facts: readonly Fact[], launches: readonly Launch[]): readonly Fact[] =>
  facts.map((fact) => {
    if (!(fact.status === "planned" && fact.target === null) && !isTimeless(fact)) return fact;
    const launch = launches.findLast(
      ({ sentence, products }) =>
        sentence <= fact.sentence &&
        fact.sentence - sentence <= REACH &&
        products.some((product) => productKey(product) === productKey(fact.product)),
    );
    return launch ? { ...fact, status: "planned" as const, target: launch.target } : fact;
  });
