import type { Attribution } from "@/domain/status";
import type { Article } from "@/intake/acts/article";
import type { Fact } from "@/intake/acts/fact";
import { matchesOf } from "@/intake/rules/match";
import { indexOf } from "@/intake/rules/rule";
import { SOURCING } from "@/intake/rules/sourcing";
import type { Cues } from "./cues";
import type { Cited } from "./publications";
import type { Saying } from "./speakers";
import { inherited, lastCited, reportWords, sentencesOn } from "./upstream";

/** How the text knows a fact, and on whose reports it rests. `named`: false when it retells reports that it does not name. */
export type Sourced = {
  readonly attribution: Attribution;
  readonly speaker: string | null;
  readonly upstream: readonly Cited[];
  readonly retold: boolean;
};

/** Strongest first. */
const ORDER: readonly Attribution[] = ["official", "document", "named", "anonymous", "unattributed"];
const index = indexOf(SOURCING);

export const sourcingIn = (article: Article): Attribution[][] =>
  article.sentences.map(({ from, to }) => [
    ...new Set(matchesOf(index, article.tokens, from, to, article.slots).map((match) => match.rule.effect)),
  ]);

/** What the part of the sentence that tells the fact says, up to a semicolon on either side. */
function sourcingAt(article: Article, { sentence, act }: Fact): Attribution[] {
  const { from, to } = article.sentences[sentence] as { from: number; to: number };
  let [start, end] = [act.from, act.to];
  while (start > from && article.tokens[start - 1]?.text !== ";") start -= 1;
  while (end < to && article.tokens[end]?.text !== ";") end += 1;
  return matchesOf(index, article.tokens, start, end, article.slots).map((match) => match.rule.effect);
}

const isParty = (saying: Saying, fact: Fact): boolean => {
  const { product, seller } = fact;
  const maker =
    product.sort === "device" ? product.entity.maker : product.sort === "brand" ? product.entity.slug : null;
  return (
    saying.org.slug === seller.entity.slug || saying.org.slug === maker || saying.org.kind !== "manufacturer"
  );
};

function strongest(found: readonly Attribution[]): Attribution {
  return ORDER.find((attribution) => found.includes(attribution)) ?? "unattributed";
}

/** What one sentence says about where its facts come from. */
function ofSentence(
  article: Article,
  cues: Cues,
  fact: Fact,
  n: number,
): { found: Attribution[]; speaker: string | null } {
  const found: Attribution[] = [
    ...(n === fact.sentence ? sourcingAt(article, fact) : (cues.sourcing[n] ?? [])),
  ];
  if (speaksOfThePaper(article, n)) found.push("document");
  const silent = new Set(
    cues.spoken.filter((s) => s.sentence === n && s.stance === "no-comment").map((s) => s.org.slug),
  );
  const official = (cues.sayings[n] ?? []).find(
    (saying) => isParty(saying, fact) && !silent.has(saying.org.slug) && isNear(article, fact, saying),
  );
  // A party's words count unless the sentence has them from unnamed people of that party.
  if (official && !(found.includes("anonymous") && official.by === "org"))
    return { found: [...found, "official"], speaker: official.speaker };
  return { found, speaker: null };
}

/** "In it, staff are informed that …" after a sentence about a memo; "the memo said". */
function speaksOfThePaper(article: Article, n: number): boolean {
  const { from, to } = article.sentences[n] as { from: number; to: number };
  const words = article.tokens.slice(from, Math.min(to, from + 60)).map(({ lower }) => lower);
  const before = article.sentences[n - 1];
  const earlier = before ? article.tokens.slice(before.from, before.to).map(({ lower }) => lower) : [];
  const papers = ["memo", "document", "e-mail", "email", "message", "notice", "letter", "filing"];
  return (
    words.some((word, i) => word === "in" && words[i + 1] === "it" && words[i + 2] === ",") &&
    earlier.some((word) => papers.includes(word))
  );
}

