import type { Article } from "@/intake/acts/article";
import type { Groups } from "@/intake/acts/groups";
import type { Scene } from "@/intake/acts/scene";
import type { Entity } from "@/intake/names/lexicon";
import { CARRIERS, SELLERS, SHOPS } from "@/intake/rules/nouns";
import type { Token } from "@/intake/text/tokens";
import { lastOrg, lastTwo, orgsBetween, subjectOrg } from "./organisations";
import { type Person, POSTS, personAt, SPOKESPEOPLE } from "./people";
import { isVerb } from "./saying-verbs";

/** Somebody says something: who, on whose behalf, and where in the sentence. */
export type Saying = {
  readonly sentence: number;
  readonly verb: number;
  readonly org: Entity;
  readonly speaker: string;
  /** `spoken`: a person or spokesperson; `org`: the organisation by its name or a word for it. */
  readonly by: "person" | "spokesperson" | "org";
};

const has = (token: Token, words: ReadonlySet<string>) => token.forms.some((form) => words.has(form));

type Speaker = Omit<Saying, "sentence" | "verb">;

const NOUN_END = new Set([",", ";", ":", '"', "(", ")", "–", "."]);

/** Reads a speaker from the words just before a verb, or just after it ("said Sanjay Kapoor, who heads Bharti's …"). */
function speakersIn(
  article: Article,
  scene: Scene,
  n: number,
  from: number,
  to: number,
  people: readonly Person[],
): Speaker[] {
  const groups = scene.groups[n] as Groups;
  if (isOutsider(article, from, to)) return [];
  const all = orgsBetween(groups, from, to);
  const apposition = appositionAt(article, from, to);
  const free = all.filter((org) => org.to <= apposition);
  const orgs = free.length > 0 ? free : all;
  const subject = meantOrg(article, scene, n, Math.max(from, to - 4), to);
  for (let i = to - 1; i >= from; i--) {
    const token = article.tokens[i] as Token;
    if (has(token, SPOKESPEOPLE)) {
      const near = orgs.filter((org) => org.to >= i - 3 || org.at > i).map(({ entity }) => entity);
      // "a spokesperson said": nobody's by name, so of whoever is spoken of.
      const org =
        near[0] ??
        kindOf(article, scene, n, i, from, to) ??
        (orgs.length === 0 ? subjectOrg(article, scene, n, i) : null) ??
        lastOrg(scene, n, i, null);
      return org ? [{ org, speaker: `${org.name} ${token.lower}`, by: "spokesperson" }] : [];
    }
  }
  for (let i = to - 1; i >= from; i--) {
    const person = personAt(article, i, people);
    if (person)
      return person.org
        ? [{ org: person.org, speaker: `${person.name}, ${person.org.name}`, by: "person" }]
        : [];
  }
  if (subject.length > 0) return subject.map((org) => ({ org, speaker: org.name, by: "org" as const }));
  const last = orgs.at(-1);
  if (last) {
    const joined =
      article.tokens[last.at - 1]?.lower === "and" || article.tokens[last.at - 1]?.lower === "or";
    const row = orgs.filter((org) => org === last || (joined && last.at - org.to <= 2));
    // "Telstra's Michele Garra": a person of theirs.
    const named = article.tokens[last.to]?.lower === "'s" && article.tokens[last.to + 1]?.isCapital === true;
    const posts = named || article.tokens.slice(from, to).some((token) => POSTS.has(token.lower));
    return row.map(({ entity }) => ({
      org: entity,
      speaker: entity.name,
      by: posts ? ("person" as const) : ("org" as const),
    }));
  }
  const meant = meantOrg(article, scene, n, from, to);
  return meant.map((org) => ({ org, speaker: org.name, by: "org" as const }));
}

/** "AT&T and Verizon, both of which use none of Huawei's gear, declined": where what stands between commas begins. */
function appositionAt(article: Article, from: number, to: number): number {
  if (article.tokens[to - 1]?.text !== ",") return to;
  for (let i = to - 2; i > from; i--) if (article.tokens[i]?.text === ",") return i;
  return to;
}

