import { parseEdtf } from "@/domain/edtf";
import { type Direction, resolve } from "@/intake/dates/resolve";
import type { FoundWhen } from "@/intake/dates/when";
import type { Token } from "@/intake/text/tokens";
import type { Act, Parsed } from "./act";
import { type Article, wordsOf } from "./article";
import type { DateRead } from "./fact";

/** A found date counted from publication; null when there is no such day in the record's range. */
export function readDateOf(article: Article, found: FoundWhen, direction: Direction): DateRead | null {
  const edtf = resolve(found.when, article.published, direction);
  if (!edtf || !parseEdtf(edtf).ok) return null;
  const first = article.tokens[found.from];
  const last = article.tokens[found.to - 1];
  if (!first || !last) return null;
  return { edtf, words: wordsOf(article, found.from, found.to), start: first.start, end: last.end };
}

const latest = (date: DateRead): string => {
  const parsed = parseEdtf(date.edtf);
  return parsed.ok ? parsed.value.latest : "";
};
const earliest = (date: DateRead): string => {
  const parsed = parseEdtf(date.edtf);
  return parsed.ok ? parsed.value.earliest : "";
};

/** "Beginning Nov. 10, Best Buy will offer it": a date before the comma with which the clause of the act begins. */
function leads(article: Article, n: number, parsed: Parsed, act: Act, date: FoundWhen): boolean {
  const clause = parsed.clauses.at(date.from);
  return (
    clause === act.clause - 1 &&
    parsed.clauses.list[act.clause]?.from === date.to &&
    article.tokens[date.to]?.text === "," &&
    date.from - (article.sentences[n]?.from ?? 0) <= 3 &&
    !parsed.acts.some((other) => other.clause === clause)
  );
}

/** The dates of a clause, nearest to the act first, those after it before those that lead the clause. */
function datesNear(article: Article, n: number, parsed: Parsed, act: Act): FoundWhen[] {
  const next = parsed.acts.find((other) => other.from >= act.to && other.clause === act.clause);
  const own = (article.datesIn[n] ?? []).filter(
    (date) =>
      parsed.clauses.at(date.from) === act.clause ||
      // "two months after | AT&T pulled out": it ends with the word that opens the clause.
      date.to - 1 === parsed.clauses.list[act.clause]?.from ||
      leads(article, n, parsed, act, date),
  );
  const after = own.filter((date) => date.from >= act.from && (!next || date.from < next.from));
  // "will sell it on Oct. 14, bringing an end to the years in which B had it": the day of the deed before.
  const isTaken = (date: FoundWhen) =>
    parsed.acts.some(
      (other) => other.to <= date.from && other.clause === act.clause && other.from < act.from,
    );
  const before = own.filter((date) => date.to <= act.from && !isTaken(date)).reverse();
  const beyond = own.filter((date) => next && date.from >= next.from);
  return [...after, ...before, ...beyond];
}

const SAYING_BEFORE = /^(?:said|says|announced|confirmed|told|reported|wrote|revealed|published|tweeted)$/;

/** "published by Bloomberg on Tuesday", "reported in the Journal on Monday": the day of the report. */
function isPublishedBy(article: Article, date: FoundWhen): boolean {
  for (let i = date.from - 1; i >= Math.max(0, date.from - 7); i--) {
    const { lower, text } = article.tokens[i] as Token;
    if (text === "," || text === ".") return false;
    if (SAYING_BEFORE.test(lower)) return ["by", "in", "on"].includes(article.tokens[i + 1]?.lower ?? "");
  }
  return false;
}

const BEFORE_DATES = new Set("on in late earlier early back".split(" "));
const LISTENERS = new Set(
  "us me him her them reporters investors journalists analysts customers employees staff".split(" "),
);

/** To whom something was said; a name only after "told". */
const isListener = (article: Article, at: number): boolean =>
  LISTENERS.has(article.tokens[at]?.lower ?? "") ||
  (article.tokens[at]?.isCapital === true &&
    article.tokens.slice(Math.max(0, at - 3), at).some(({ lower }) => lower === "told"));