/** A saying in another clause of a long sentence, after a "but", says something else. */
function isNear(article: Article, fact: Fact, saying: Saying): boolean {
  if (fact.sentence !== saying.sentence) return true;
  const [a, b] = [Math.min(fact.act.from, saying.verb), Math.max(fact.act.to, saying.verb)];
  for (let i = a; i < b; i++) {
    const { lower } = article.tokens[i] as { lower: string };
    // "Its stores have it, and the maker tells us …": the second half is another matter.
    if (lower === "and" && saying.verb > fact.act.to && article.tokens[i - 1]?.text === ",") return false;
    // "Verizon is sitting it out; a spokesman said …": a person of the seller speaks of it still.
    if (lower === ";" && saying.by === "spokesperson" && saying.org === fact.seller.entity) continue;
    if (lower === ";" || lower === "although" || lower === "while") return false;
  }
  return true;
}

const IT = new Set(
  "it this that move news report decision plan launch plans cancellation change both story tie-up deal partnership delay withdrawal agreement".split(
    " ",
  ),
);

/** A party confirms it in a sentence of its own: "A few hours later a spokesman confirmed it." */
function confirmedNear(article: Article, cues: Cues, fact: Fact): Saying | null {
  for (let n = fact.sentence + 1; n <= Math.min(article.sentences.length - 1, fact.sentence + 4); n++) {
    for (const saying of cues.sayings[n] ?? []) {
      const verb = article.tokens[saying.verb];
      const sameParagraph = article.sentences[n]?.paragraph === article.sentences[fact.sentence]?.paragraph;
      const spoken = cues.spoken.find((s) => s.sentence === n && s.org.slug === saying.org.slug);
      const announces = verb?.forms.includes("announce") === true && isParty(saying, fact);
      if (
        (saying.org.slug !== fact.seller.entity.slug && !announces) ||
        spoken?.stance === "no-comment" ||
        spoken?.stance === "denies"
      )
        continue;
      // "confirmed it", "has confirmed."
      const object =
        article.tokens[saying.verb + 1]?.text === "." ||
        article.tokens.slice(saying.verb + 1, saying.verb + 5).some((token) => IT.has(token.lower));
      if ((verb?.forms.includes("confirm") || announces) && object) return saying;
      const follows = n === fact.sentence + 1 && spoken?.quote;
      // A quotation has a paragraph of its own in the press; there it must confirm the news.
      if (
        follows &&
        saying.by !== "org" &&
        (sameParagraph || ["confirms", "supports"].includes(spoken.stance))
      )
        return saying;
    }
  }
  return null;
}

/** How the text knows what several of its sentences say of one device at one seller: the strongest holds. */
export function sourceOf(article: Article, cues: Cues, facts: readonly Fact[]): Sourced {
  const story = facts.filter((fact) => article.sentences[fact.sentence]?.part !== "headline");
  const told = story.length > 0 ? story : facts;
  const found: Attribution[] = [];
  const upstream: Cited[] = [];
  let speaker: string | null = null;
  let retold = false;
  for (const fact of told) {
    const own = ofSentence(article, cues, fact, fact.sentence);
    found.push(...own.found);
    speaker ??= own.speaker;
    upstream.push(...(cues.cited[fact.sentence] ?? []));
    const words = reportWords(article, fact.sentence);
    if (words === "others") retold = true;
    if (words === "same" && (cues.cited[fact.sentence] ?? []).length === 0)
      upstream.push(...lastCited(cues, fact.sentence));
    const confirmed = own.speaker === null ? confirmedNear(article, cues, fact) : null;
    if (confirmed) {
      found.push("official");
      speaker ??= confirmed.speaker;
    }
  }
  if (upstream.length === 0 && !retold && speaker === null) upstream.push(...inherited(article, cues, told));
  for (const cited of upstream)
    for (const n of sentencesOn(article, cues, cited))
      found.push(...(cues.sourcing[n] ?? []).filter((a) => a === "anonymous" || a === "document"));
  if (cues.release) found.push("official");
  return {
    attribution: strongest(found),
    speaker,
    upstream: [...new Map(upstream.map((c) => [c.name, c])).values()],
    retold,
  };
}
