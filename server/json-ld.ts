/** What a page says of its article to programs (schema.org in JSON-LD); "" where it says nothing. */
export type LinkedFacts = {
  readonly title: string;
  readonly publisher: string;
  readonly author: string;
  readonly published: string;
};

const ARTICLES = /^(?:\w*Article|BlogPosting|Report|LiveBlogPosting|Review)$/;
/** Things of one page that are looked at. */
const MOST = 50;

/** The facts of the first article in a script of a page; null: it holds none, or is no JSON. */
export function articleOfJsonLd(json: string): LinkedFacts | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  const found = thingsOf(value).find((thing) => listOf(thing["@type"]).some((t) => ARTICLES.test(textOf(t))));
  if (!found) return null;
  return {
    title: textOf(found.headline) || textOf(found.name),
    publisher: nameOf(found.publisher),
    author: nameOf(found.author),
    published: textOf(found.datePublished),
  };
}

type Thing = Readonly<Record<string, unknown>>;
const isThing = (value: unknown): value is Thing =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** A page holds one thing, a list of them, or a graph. */
const thingsOf = (value: unknown): readonly Thing[] =>
  listOf(value)
    .slice(0, MOST)
    .flatMap((one) => (isThing(one) ? [one, ...listOf(one["@graph"]).slice(0, MOST)] : []))
    .filter(isThing);

const textOf = (value: unknown): string => (typeof value === "string" ? value.trim().slice(0, 300) : "");

/** A person or publisher: their name, or a thing that has one, or several. */
const nameOf = (value: unknown): string =>
  listOf(value)
    .slice(0, 5)
    .map((one) => textOf(isThing(one) ? one.name : one))
    .filter((name) => name !== "" && !/^https?:/i.test(name))
    .join(", ")
    .slice(0, 200);
