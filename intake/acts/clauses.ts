import { isProduct, type Mention, sellersOf } from "@/intake/names/mention";
import { WORD_CLASSES } from "@/intake/rules/classes";
import { MAKERS, PHONES, SELLERS } from "@/intake/rules/nouns";
import type { Token } from "@/intake/text/tokens";
import { appositionsOf } from "./appositions";
import { isAdverb, isVerbish } from "./verbs";

/** A part of a sentence with a verb of its own. */
export type Clause = {
  readonly id: number;
  /** The clause that a relative one interrupts or follows; its subject is what stands before its first token. */
  readonly relativeTo: number | null;
  readonly from: number;
  /** The word that subordinates it: if, while, after, which … */
  readonly opener: string;
};
export type Clauses = { readonly list: readonly Clause[]; readonly at: (token: number) => number };

const STRONG = new Set([";", ":", "–", "(", ")", "—", "[", "]"]);
const RELATIVE = new Set(["which", "who", "whose", "whom"]);
const SUBORDINATE = new Set(
  "but while whereas although though because since after before when if unless until as so yet however and or where even".split(
    " ",
  ),
);
const PRONOUNS = new Set(
  "it they he she we i you this that these those there neither both some others one all nobody everyone".split(
    " ",
  ),
);
const DETERMINERS = new Set(
  "the a an its their his her our some many most another both all each every no any neither either".split(
    " ",
  ),
);

const isHead = (token: Token): boolean =>
  token.forms.some(
    (form) =>
      SELLERS.has(form) ||
      PHONES.has(form) ||
      MAKERS.has(form) ||
      WORD_CLASSES.sale?.has(form) ||
      WORD_CLASSES.plan?.has(form) ||
      [
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "representative",
        "executive",
        "date",
        "customer",
        "buyer",
        "rival",
        "report",
      ].includes(form),
  );

/** Where a group of nouns that can be a subject ends, when one begins at a token; -1 when none does. */
function subjectEnd(
  tokens: readonly Token[],
  at: number,
  to: number,
  mentionAt: ReadonlyMap<number, Mention>,
): number {
  let i = at;
  const token = tokens[i];
  // "on Tuesday, with Rogers and Bell reporting …" has no subject of its own.
  if (!token || token.lower === "with") return -1;
  if (
    PRONOUNS.has(token.lower) &&
    !mentionAt.has(i) &&
    !(DETERMINERS.has(token.lower) && isHead(tokens[i + 1] ?? token))
  )
    return i + 1;
  if (DETERMINERS.has(token.lower)) i += 1;
  for (let steps = 0; steps < 6 && i < to; steps++) {
    const mention = mentionAt.get(i);
    const next = tokens[i] as Token;
    if (mention) {
      i = mention.to;
      const joined = tokens[i]?.lower === "and" || tokens[i]?.lower === "or" || tokens[i]?.text === ",";
      if (joined && mentionAt.has(i + 1)) i += 1;
      else if (tokens[i]?.lower !== "'s" && !isHead(tokens[i] ?? next)) return i;
    } else if (isHead(next)) {
      i += 1;
      if (!isHead(tokens[i] ?? next) || i >= to) return i;
    } else if (next.isWord && !isVerbish(next)) i += 1;
    else return -1;
  }
  return -1;
}

/** Whether a subject with its verb begins at a token. */
function beginsClause(
  tokens: readonly Token[],
  at: number,
  to: number,
  mentionAt: ReadonlyMap<number, Mention>,
): boolean {
  let end = subjectEnd(tokens, at, to, mentionAt);
  if (end < 0) return false;
  while (isAdverb(tokens[end])) end += 1;
  return end < to && isVerbish(tokens[end]);
}

/** "the P20 Pro it already carries": a relative clause without its pronoun, right after a device. */
const OBJECT_SUBJECTS = new Set("it they we he she".split(" "));

