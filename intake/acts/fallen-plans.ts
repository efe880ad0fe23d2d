import type { Fact, Fate } from "./fact";
import { productKey } from "./scene";

const makerOf = ({ product }: Fact): string | null =>
  product.sort === "device"
    ? (product.entity.maker ?? null)
    : product.sort === "brand"
      ? product.entity.slug
      : product.maker;

const GIVEN_UP: ReadonlySet<Fact["status"]> = new Set(["withdrawn", "paused", "refused"]);
const isGivenUp = (fact: Fact): boolean =>
  GIVEN_UP.has(fact.status) || fact.act.match.rule.effect === "delay";

/**
 * "EE drops Huawei. It had planned to sell the Mate X": what a seller gave up of a brand, or of a phone that the words do not
 * name, is what it had planned. The plan told as past takes the fate that the text tells, and where no name stood beside
 * that fate, it is the fate of the planned device alone. So does what the maker alone put off or gave up.
 */
export function withFallenPlans(facts: readonly Fact[], fates: readonly Fate[]): Fact[] {
  const moved = new Set<Fact>();
  const fallen: Fact[] = [];
  for (const plan of facts.filter(({ status }) => status === "once-planned")) {
    if (plan.product.sort !== "device") continue;
    const own = productKey(plan.product);
    const ofSeller = facts.filter((fact) => fact.seller.entity.slug === plan.seller.entity.slug);
    // Where the text says of the device itself what became of it, nothing is to be concluded.
    if (ofSeller.some((fact) => productKey(fact.product) === own && fact.status !== "once-planned")) continue;
    const fate = ofSeller.find(
      (fact) =>
        isGivenUp(fact) &&
        makerOf(fact) === makerOf(plan) &&
        (fact.product.sort === "brand" || fact.productBy !== "named"),
    );
    if (!fate) {
      const common = fates.find(({ products }) => products.some((product) => productKey(product) === own));
      if (common) fallen.push({ ...plan, ...common, sentence: plan.sentence });
      continue;
    }
    if (fate.product.sort === "device" && productKey(fate.product) !== own) moved.add(fate);
    fallen.push({ ...fate, product: plan.product, productBy: plan.productBy, sentence: plan.sentence });
  }
  return [...facts.filter((fact) => !moved.has(fact)), ...fallen];
}
