import { nameKey } from "./names";
import { holds, type SearchWords, searchText, wordPattern } from "./search-words";
import type { AliasKind } from "./status";
import { ALIAS_KIND_WORDS } from "./words";

export type FoundIn =
  | "name"
  | "device"
  | "carrier"
  | "alias"
  | "maker"
  | "parent"
  | "title"
  | "publisher"
  | "author"
  | "issuer"
  | "speaker"
  | "organisation"
  | "address";

/** A text of a hit that a search may be found in. */
export type SearchedText = { readonly in: FoundIn; readonly text: string; readonly alias?: AliasKind };

/** Why a thing was found: in which of its texts, and for which words something was taken that is only spelled alike. */
export type SearchWhy = { readonly places: readonly SearchedText[]; readonly like: readonly string[] };

/**
 * The fewest texts that hold the whole search, the first of `texts` preferred: the one that holds it all, else those that
 * add a word. What the database found by other means (another script's marks) has no places.
 */
export function whyFound({ words, whole }: SearchWords, texts: readonly SearchedText[]): SearchWhy {
  const folded = texts.map((place) => ({ place, text: searchText(place.text) }));
  const like = words.filter(({ typed, keys }) => nameKey(typed) !== keys[0]);
  const spelt = like.map(
    ({ keys }) => keys.find((k) => folded.some(({ text }) => text.includes(k))) ?? keys[0],
  );
  const because = (places: readonly SearchedText[]): SearchWhy => ({
    places,
    like: spelt.filter((word) => word !== undefined),
  });
  const alone =
    folded.find(({ text }) => text.includes(` ${whole} `)) ??
    folded.find(({ text }) => text.includes(wordPattern(whole))) ??
    folded.find(({ text }) => words.every((word) => holds(text, word)));
  if (alone) return because([alone.place]);
  const places: SearchedText[] = [];
  let missing = [...words];
  for (const { place, text } of folded) {
    const rest = missing.filter((word) => !holds(text, word));
    if (rest.length < missing.length) places.push(place);
    missing = rest;
  }
  return because(places);
}

const PLACE_WORDS: Readonly<Record<Exclude<FoundIn, "alias">, (text: string) => string>> = {
  name: () => "name",
  device: () => "device",
  carrier: () => "carrier",
  maker: (text) => `made by ${text}`,
  parent: (text) => `part of ${text}`,
  title: () => "headline",
  publisher: () => "publisher",
  author: (text) => `by ${text}`,
  issuer: (text) => `issued by ${text}`,
  speaker: () => "who says it",
  organisation: (text) => `speaks for ${text}`,
  address: () => "its address",
};

/** Why a thing was found, in a few words: "model number BLA-A09", "other name Mate 10 Pro, spelled alike". */
export function whyWords({ places, like }: SearchWhy): string {
  const said = places.map((place) =>
    place.in === "alias"
      ? `${ALIAS_KIND_WORDS[place.alias ?? "name"]} ${place.text}`
      : PLACE_WORDS[place.in](place.text),
  );
  return [...new Set(said), ...(like.length > 0 ? ["spelled alike"] : [])].join(", ");
}