const OUTSIDERS = new Set(
  "analyst analysts person people source sources report reports customers users critics observers experts tipster insider newspaper website blog".split(
    " ",
  ),
);

/** ", an analyst at Jefferies said": after the last comma somebody speaks who speaks for no party. */
function isOutsider(article: Article, from: number, to: number): boolean {
  for (let i = to - 1; i >= Math.max(from, to - 9); i--) {
    const token = article.tokens[i] as Token;
    if (token.text === ",") return false;
    if (OUTSIDERS.has(token.lower)) return true;
  }
  return false;
}

/** "a spokesman for the network": the word after for. */
function kindOf(
  article: Article,
  scene: Scene,
  n: number,
  at: number,
  from: number,
  to: number,
): Entity | null {
  for (let i = Math.max(from, at - 3); i < to; i++) {
    const token = article.tokens[i] as Token;
    if (has(token, CARRIERS)) return lastOrg(scene, n, from, "carrier");
    if (has(token, SHOPS)) return lastOrg(scene, n, from, "shop");
  }
  return null;
}

/** "First Verizon, now Sprint. The carrier said": the one that the text is about, where the sentence before names it. */
function topicOrg(scene: Scene, n: number, at: number): Entity | null {
  const [only, more] = scene.topicSellers;
  if (!only || more || only.entity.kind !== "carrier") return null;
  if ((scene.groups[n]?.sellers ?? []).some((group) => group.to <= at)) return null;
  const before = scene.groups[n - 1]?.sellers ?? [];
  return before.some(({ members }) => members.some(({ entity }) => entity === only.entity))
    ? only.entity
    : null;
}

function meantOrg(article: Article, scene: Scene, n: number, from: number, to: number): Entity[] {
  for (let i = to - 1; i >= Math.max(from, to - 5); i--) {
    const token = article.tokens[i] as Token;
    const before = article.tokens[i - 1]?.lower ?? "";
    if (has(token, SELLERS) && before !== "a" && before !== "an") {
      if (token.lower.endsWith("s") && article.tokens[i - 1]?.lower !== "both") return [];
      const kind = has(token, CARRIERS) ? "carrier" : has(token, SHOPS) ? "shop" : null;
      const org =
        (kind === null ? subjectOrg(article, scene, n, i) : topicOrg(scene, n, i)) ??
        lastOrg(scene, n, i, kind);
      return org ? [org] : [];
    }
    if (token.lower === "maker" || token.lower === "manufacturer") {
      const org = lastOrg(scene, n, i, "maker");
      return org ? [org] : [];
    }
    if (token.lower === "neither" || token.lower === "both") return lastTwo(scene, n, i);
    const led = ["in", "of", "for", "to", "with", "on", "by", "at", "from"].includes(before);
    if ((token.lower === "it" || token.lower === "which") && !led) {
      // After a quotation, whom the quotation names does not speak.
      const quoted = article.tokens[from - 1]?.text === '"';
      const org = quoted ? lastOrg(scene, n - 1, Number.POSITIVE_INFINITY, null) : lastOrg(scene, n, i, null);
      return org ? [org] : [];
    }
  }
  return [];
}

/** "put that to rest in an e-mail: “…”": where words without a verb of saying lead to a quotation; -1 where none do. */
function colonBeforeQuote(article: Article, from: number, to: number): number {
  for (let i = from + 1; i < to - 1; i++)
    if (article.tokens[i]?.text === ":" && article.tokens[i + 1]?.text === '"') return i;
  return -1;
}

/** Where the words of a speaker before a verb begin: at the mark before, or after a quotation. */
function startBefore(article: Article, verb: number, from: number): number {
  let commas = 0;
  for (let i = verb - 1; i >= from; i--) {
    const { text } = article.tokens[i] as Token;
    // One apposition may stand between name and verb: "Richard Yu, CEO of Huawei's consumer group, announced".
    const joins = ["and", "but", "while", "although", "which"].includes(article.tokens[i + 1]?.lower ?? "");
    if (text === "," && joins) return i + 1;
    if (text === "," && verb - i < 16 && commas < 2) commas += 1;
    else if (NOUN_END.has(text)) return i + 1;
  }
  return from;
}

