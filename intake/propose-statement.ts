import type { Article } from "./acts/article";
import type { Fact } from "./acts/fact";
import type { Scene } from "./acts/scene";
import type { Entity } from "./names/lexicon";
import type { Option, ProposedStatement } from "./proposal";
import { sentencePassage, type Words } from "./propose-change";
import { quoteText } from "./voices/quotes";
import type { Spoken } from "./voices/statements";

/** What a statement is about: the facts of its sentence, else what the text is about. */
function aboutOf(spoken: Spoken, scene: Scene, facts: readonly Fact[]): ProposedStatement["about"] {
  const near =
    facts.find((fact) => fact.sentence === spoken.sentence) ??
    facts.find((fact) => Math.abs(fact.sentence - spoken.sentence) < 2);
  const product = near?.product ?? scene.topicProducts[0];
  const seller =
    near?.seller ?? (spoken.org.kind === "carrier" ? { entity: spoken.org } : scene.topicSellers[0]);
  const carrier = seller?.entity.kind === "carrier" ? seller.entity : null;
  const device = product?.sort === "device" ? product.entity : null;
  const speaks = spoken.org.kind === "manufacturer" && device === null ? spoken.org : null;
  const maker = product?.sort === "brand" ? product.entity : speaks;
  return { device: option(device), carrier: option(carrier), manufacturer: option(maker) };
}

const option = (entity: Entity | null): Option | null => entity && { slug: entity.slug, name: entity.name };

/** What a party said, with its passage. */
export function statementOf(
  article: Article,
  scene: Scene,
  words: Words,
  facts: readonly Fact[],
  spoken: Spoken,
  nth: number,
): ProposedStatement {
  const { org, speaker, stance, rule, sentence, quote } = spoken;
  return {
    id: `s${nth + 1}`,
    org: { kind: org.kind === "device" ? "manufacturer" : org.kind, slug: org.slug, name: org.name },
    speaker,
    stance,
    quote: quote ? quoteText(article, quote) : null,
    about: aboutOf(spoken, scene, facts),
    passage: sentencePassage(article, words, sentence),
    rule,
  };
}

/** One statement for an organisation and stance: the one with a quotation, else the first. */
export function onePerStance(spoken: readonly Spoken[]): Spoken[] {
  const best = new Map<string, Spoken>();
  for (const one of spoken) {
    const key = `${one.org.slug}|${one.stance}`;
    const known = best.get(key);
    if (!known || (!known.quote && one.quote)) best.set(key, one);
  }
  return [...best.values()];
}
