import { dateAct } from "./dating";
import type { Fact, Fate } from "./fact";
import { findProducts } from "./find-products";
import { findSellers } from "./find-sellers";
import type { Verdict } from "./judge";
import type { Place } from "./place";

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