/** Whether a date says when something was said, not when it happens: "said on Tuesday". */
function isOfSaying(article: Article, date: FoundWhen): boolean {
  if (isPublishedBy(article, date)) return true;
  let i = date.from - 1;
  // "said on Tuesday", "told us in May", "told The Verge late on Friday"
  while (i > date.from - 5 && (BEFORE_DATES.has(article.tokens[i]?.lower ?? "") || isListener(article, i)))
    i -= 1;
  return (
    SAYING_BEFORE.test(article.tokens[i]?.lower ?? "") ||
    SAYING_BEFORE.test(article.tokens[date.to]?.lower ?? "")
  );
}

/** Verbs that take a date to themselves: "unveiled in June", "presented last November". */
const isOtherVerb = (article: Article, at: number): boolean => {
  const lower = article.tokens[at]?.lower ?? "";
  // "the toughened S8" is no event.
  if (["the", "a", "an", "its", "their"].includes(article.tokens[at - 1]?.lower ?? "")) return false;
  return (
    (/[a-z]{3}ed$/.test(lower) &&
      !["unlocked", "locked", "limited", "unlimited", "delayed", "need"].includes(lower)) ||
    lower === "shown" ||
    lower === "began" ||
    lower === "due"
  );
};

/** Whether another verb stands between the act and a date after it, or right before a date that leads. */
function isOfAnother(article: Article, n: number, act: Act, date: FoundWhen): boolean {
  if (date.from >= act.to) {
    for (let i = act.to; i < date.from; i++) if (isOtherVerb(article, i)) return true;
    return false;
  }
  const { from } = article.sentences[n] as { from: number };
  for (let i = date.from - 1; i >= Math.max(from, date.from - 6); i--) {
    if (article.tokens[i]?.text === ",") return false;
    if (isOtherVerb(article, i)) return true;
  }
  return false;
}

export type Dating = {
  readonly effective: DateRead | null;
  readonly nearby: DateRead | null;
  readonly target: DateRead | null;
  readonly lies: "ahead" | "behind" | "unsaid";
};

/** "which it was due to ship in July": a date that was only meant. */
const isMeant = (article: Article, date: FoundWhen): boolean =>
  article.tokens
    .slice(Math.max(0, date.from - 7), date.from)
    .some(
      ({ lower }) =>
        ["to", "due", "will", "would", "planned", "scheduled"].includes(lower) && lower !== "unveiled",
    ) &&
  !article.tokens
    .slice(Math.max(0, date.from - 7), date.from)
    .some(({ lower }) => lower === "unveiled" || lower === "announced");

/** "must wait until March", "whose network goes live on 3 July": a day to come, not one that was. */
const isToCome = (article: Article, date: FoundWhen): boolean =>
  article.tokens
    .slice(Math.max(0, date.from - 4), date.from)
    .some(({ lower }) => /^(?:until|till|goes|opens|starts|begins|launches|arrives)$/.test(lower));

const SET_FOR = new Set(["scheduled", "due", "slated", "planned", "expected", "set"]);

/** "with the first deliveries expected at the start of July" */
const isExpected = (article: Article, date: FoundWhen): boolean =>
  article.tokens
    .slice(Math.max(0, date.from - 3), date.from)
    .some(({ lower }) => /^(?:expected|due|slated|scheduled|planned)$/.test(lower)) &&
  !article.tokens
    .slice(Math.max(0, date.from - 6), date.from)
    .some(({ lower }) => lower === "was" || lower === "were" || lower === "been" || lower === "had");

/** "postponed its release, which had been scheduled for Friday": the date that does not hold any more. */
function isGivenUp(article: Article, act: Act, date: FoundWhen): boolean {
  if (!["delay", "pause", "drop"].includes(act.match.rule.effect)) return false;
  const words = article.tokens.slice(Math.max(act.to, date.from - 4), date.from).map(({ lower }) => lower);
  return words.some((word) => SET_FOR.has(word)) && !words.includes("now");
}

