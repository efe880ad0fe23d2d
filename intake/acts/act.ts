import type { Match } from "@/intake/rules/match";
import { matchesOf } from "@/intake/rules/match";
import type { Bend, Deed } from "@/intake/rules/rule";
import type { Token } from "@/intake/text/tokens";
import type { Article } from "./article";
import { type Clauses, clausesOf } from "./clauses";
import { bendIndex, deedIndex, isAdverb, isVerbish } from "./verbs";

/** A deed in a sentence, with the words that bend it. `to` reaches over a deed that it governs: "stops | selling". */
export type Act = {
  readonly match: Match<Deed>;
  readonly from: number;
  readonly to: number;
  readonly clause: number;
  readonly passive: boolean;
  readonly bends: readonly Match<Bend>[];
};

export type Parsed = {
  readonly clauses: Clauses;
  readonly acts: readonly Act[];
  readonly bends: readonly Match<Bend>[];
};

const NOUN_BEFORE = new Set(
  "the a an its their his her our this that of at 's first official new global us uk exclusive full entire whole after before since following no any each every wide product sale sales price special free during pre post".split(
    " ",
  ),
);
const ALSO_NOUNS = new Set(
  "launch release debut offer market range stock ship list feature welcome score order bar sale can land bag end start buy find own support work function delay".split(
    " ",
  ),
);

/** "Britain's the only one" is, "Telstra's exclusivity" has. */
const COPULA_BEFORE = new Set("the an a also still now one been set".split(" "));

/** "a December release" */
const NAMES_A_SALE = new Set("release launch debut rollout".split(" "));

const BE_OR_MODAL = new Set("are were will would in at of have had".split(" "));

/** "its largest number of pre-orders", "record pre-orders": how many there were, no news of their own. */
const COUNTS = new Set("number record strong level amount demand thousands volume of".split(" "));

/** "the launch" and "its range" are things, not deeds. */
function isNoun(tokens: readonly Token[], match: Match<Deed>): boolean {
  const word = tokens[match.from] as Token;
  if (
    match.rule.id === "pre-order" &&
    /^(?:pre-?orders|reservations)$/.test(tokens[match.to - 1]?.lower ?? "") &&
    tokens.slice(Math.max(0, match.to - 4), match.to - 1).some(({ lower }) => COUNTS.has(lower))
  )
    return true;
  // "Shelves will be stocked"
  if (word.lower === "shelves" && BE_OR_MODAL.has(tokens[match.from + 1]?.lower ?? "")) return true;
  if (
    match.rule.id === "is-seller" &&
    word.lower === "'s" &&
    !COPULA_BEFORE.has(tokens[match.from + 1]?.lower ?? "")
  )
    return true;
  if (match.to - match.from > 1) return false;
  // "sold out in March", "sold well": how it sells, not that it does.
  if (match.rule.id === "sells" && ["out", "well", "poorly", "badly"].includes(tokens[match.to]?.lower ?? ""))
    return true;
  // "customers who pre-ordered it" did so before.
  if (
    /^(?:pre-?ordered|reserved)$/.test(word.lower) &&
    ["who", "that", "have", "had", "has"].includes(tokens[match.from - 1]?.lower ?? "")
  )
    return true;
  const before = tokens[match.from - 1];
  const base =
    word.forms.some((form) => ALSO_NOUNS.has(form)) &&
    (word.lower.endsWith("s") || ALSO_NOUNS.has(word.lower));
  return base && before !== undefined && NOUN_BEFORE.has(before.lower);
}