/** Divides a sentence into clauses, in one pass from left to right. */
export function clausesOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  mentions: readonly Mention[],
): Clauses {
  const mentionAt = new Map(mentions.map((mention) => [mention.from, mention]));
  const inside = new Set<number>();
  for (const mention of mentions) for (let i = mention.from + 1; i < mention.to; i++) inside.add(i);
  const list: Clause[] = [{ id: 0, relativeTo: null, from, opener: openerAt(tokens, from) }];
  const of: number[] = [];
  let current = 0;
  const open = (at: number, relativeTo: number | null, opener: string) => {
    list.push({ id: list.length, relativeTo, from: at, opener });
    current = list.length - 1;
  };
  const linking = linksOf(tokens, mentions, from);
  const apposed = appositionsOf(tokens, to, mentions);
  const products = new Set(mentions.filter(isProduct).map((mention) => mention.to));
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    const next = tokens[i + 1];
    const clause = list[current] as Clause;
    if (i > clause.from && !inside.has(i) && !linking.has(i) && !apposed.has(i)) {
      const comma = token.text === ",";
      const word = comma ? next : token;
      const after = comma ? i + 1 : i;
      if (token.text === ")" && clause.relativeTo !== null) current = clause.relativeTo;
      else if (token.text === "(") open(i, current, "(");
      else if (STRONG.has(token.text)) open(i, null, "");
      else if (comma && word && RELATIVE.has(word.lower)) open(i, current, word.lower);
      else if (comma && tokens[i + 2]?.lower === "of" && RELATIVE.has(tokens[i + 3]?.lower ?? ""))
        open(i, current, "which");
      else if (comma && clause.relativeTo !== null && closesRelative(tokens, i, to, mentionAt))
        current = clause.relativeTo;
      else if (word && SUBORDINATE.has(word.lower) && !mentionAt.has(after)) {
        const start = after + 1;
        const second = tokens[start];
        const opener =
          second && word.lower === "and" && SUBORDINATE.has(second.lower) ? second.lower : word.lower;
        const begin = opener === word.lower ? start : start + 1;
        const isLink =
          word.lower === "and" ||
          word.lower === "or" ||
          word.lower === "as" ||
          word.lower === "so" ||
          word.lower === "since" ||
          word.lower === "before" ||
          word.lower === "after" ||
          word.lower === "until";
        // "while Croma and Reliance Digital will carry it": a subject of two, before any verb.
        const joins =
          word.lower === "and" && !comma && isSubjectSoFar(tokens, clause.from, i, inside, mentionAt);
        if (joins) {
          of[i - from] = current;
          continue;
        }
        if (beginsClause(tokens, begin, to, mentionAt) || (!isLink && comma)) open(i, null, opener);
        else if (!isLink && word.lower === "but") open(i, null, "but");
      } else if (comma && beginsClause(tokens, i + 1, to, mentionAt)) open(i, null, "");
      else if (products.has(i) && OBJECT_SUBJECTS.has(token.lower) && beginsClause(tokens, i, to, mentionAt))
        open(i, current, "");
    }
    of[i - from] = current;
  }
  return { list, at: (token) => of[token - from] ?? 0 };
}

/** Whether a clause has named somebody, and no verb yet. */
function isSubjectSoFar(
  tokens: readonly Token[],
  from: number,
  to: number,
  inside: ReadonlySet<number>,
  mentionAt: ReadonlyMap<number, Mention>,
): boolean {
  let named = false;
  for (let i = from; i < to; i++) {
    if (mentionAt.has(i)) named = true;
    else if (!inside.has(i) && isVerbish(tokens[i])) return false;
  }
  return named;
}

const slotOf = (mention: Mention): string =>
  isProduct(mention) ? "product" : sellersOf(mention).length > 0 ? "seller" : "maker";

/** The commas and "and"s between names of one kind: they make a row, not a clause. */
function linksOf(tokens: readonly Token[], mentions: readonly Mention[], from: number): Set<number> {
  const links = new Set<number>();
  mentions.forEach((mention, nth) => {
    const next = mentions[nth + 1];
    if (!next || next.from - mention.to > 3 || slotOf(mention) !== slotOf(next)) return;
    const between = tokens.slice(mention.to, next.from);
    if (!between.every((token) => [",", "and", "or", "&", "the", "a", "as", "well"].includes(token.lower)))
      return;
    // A row ends with "and B": in "at A, B is …" the next clause begins.
    const only = between.length === 1 && between[0]?.text === ",";
    // … but "Bell, Virgin Mobile launch it" begins with both.
    if (only && isVerbish(tokens[next.to]) && mention.from !== from) return;
    // "from Vodafone, and EE will add it": two, of which the second has a verb of its own.
    const isPair = between.length === 2 && between[0]?.text === "," && !links.has(mention.from - 1);
    if (isPair && isVerbish(tokens[next.to]) && mention.from !== from) return;
    for (let i = mention.to; i < next.from; i++) links.add(i);
  });
  return links;
}

const openerAt = (tokens: readonly Token[], at: number): string => {
  const first = tokens[at]?.lower ?? "";
  return SUBORDINATE.has(first) ? first : "";
};

/** A comma ends a relative clause when the verb of the main clause follows. */
function closesRelative(
  tokens: readonly Token[],
  comma: number,
  to: number,
  mentionAt: ReadonlyMap<number, Mention>,
): boolean {
  let i = comma + 1;
  while (isAdverb(tokens[i])) i += 1;
  if (mentionAt.has(i) || mentionAt.has(i + 1) || i >= to) return false;
  return isVerbish(tokens[i]);
}
