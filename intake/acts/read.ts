import type { Choice } from "@/intake/names/choose";
import { placeWords } from "@/intake/names/places";
import type { Token } from "@/intake/text/tokens";
import { type Act, type Parsed, parse } from "./act";
import type { Article } from "./article";
import { asks, isExclusive } from "./asking";
import { type Bound, bind } from "./bind";
import { copied } from "./copied";
import { type Dating, dateAct } from "./dating";
import type { Fact, Fate, Launch } from "./fact";
import { fateOf, launchOf, withLaunches } from "./fates";
import { findSellers } from "./find-sellers";
import type { Product } from "./groups";
import { judge, type Verdict } from "./judge";
import { ofMaker } from "./product-words";
import { hangsOn, sameDay } from "./same-time";
import type { Scene } from "./scene";

/** A seller that is only the topic of the text is not taken for a sentence about another country. */
function elsewhere(
  article: Article,
  n: number,
  sellers: readonly Choice[],
  reach = Number.POSITIVE_INFINITY,
): boolean {
  const { from, to } = article.sentences[n] as { from: number; to: number };
  for (let i = from; i < Math.min(to, from + reach); i++) {
    const token = article.tokens[i] as Token;
    const country = token.isCapital ? placeWords.get(token.lower) : undefined;
    if (country && sellers.every(({ entity }) => entity.country !== undefined && entity.country !== country))
      return true;
  }
  return false;
}

/** "In the United States the phone …": words in which a country frames the sentence. */
const FRAME = 4;

/** What is taken only from the topic of the text must be unmistakable. */
function isGuess(article: Article, n: number, bound: Bound, verdict: Verdict): boolean {
  if (bound.sellersBy === "meant" && elsewhere(article, n, bound.sellers, FRAME)) return true;
  if (bound.sellersBy === "topic") {
    if (bound.sellers.length !== 1 || elsewhere(article, n, bound.sellers)) return true;
    if (verdict.status === "carried" || verdict.status === "retail-only" || verdict.status === "unsold")
      return true;
  }
  return bound.productsBy === "topic" && bound.products.length === 0;
}

const UNLOCKED = new Set("unlocked sim-free contract-free outright sim carrier-agnostic".split(" "));

/** Whether a phone on a network is one that is bought elsewhere: the text nearby says unlocked, or that nobody there sells it. */
function isBoughtElsewhere(article: Article, n: number): boolean {
  const from = article.sentences[Math.max(0, n - 2)]?.from ?? 0;
  const to = article.sentences[Math.min(article.sentences.length - 1, n + 2)]?.to ?? 0;
  const words = article.tokens.slice(from, to).map((token) => token.lower);
  return (
    words.some((word) => UNLOCKED.has(word)) ||
    words.some((word, i) => word === "neither" && words[i + 1]?.startsWith("sell")) ||
    words.some(
      (word, i) =>
        (word === "without" || word === "no") && ["contract", "carrier", "a"].includes(words[i + 1] ?? ""),
    )
  );
}

/** Reads all sentences of the story into facts, in order. */
export function readFacts(
  article: Article,
  scene: Scene,
): { facts: readonly Fact[]; fates: readonly Fate[]; parsed: readonly Parsed[] } {
  const facts: Fact[] = [];
  const fates: Fate[] = [];
  const launches: Launch[] = [];
  const all: Parsed[] = [];
  for (let n = 0; n < article.sentences.length; n++) {
    const parsed = parse(article, n);
    all.push(parsed);
    const { part } = article.sentences[n] as { part: string };
    if (part === "aside" || part === "correction") continue;
    const question = asks(article, n);
    let isAhead = false;
    let isOthers = false;
    parsed.acts.forEach((act, nth) => {
      if (act.match.rule.effect === "copy") {
        facts.push(...copied(article, scene, n, parsed, act, facts));
        return;
      }
      const dated = (article.datesIn[n] ?? []).some(
        (date) =>
          parsed.clauses.at(date.from) === act.clause &&
          date.from >= act.to &&
          date.from - act.to < 8 &&
          !["this-year", "year"].includes(date.when.kind),
      );
      const judged = judge(article, parsed, act, n, question, dated);
      // "will be the first to offer it when it ships": the time of the deed before holds.
      const verdict = isAhead && hangsOn(parsed, act) ? { ...judged, ahead: true } : judged;
      isAhead = verdict.ahead;
      if (verdict.status === null) return;
      const place = { article, scene, n, parsed, act, nth };
      const fate = fateOf(place, verdict);
      if (fate) fates.push(fate);
      const launch = launchOf(place, verdict);
      if (launch) launches.push(launch);
      const bound = bind(place);
      if (!bound) {
        isOthers ||= findSellers(place) === "foreign";
        return;
      }
      // "the company takes orders, with deliveries to begin in May": the second deed is the company's, too.
      const sale = verdict.status === "planned" || verdict.status === "carried";
      if (isOthers && sale && bound.sellersBy === "topic") return;
      const planned = ["preorder", "plan"].includes(act.match.rule.effect);
      const dating = dateAct(article, n, parsed, act, verdict.ahead || planned);
      const same =
        ["carried", "planned"].includes(verdict.status) && dating.lies === "unsaid"
          ? sameDay(article, n, act, facts)
          : null;
      const ahead = dating.lies === "ahead" || same !== null;
      const status = verdict.status === "carried" && (ahead || verdict.ahead) ? "planned" : verdict.status;
      if (isGuess(article, n, bound, { ...verdict, status })) return;
      const when = same ? { ...dating, target: same.target } : dating;
      facts.push(...factsOf(article, scene, n, parsed, act, bound, { ...verdict, status }, when));
    });
  }
  return { facts: withLaunches(facts, launches), fates, parsed: all };
}

function factsOf(
  article: Article,
  scene: Scene,
  n: number,
  parsed: Parsed,
  act: Act,
  bound: Bound,
  verdict: Verdict,
  dating: Dating,
): Fact[] {
  const { status } = verdict;
  if (status === null) return [];
  if (status === "retail-only" && !isBoughtElsewhere(article, n)) return [];
  const exclusive = (status === "planned" || status === "carried") && isExclusive(article, n, parsed, act);
  const products: readonly Product[] = bound.products.flatMap((p) =>
    p.sort === "brand" && p.singular ? ofMaker(scene, p) : [p],
  );
  return products.flatMap(
    (product) =>
      bound.sellers.map((seller) => ({
        product,
        seller,
        status: status === "stopped" ? "ended" : status,
        rule: act.match.rule.id,
        late: verdict.late,
        exclusive,
        sentence: n,
        act,
        sellerBy: bound.sellersBy,
        productBy: bound.productsBy,
        effective: dating.effective,
        nearby: dating.nearby,
        target: dating.target,
      })) as Fact[],
  );
}
