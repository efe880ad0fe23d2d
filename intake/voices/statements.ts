import type { StatementStance } from "@/domain/status";
import type { Article } from "@/intake/acts/article";
import type { Fact } from "@/intake/acts/fact";
import type { Entity } from "@/intake/names/lexicon";
import { matchesOf } from "@/intake/rules/match";
import { indexOf } from "@/intake/rules/rule";
import { STANCES } from "@/intake/rules/voicing";
import { type Quote, quotesIn } from "./quotes";
import type { Saying } from "./speakers";

/** What a party said in a sentence. */
export type Spoken = {
  readonly sentence: number;
  readonly org: Entity;
  readonly speaker: string;
  readonly stance: StatementStance;
  readonly quote: Quote | null;
  readonly rule: string;
};

const index = indexOf(STANCES);
const MEASURED: readonly StatementStance[] = ["no-comment", "denies", "criticises"];

/** Words of saying that tell news, when a fact stands in the sentence. */
const TELLING = new Set(
  "say tell confirm state add write tweet post reveal note explain disclose".split(" "),
);

function stanceOf(
  article: Article,
  n: number,
  saying: Saying,
  quote: Quote | null,
  facts: readonly Fact[],
): { stance: StatementStance; rule: string } | null {
  const { from, to } = article.sentences[n] as { from: number; to: number };
  const end = clauseEnd(article, saying.verb, to);
  const start = clauseStart(article, saying.verb, from);
  const matches = matchesOf(index, article.tokens, from, to, article.slots);
  const inReach = matches.filter((match) => match.from >= start && match.from < end);
  const strong = MEASURED.map((stance) => inReach.find((match) => match.rule.effect === stance)).find(
    (match) => match !== undefined,
  );
  if (strong) return { stance: strong.rule.effect, rule: strong.rule.id };
  const own = facts.filter((fact) => fact.sentence === n && concerns(saying.org, fact));
  const verb = article.tokens[saying.verb];
  const tells = verb?.forms.some((form) => TELLING.has(form)) ?? false;
  if (own.some((fact) => fact.status === "denied")) return { stance: "denies", rule: "denies" };
  if (own.length > 0 && tells) return { stance: "confirms", rule: "tells-news" };
  if (verb?.forms.includes("confirm") && !isOfOther(article, saying))
    return { stance: "confirms", rule: "confirms" };
  const supports = inReach.find((match) => match.rule.effect === "supports");
  if (quote || supports)
    return quote
      ? {
          stance: !supports && quoteTellsNews(article, n, facts, saying) ? "confirms" : "supports",
          rule: supports?.rule.id ?? "quoted",
        }
      : null;
  return null;
}

/** A quotation right after the news, by the seller, confirms it; an executive's words there are praise. */
const quoteTellsNews = (article: Article, n: number, facts: readonly Fact[], { org, by }: Saying): boolean =>
  facts.some(
    (fact) =>
      (fact.sentence === n || (fact.sentence === n - 1 && org.kind !== "manufacturer" && by !== "person")) &&
      article.sentences[fact.sentence]?.part !== "headline" &&
      concerns(org, fact),
  );

function concerns(org: Entity, fact: Fact): boolean {
  const { product, seller } = fact;
  const maker =
    product.sort === "device" ? product.entity.maker : product.sort === "brand" ? product.entity.slug : null;
  return seller.entity.slug === org.slug || maker === org.slug || org.kind !== "manufacturer";
}

/** "confirmed to X that", "would not confirm". */
function isOfOther(article: Article, saying: Saying): boolean {
  return article.tokens
    .slice(Math.max(0, saying.verb - 4), saying.verb)
    .some(({ lower }) => ["not", "neither", "nor", "nobody", "to", "cannot"].includes(lower));
}

const BREAKS = new Set([";", "but"]);

function clauseEnd(article: Article, from: number, to: number): number {
  let inQuote = false;
  for (let i = from; i < to; i++) {
    const token = article.tokens[i];
    if (token?.text === '"') inQuote = !inQuote;
    if (!inQuote && token && token.text === ";") return i;
  }
  return to;
}

function clauseStart(article: Article, verb: number, from: number): number {
  for (let i = verb - 1; i >= from; i--) if (BREAKS.has(article.tokens[i]?.lower ?? "")) return i;
  return from;
}

/** The statements of the parties, one for each organisation and stance in a sentence. */
export function spokenIn(article: Article, sayings: readonly Saying[], facts: readonly Fact[]): Spoken[] {
  const found = new Map<string, Spoken>();
  const factsIn = new Map<number, Fact[]>();
  for (const fact of facts.filter(({ status }) => status !== "unsold" && status !== "no-use"))
    factsIn.set(fact.sentence, [...(factsIn.get(fact.sentence) ?? []), fact]);
  for (const saying of sayings) {
    const n = saying.sentence;
    const [quote = null] = quotesIn(article, n);
    const around = [...(factsIn.get(n - 1) ?? []), ...(factsIn.get(n) ?? [])];
    const stance = stanceOf(article, n, saying, quote, around);
    if (!stance) continue;
    const key = `${n}|${saying.org.slug}|${stance.stance}`;
    if (!found.has(key))
      found.set(key, { sentence: n, org: saying.org, speaker: saying.speaker, ...stance, quote });
  }
  return [...found.values()];
}