/** Where the words of a speaker after a verb end: at the second comma, or at once after "according to" at the first. */
function endAfter(article: Article, at: number, to: number): number {
  const according = article.tokens[at]?.lower === "to";
  let commas = 0;
  for (let i = at; i < Math.min(to, at + 14); i++) {
    const { text } = article.tokens[i] as Token;
    if (text === ",") commas += 1;
    if (text === '"' || text === ";" || (text === "," && (according || commas > 1))) return i;
  }
  return Math.min(to, at + 14);
}

/**
 * "Microsoft, which laid off its team, declined": who stands before the relative clause. "Vodafone: Has confirmed": who heads
 * the line.
 */
function beforeRelative(article: Article, scene: Scene, n: number, from: number, verb: number): Speaker[] {
  const orgs = orgsBetween(scene.groups[n] as Groups, from, verb);
  const comma = article.tokens[verb - 1]?.text === ",";
  const subject = orgs.find(({ at, to }) => {
    const mark = article.tokens[to];
    const relative = /^(?:which|who|whose)$/.test(article.tokens[to + 1]?.lower ?? "");
    return (comma && mark?.text === "," && relative) || (mark?.text === ":" && at === from);
  });
  return subject ? [{ org: subject.entity, speaker: subject.entity.name, by: "org" }] : [];
}

/** "he said", "she added" */
const isPronoun = (article: Article, verb: number): boolean =>
  [article.tokens[verb - 1]?.lower, article.tokens[verb + 1]?.lower].some(
    (word) => word === "he" || word === "she",
  );

/** The person who spoke last, up to three sentences before. */
function lastPerson(sayings: readonly Saying[], n: number): Speaker[] {
  const last = sayings.findLast(({ by, sentence }) => by !== "org" && n - sentence <= 3);
  return last ? [{ org: last.org, speaker: last.speaker, by: last.by }] : [];
}

/** Who says what in the sentences of the story. */
export function sayingsIn(article: Article, scene: Scene, people: readonly Person[]): Saying[] {
  const sayings: Saying[] = [];
  article.sentences.forEach(({ from, to, part }, n) => {
    if (part === "aside" || part === "headline") return;
    for (let verb = from; verb < to; verb++) {
      const token = article.tokens[verb] as Token;
      const accordingTo = token.lower === "according" && article.tokens[verb + 1]?.lower === "to";
      if (!accordingTo && (article.covered(verb) || !isVerb(article, verb))) continue;
      const start = startBefore(article, verb, from);
      let found = accordingTo ? [] : speakersIn(article, scene, n, start, verb, people);
      if (found.length === 0) {
        const quoted = article.tokens[verb - 1]?.text === '"' || article.tokens[verb - 1]?.text === ",";
        if (quoted || accordingTo)
          found = speakersIn(article, scene, n, verb + 1, endAfter(article, verb + 1, to), people);
      }
      // "Bell matches that price, and says": the subject of the sentence goes on.
      if (found.length === 0 && !accordingTo && article.tokens[verb - 1]?.lower === "and") {
        const [subject] = orgsBetween(scene.groups[n] as Groups, from, verb);
        if (subject) found = [{ org: subject.entity, speaker: subject.entity.name, by: "org" }];
      }
      if (found.length === 0 && !accordingTo) found = beforeRelative(article, scene, n, from, verb);
      if (found.length === 0 && isPronoun(article, verb)) found = lastPerson(sayings, n);
      for (const speaker of found) sayings.push({ ...speaker, sentence: n, verb });
    }
    const colon = colonBeforeQuote(article, from, to);
    if (colon > 0 && !sayings.some(({ sentence, verb }) => sentence === n && verb < colon)) {
      const found = speakersIn(article, scene, n, startBefore(article, colon, from), colon, people);
      for (const speaker of found) sayings.push({ ...speaker, sentence: n, verb: colon });
    }
  });
  return sayings;
}