/** "before the month was out": the month of the last date of the sentences before. */
function monthOfTalk(article: Article, n: number, act: Act): DateRead | null {
  const { to } = article.sentences[n] as { to: number };
  const words = article.tokens.slice(act.to, Math.min(to, act.to + 12)).map((token) => token.lower);
  const at = words.findIndex(
    (word, i) => word === "month" && ["the", "that", "same"].includes(words[i - 1] ?? ""),
  );
  if (at < 0) return null;
  for (let s = n - 1; s >= Math.max(0, n - 3); s--) {
    const date = (article.datesIn[s] ?? []).at(-1);
    const found = date ? readDateOf(article, date, "past") : null;
    if (found) return { ...found, edtf: found.edtf.slice(0, 7) };
  }
  return null;
}

/** "arrives Friday", "goes on sale on Sunday": the next one. */
const PRESENT =
  /^(?:goes|arrives|lands|launches|hits|starts|begins|gets|debuts|comes|ships|opens|follows|on)$/;

const isPresent = (article: Article, act: Act, first: string): boolean =>
  (PRESENT.test(first) &&
    !act.passive &&
    // "went on sale on Tuesday" did so.
    !/^(?:went|gone|was|were|been)$/.test(article.tokens[act.from - 1]?.lower ?? "")) ||
  act.bends.some(
    ({ rule, from }) => rule.effect === "begin" && PRESENT.test(article.tokens[from]?.lower ?? ""),
  );

/** "since April" and "until": the words before a date. */
const wordBefore = (article: Article, date: FoundWhen): string => article.tokens[date.from - 1]?.lower ?? "";

/**
 * The dates of an act. `ahead`: the words speak of the future, so a date without a year lies there. A sale told in the
 * present with a date after publication lies ahead too: "goes on sale on 6 February".
 */
export function dateAct(article: Article, n: number, parsed: Parsed, act: Act, ahead: boolean): Dating {
  const dates = datesNear(article, n, parsed, act).filter(
    (date) =>
      !isOfSaying(article, date) && !isOfAnother(article, n, act, date) && !isGivenUp(article, act, date),
  );
  const said = (article.datesIn[n] ?? []).filter((date) => isOfSaying(article, date));
  const sayingDate = said[0] ? readDateOf(article, said[0], "past") : null;
  const beside = (article.datesIn[n] ?? []).find(
    (date) =>
      !isOfSaying(article, date) &&
      parsed.clauses.at(date.from) !== act.clause &&
      !leads(article, n, parsed, act, date) &&
      !isMeant(article, date) &&
      !isToCome(article, date),
  );
  const nearby = (beside ? readDateOf(article, beside, "past") : null) ?? monthOfTalk(article, n, act);
  const first = article.tokens[act.from]?.lower ?? "";
  const isPast = /ed$|^(?:sold|had|got|came|hit|went|began|took|put)$/.test(first) && !act.passive;
  for (const date of dates) {
    if (["until", "till", "through"].includes(wordBefore(article, date)) && act.match.rule.effect === "sale")
      continue;
    // "pushed back from August 7 to August 21": the day that no longer holds.
    if (act.match.rule.effect === "delay" && wordBefore(article, date) === "from" && dates.length > 1)
      continue;
    const since = wordBefore(article, date) === "since";
    const comes = date.when.kind === "weekday" && isPresent(article, act, first);
    const direction: Direction =
      ahead || comes || isExpected(article, date) ? "future" : since || isPast ? "past" : "nearest";
    const found = readDateOf(article, date, direction);
    if (!found) continue;
    // "later this year" begins on the day of publication.
    if (latest(found) > article.published && !since && earliest(found) >= article.published)
      return { effective: sayingDate, nearby, target: found, lies: "ahead" };
    // "on Wednesday postponed": the day of publication is when it was put off, not until when.
    const today = earliest(found) === article.published && latest(found) === article.published;
    if (act.match.rule.effect === "delay" && today)
      return { effective: found, nearby, target: null, lies: "behind" };
    if (ahead && latest(found) >= article.published)
      return { effective: sayingDate, nearby, target: found, lies: "ahead" };
    return { effective: found, nearby, target: null, lies: "behind" };
  }
  return { effective: sayingDate, nearby, target: null, lies: "unsaid" };
}
