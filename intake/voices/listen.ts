import type { Article } from "@/intake/acts/article";
import type { Fact } from "@/intake/acts/fact";
import type { Scene } from "@/intake/acts/scene";
import type { Lexicon } from "@/intake/names/lexicon";
import { sourcingIn } from "./attribution";
import type { Cues } from "./cues";
import { peopleOf } from "./people";
import { type Cited, citedIn } from "./publications";
import { type Saying, sayingsIn } from "./speakers";
import { type Spoken, spokenIn } from "./statements";

/** All that the text says about who says what. */
export type Voices = {
  readonly cues: Cues;
  readonly spoken: readonly Spoken[];
  readonly cited: readonly Cited[];
};

const WIRES =
  /\b(?:PRNewswire|PR Newswire|BUSINESS WIRE|Business Wire|GLOBE NEWSWIRE|GlobeNewswire|Marketwired|Newswire)\b/;

/** A release is sent by a wire of releases, or published under a party's own name. */
function isRelease(article: Article, lexicon: Lexicon): boolean {
  const own = article.publisher.replace(/\(.*\)/, "").trim();
  const party = lexicon.entities.some(
    (entity) => entity.kind !== "device" && (entity.name === own || entity.aliases.includes(own)),
  );
  return party || WIRES.test(article.text.slice(0, 1500));
}

const bySentence = <T extends { readonly sentence: number }>(things: readonly T[], count: number): T[][] => {
  const sorted: T[][] = Array.from({ length: count }, () => []);
  for (const thing of things) sorted[thing.sentence]?.push(thing);
  return sorted;
};

/** Finds who speaks, who is cited, and what is said, once for the whole text. */
export function listen(article: Article, scene: Scene, facts: readonly Fact[], lexicon: Lexicon): Voices {
  const count = article.sentences.length;
  const [topic] = scene.topicProducts;
  const maker = topic?.sort === "device" ? (lexicon.makers.get(topic.entity.maker ?? "") ?? null) : null;
  const isNamed = scene.groups.some(({ makers }) =>
    makers.some(({ members }) => maker !== null && members.includes(maker)),
  );
  const topicMaker = isNamed ? maker : null;
  const sayings: Saying[] = sayingsIn(article, scene, peopleOf(article, scene.groups, topicMaker));
  const cited = citedIn(article, lexicon);
  const spoken = spokenIn(article, sayings, facts);
  return {
    cues: {
      sourcing: sourcingIn(article),
      sayings: bySentence(sayings, count),
      cited: bySentence(cited, count),
      spoken,
      release: isRelease(article, lexicon),
    },
    spoken,
    cited,
  };
}
