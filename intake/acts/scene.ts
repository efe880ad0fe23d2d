import type { Choice } from "@/intake/names/choose";
import type { Article } from "./article";
import type { Group, Groups, Product, ProductGroup, SellerGroup } from "./groups";

/** The groups of a text with what it is about: the ground on which "it" and "the carrier" are understood. */
export type Scene = {
  readonly groups: readonly Groups[];
  /** What the headline, else the first sentences, is about. */
  readonly topicProducts: readonly Product[];
  readonly topicSellers: readonly Choice[];
  readonly allSellers: readonly Choice[];
};

export const productKey = (product: Product): string =>
  product.sort === "unknown"
    ? `?${product.name}`
    : product.sort === "brand"
      ? `${product.entity.slug}:*`
      : product.entity.slug;

const uniqueBy = <T>(items: readonly T[], keyOf: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];

const involved = <T>(groups: readonly Group<T>[]): T[] =>
  groups.filter((group) => !group.aside).flatMap((group) => group.members);

/** How often each device is named, the most frequent first; earlier ones lead among equals. */
function byFrequency(groups: readonly Groups[], least: number): Product[] {
  const counts = new Map<string, { product: Product; count: number }>();
  for (const { products } of groups) {
    for (const product of involved(products)) {
      if (product.sort !== "device") continue;
      const known = counts.get(productKey(product));
      counts.set(productKey(product), { product, count: (known?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()]
    .filter(({ count }) => count >= least)
    .sort((a, b) => b.count - a.count)
    .map(({ product }) => product);
}

/** What the text is about: the devices and sellers of its headline; what is missing there, from the opening. */
export function sceneOf(article: Article, groups: readonly Groups[]): Scene {
  const headline = article.sentences[0]?.part === "headline" ? groups[0] : undefined;
  const story = groups.filter((_, n) => (article.sentences[n]?.part ?? "story") !== "aside");
  const opening = story.slice(headline ? 1 : 0, 5);
  const known = (products: readonly Product[]) => products.filter((product) => product.sort === "device");
  const inHeadline = headline ? known(involved(headline.products)) : [];
  const inOpening = opening.map((g) => known(involved(g.products))).find((found) => found.length > 0) ?? [];
  // What is named once, far below, is not what the text is about.
  const [most] = byFrequency(story, 2);
  const topicProducts =
    inHeadline.length > 0 ? inHeadline : inOpening.length > 0 ? inOpening : most ? [most] : [];
  const sellers = headline ? involved(headline.sellers) : [];
  const sellersOpening = opening.map((g) => involved(g.sellers)).find((found) => found.length > 0) ?? [];
  const bySlug = ({ entity }: Choice) => entity.slug;
  return {
    groups,
    topicProducts: uniqueBy(topicProducts, productKey),
    topicSellers: uniqueBy(sellers.length > 0 ? sellers : sellersOpening, bySlug),
    allSellers: uniqueBy(
      story.flatMap((g) => involved(g.sellers)),
      bySlug,
    ),
  };
}

/** The groups of earlier places, nearest first: of the same sentence before `at`, then of up to `reach` sentences before it. */
export function before<T extends ProductGroup | SellerGroup>(
  scene: Scene,
  pick: (groups: Groups) => readonly T[],
  sentence: number,
  at: number,
  reach: number,
): T[] {
  const found: T[] = [];
  for (let n = sentence; n >= Math.max(0, sentence - reach); n--) {
    const groups = scene.groups[n];
    if (groups)
      found.push(
        ...pick(groups)
          .filter((group) => group.to <= at && !group.aside)
          .toReversed(),
      );
  }
  return found;
}
