import type { Article } from "./acts/article";
import type { Fact } from "./acts/fact";
import type { Scene } from "./acts/scene";
import type { ProposedStatement } from "./proposal";
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
  const carrier = seller?.entity.kind === "carrier" ? seller.entity.slug : null;
  const device = product?.sort === "device" ? product.entity.slug : null;
  const maker =
    product?.sort === "brand"
      ? product.entity.slug
      : device === null && spoken.org.kind === "manufacturer"
        ? spoken.org.slug
        : null;
  return {
    device,
    carrier,
    manufacturer:
      device === null && carrier === null
        ? (maker ?? (spoken.org.kind === "manufacturer" ? spoken.org.slug : null))
        : maker,
  };
}

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
