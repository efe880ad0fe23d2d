import type { Sentence } from "@/intake/text/sentences";
import type { Token } from "@/intake/text/tokens";
import type { Entity } from "./lexicon";
import type { Mention } from "./mention";
import { PLACE_OF_DOMAIN, placeWords } from "./places";

/** A country that a token speaks of. */
export type Place = { readonly at: number; readonly country: string };

/** Which of several entities a name means. `certain` when something in the text decides; else it is a question. */
export type Choice = {
  readonly entity: Entity;
  readonly options: readonly Entity[];
  readonly certain: boolean;
};

/** No article speaks of more; each is looked at for every ambiguous name. */
const MOST_PLACES = 200;

/** The countries of a text, by word, in order. */
export function placesOf(tokens: readonly Token[]): Place[] {
  const places: Place[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (!token.isWord) continue;
    for (const words of [3, 2, 1]) {
      const phrase = tokens
        .slice(i, i + words)
        .map((t) => t.lower)
        .join(" ");
      const country = placeWords.get(phrase);
      if (places.length >= MOST_PLACES) return places;
      // "us" and "in" are words; the country is written in capitals.
      if (country && (token.isCapital || phrase.includes(" ")) && !(phrase === "us" && token.text !== "US")) {
        places.push({ at: i, country });
        break;
      }
    }
  }
  return places;
}

/** The country that a publisher's address ends with, if it says one. */
export function placeOfPublisher(publisher: string): string | null {
  const name = publisher.toLowerCase();
  const ending = Object.keys(PLACE_OF_DOMAIN).find((domain) => name.endsWith(domain));
  return ending ? (PLACE_OF_DOMAIN[ending] ?? null) : null;
}

export type Surroundings = {
  readonly places: readonly Place[];
  /** Countries of the carriers that the text names beyond doubt, with how often. */
  readonly carriers: ReadonlyMap<string, number>;
  readonly publisher: string | null;
};

function score(
  country: string | undefined,
  mention: Mention,
  sentence: Sentence,
  around: Surroundings,
): number {
  if (!country) return 0;
  const here = around.places.filter((place) => place.country === country);
  if (here.some(({ at }) => at >= sentence.from && at < sentence.to)) return 8;
  const before = around.places.filter(({ at }) => at < mention.from).at(-1);
  let total = before?.country === country ? 4 : here.length > 0 ? 2 : 0;
  total += Math.min(3, around.carriers.get(country) ?? 0);
  return around.publisher === country ? total + 3 : total;
}

/** By how much the countries around must speak for another than the one that bears the name. */
const CLEARLY = 4;

/** Weighs the entities that a name may mean by the countries around it. An entity recorded under this very name leads when nothing decides. */
export function choose(
  mention: Mention,
  entities: readonly Entity[],
  spelling: string,
  sentence: Sentence,
  around: Surroundings,
): Choice {
  const [first] = entities as readonly [Entity, ...Entity[]];
  if (entities.length === 1) return { entity: first, options: entities, certain: true };
  const written = (entity: Entity) => entity.name === spelling || entity.aliases.includes(spelling);
  const ranked = entities
    .map((entity) => ({
      entity,
      own: written(entity),
      points: score(entity.country, mention, sentence, around),
    }))
    .sort((a, b) => b.points - a.points || Number(b.own) - Number(a.own));
  const [best, second] = ranked as [(typeof ranked)[0], (typeof ranked)[0]];
  // A name that only one of them bears in full is that one's, unless the sentence speaks of another's country.
  const owners = ranked.filter(({ own }) => own);
  const [owner] = owners;
  if (owner && owners.length === 1 && (best === owner || best.points < Math.min(8, owner.points + CLEARLY)))
    return {
      entity: owner.entity,
      options: [owner.entity, ...entities.filter((e) => e !== owner.entity)],
      certain: true,
    };
  return {
    entity: best.entity,
    options: ranked.map(({ entity }) => entity),
    certain: best.points > second.points,
  };
}