/** "has sold", "had to", "got used": the verb is another one. */
function isAuxiliary(tokens: readonly Token[], match: Match<Deed>): boolean {
  if (!match.rule.weak) return false;
  let next = match.to;
  while (isAdverb(tokens[next]) || tokens[next]?.text === '"') next += 1;
  const after = tokens[next];
  return (
    after !== undefined &&
    (after.lower === "to" || (isVerbish(after) && !after.isCapital) || /(?:ed|n't)$/.test(after.lower))
  );
}

const GOVERNING: ReadonlySet<Deed> = new Set(["drop", "stop", "pause", "delay", "refuse"]);

const BE = new Set(
  "be is are was were been being 's 're get gets got isn't aren't wasn't weren't".split(" "),
);

/** Whether a form of be stands before the participle: "was sold", "will not be sold". */
function isPassive(tokens: readonly Token[], match: Match<Deed>, start: number): boolean {
  const word = tokens[match.from] as Token;
  // "been pushed to November": the rule itself begins with the form of be.
  if (BE.has(word.lower) && GOVERNING.has(match.rule.effect)) return true;
  if (word.lower.endsWith("ing") || !(word.forms.length > 1)) return false;
  for (let i = match.from - 1; i >= Math.max(start, match.from - 4); i--) {
    const token = tokens[i] as Token;
    if (BE.has(token.lower)) return true;
    if (!/ly$|^(?:not|never|also|only|now|being|already|still|first|to|have|has)$/.test(token.lower))
      return false;
  }
  return false;
}

/** "After years without it, Sprint sells the phone": what a comma parts from the deed does not negate it. */
const isApart = (tokens: readonly Token[], bend: Match<Bend>, act: number): boolean =>
  ["without", "instead", "rather"].includes(tokens[bend.from]?.lower ?? "") &&
  tokens.slice(bend.to, act).some(({ text }) => text === ",");

const MODALS = new Set("can will may must shall could would should".split(" "));
const NEGATED_VERB = /^(?:not|never|want|like|hope|wish)$|n't$/;

/** "Anyone who does not want to wait can buy it": a verb of its own took the negation or the wish before the modal. */
export function isOfAnotherVerb(tokens: readonly Token[], bend: Match<Bend>, act: number): boolean {
  if (bend.rule.effect !== "not" && bend.rule.effect !== "wish") return false;
  if (!NEGATED_VERB.test(tokens[bend.from]?.lower ?? "") && bend.rule.effect === "not") return false;
  const between = tokens.slice(bend.to, act);
  const modal = between.findIndex(({ lower }) => MODALS.has(lower));
  return modal > 0 && !between.some(({ lower }) => lower === "that" || lower === "whether" || lower === "if");
}

/** "the No. 3 carrier" counts, it negates nothing. */
const isNumero = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === "No" && (tokens[at + 1]?.text === "." || /^\d/.test(tokens[at + 1]?.text ?? ""));

const GOVERNED: ReadonlySet<Deed> = new Set(["sale", "plan", "preorder", "resume"]);

function withoutOverlap<Effect>(matches: readonly Match<Effect>[]): Match<Effect>[] {
  const kept: Match<Effect>[] = [];
  for (const match of matches) if (match.from >= (kept.at(-1)?.to ?? 0)) kept.push(match);
  return kept;
}

/** Whether the second deed is what the first is done to: "backed out of | plans to sell", with no other seller between. */
function governs(article: Article, first: Match<Deed>, second: Match<Deed>): boolean {
  if (!GOVERNING.has(first.rule.effect) || !GOVERNED.has(second.rule.effect)) return false;
  const gap = second.from - first.to;
  if (gap > 7) return false;
  for (let i = first.to; i < second.from; i++) {
    const { lower } = article.tokens[i] as Token;
    if (lower === "," || lower === ";" || lower === "and" || lower === "but") return false;
    if (
      article.slots(i)?.slots.includes("seller") &&
      (article.tokens[i + 1] as Token).lower !== "'s" &&
      gap > 4
    )
      return false;
  }
  return true;
}

/** "will be carried | exclusively by", "be the first carrier to | offer": the second says the same of the same sale. */
const repeats = (article: Article, first: Match<Deed>, second: Match<Deed>): boolean =>
  !first.rule.weak &&
  GOVERNED.has(first.rule.effect) &&
  GOVERNED.has(second.rule.effect) &&
  (second.from <= first.to ||
    // "launched in April as an AT&T exclusive"
    (second.rule.id === "exclusive-to" &&
      second.from - first.to < 9 &&
      article.tokens.slice(first.to, second.from).at(-2)?.lower === "as") ||
    (first.rule.id === "is-seller" &&
      second.from === first.to + 1 &&
      article.tokens[first.to]?.lower === "to"));

/** Reads the deeds of the sentence from `from` to `to` with what bends each. */
export function parse(article: Article, n: number): Parsed {
  const { tokens, sentences, mentionsIn, slots } = article;
  const { from, to } = sentences[n] as { from: number; to: number };
  const clauses = clausesOf(tokens, from, to, mentionsIn[n] ?? []);
  const inName = new Set<number>();
  const withinName = new Set<number>();
  for (const mention of mentionsIn[n] ?? [])
    for (let i = mention.from; i < mention.to; i++) {
      inName.add(i);
      if (i > mention.from) withinName.add(i);
    }
  // "told us in May" is a month, "may sell" a doubt.
  const isDate = (at: number) => (article.datesIn[n] ?? []).some((date) => date.from <= at && at < date.to);
  const matches = withoutOverlap(
    matchesOf(deedIndex, tokens, from, to, slots).filter(
      (match) =>
        !isNoun(tokens, match) &&
        !(
          isDate(match.from - 1) &&
          match.to - match.from === 1 &&
          NAMES_A_SALE.has(tokens[match.from]?.lower ?? "")
        ) &&
        !isAuxiliary(tokens, match) &&
        !withinName.has(match.from) &&
        !(inName.has(match.from) && match.to - match.from === 1),
    ),
  );
  const bends = matchesOf(bendIndex, tokens, from, to, slots).filter(
    (bend) =>
      !isDate(bend.from) &&
      !isNumero(tokens, bend.from) &&
      !(inName.has(bend.from) && bend.to - bend.from === 1),
  );
  const acts: Act[] = [];
  let previousEnd = from;
  for (let i = 0; i < matches.length; i++) {
    const match = matches[i] as Match<Deed>;
    let end = match.to;
    let next = matches[i + 1];
    while (
      next &&
      (governs(article, { ...match, to: end }, next) || repeats(article, { ...match, to: end }, next))
    ) {
      end = next.to;
      i += 1;
      next = matches[i + 1];
    }
    const clause = clauses.at(match.from);
    const start = Math.max(previousEnd, clauses.list[clause]?.from ?? from);
    const own = bends.filter(
      (bend) =>
        bend.from < match.from &&
        bend.to <= match.to &&
        bend.from >= start &&
        clauses.at(bend.from) === clause &&
        !isApart(tokens, bend, match.from) &&
        !isOfAnotherVerb(tokens, bend, match.from),
    );
    acts.push({
      match,
      from: match.from,
      to: end,
      clause,
      passive: isPassive(tokens, match, from),
      bends: own,
    });
    previousEnd = end;
  }
  return { clauses, acts, bends };
}
