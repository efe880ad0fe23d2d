import type { Status } from "@/domain/status";
import type { Article } from "./article";
import type { Fact, Fate } from "./fact";
import { withFallenPlans } from "./fallen-plans";
import { productKey } from "./scene";

/** The facts that say the same of one device at one seller. `facts` in the order of the text; `chosen` carries it. */
export type Settled = {
  readonly key: string;
  readonly status: Status;
  readonly chosen: Fact;
  readonly facts: readonly Fact[];
};

const pairKey = (fact: Fact): string => `${productKey(fact.product)}|${fact.seller.entity.slug}`;

/** A device named in a sentence of the story with its seller says more than a headline, or a word that stands for it. */
function weight(article: Article, fact: Fact): number {
  const part = article.sentences[fact.sentence]?.part;
  const named = (by: Fact["sellerBy"]) => (by === "named" ? 2 : by === "meant" ? 1 : 0);
  return (
    (part === "headline" ? 0 : 4) +
    named(fact.sellerBy) +
    named(fact.productBy) +
    (fact.effective || fact.target ? 1 : 0)
  );
}

const strongest = (article: Article, facts: readonly Fact[]): Fact =>
  facts.reduce((best, next) => (weight(article, next) > weight(article, best) ? next : best));

/** Words of a plan that was there before. */
const HAD_PLAN = /^(?:backs-out|gives-up|cancels|is-cancelled|falls-through)$/;

/** What "will not sell" comes to: a plan given up, where the text knows of one; else no to a device that was never planned. */
function refusalOf(pair: readonly Fact[], text: string): Status {
  const planned = pair.some(
    (fact) => HAD_PLAN.test(fact.rule) || ["planned", "carried", "once-planned"].includes(fact.status),
  );
  return planned || /\b(?:after all|no longer|any ?more|turnabout|reversal|originally)\b/.test(text)
    ? "withdrawn"
    : "declined";
}

/** How many facts are asked for the words around them. */
const MOST_AROUND = 50;

/** The sentences of some facts with those beside them. */
const wordsAround = (article: Article, facts: readonly Fact[]): string =>
  facts
    .slice(0, MOST_AROUND)
    .map(({ sentence }) => {
      const first = article.sentences[Math.max(0, sentence - 1)];
      const last = article.sentences[Math.min(article.sentences.length - 1, sentence + 1)];
      return article.text.slice(first?.start, last?.end);
    })
    .join(" ");

const RECALLED =
  /\b(?:recall(?:ed|s)?|ban(?:ned)?|export|sanction|security|espionage|spying|lawmakers|political|pressure|fires|overheat\w*|injunction|patent)\b/i;

/** An end that politics, safety or law forced is a withdrawal; any other is an end. */
const endOf = (text: string): Status => (RECALLED.test(text) ? "withdrawn" : "ended");

/** What was only planned, and is gone, was withdrawn: it had no sale to end. */
const isNeverSold = (pair: readonly Fact[]): boolean =>
  pair.some(({ status }) => status === "once-planned") && !pair.some(({ status }) => status === "carried");

/** "is dead", "is gone": an end of which the words do not say that there was a sale. */
const isGone = (fact: Fact): boolean => fact.rule === "off-the-shelf";

/** One status of a pair may rule out another that the text only tells on the way. */
function contradicted(status: Status, others: ReadonlyMap<Status, readonly Fact[]>): boolean {
  const dropped = others.get("withdrawn")?.some((fact) => HAD_PLAN.test(fact.rule)) ?? false;
  // What was never on sale does not end.
  const neverSold = dropped && !others.has("carried") && others.get("ended")?.every(isGone) === true;
  const has = (...statuses: Status[]) => statuses.some((s) => others.has(s));
  // The plan is what was given up; what is sold already is planned no more.
  if (status === "planned") return has("withdrawn", "paused", "declined", "ended");
  if (status === "carried") return has("ended", "withdrawn", "paused", "declined");
  if (status === "declined") return has("withdrawn", "ended", "retail-only", "paused");
  if (status === "withdrawn") return has("ended") && !neverSold;
  if (status === "ended") return neverSold;
  return false;
}

/** Of "is on sale" and "will be": what is dated, else what is said first in the story. */
function plannedOrCarried(
  article: Article,
  planned: readonly Fact[],
  carried: readonly Fact[],
): "planned" | "carried" {
  const target = planned.find((fact) => fact.target);
  const since = carried.find((fact) => fact.effective && fact.act.match.rule.effect !== "plan");
  if (since && !target) return "carried";
  if (target) return "planned";
  const first = (facts: readonly Fact[]) =>
    Math.min(
      ...facts.map(
        (fact) => fact.sentence + (article.sentences[fact.sentence]?.part === "headline" ? 1000 : 0),
      ),
    );
  return first(planned) <= first(carried) ? "planned" : "carried";
}

/** A plan that was put off, and of which nobody says until when, is suspended. */
function putOff(byStatus: Map<Status, readonly Fact[]>): void {
  const planned = byStatus.get("planned") ?? [];
  const isDelay = (fact: Fact) => fact.act.match.rule.effect === "delay";
  if (!planned.some(isDelay) || byStatus.has("carried") || planned.some((fact) => fact.target !== null))
    return;
  byStatus.delete("planned");
  byStatus.set("paused", [...(byStatus.get("paused") ?? []), ...planned.filter(isDelay)]);
}

/** A headline sharpens; where the story says something else of the pair, the story holds. */
function withoutHeadline(article: Article, byStatus: Map<Status, readonly Fact[]>): void {
  const inStory = ([, facts]: readonly [Status, readonly Fact[]]) =>
    facts.some((fact) => article.sentences[fact.sentence]?.part !== "headline");
  const all = [...byStatus];
  if (!all.some(inStory)) return;
  for (const entry of all) if (!inStory(entry)) byStatus.delete(entry[0]);
}

const REPORTED = /^(?:said|says|told|tells|confirmed|announced|added|wrote|stated|reported)$/;

/** "had stopped" is before what the rest tells; a resumed sale is no longer paused. */
function withoutPast(article: Article, pair: readonly Fact[]): readonly Fact[] {
  const wordsBefore = (fact: Fact, count: number) =>
    article.tokens.slice(Math.max(0, fact.act.from - count), fact.act.from).map(({ lower }) => lower);
  // "said that it had suspended sales" only reports that it has.
  const isBefore = (fact: Fact) =>
    wordsBefore(fact, 2).includes("had") && !wordsBefore(fact, 9).some((word) => REPORTED.test(word));
  // "turned down a chance to sell it years ago" is no answer to what is planned now.
  const isPlanned = pair.some(({ status }) => status === "planned");
  const isOld = (fact: Fact) =>
    isPlanned &&
    fact.status === "refused" &&
    article.tokens
      .slice(fact.act.from, article.sentences[fact.sentence]?.to)
      .some(({ lower }, i, all) => lower === "ago" && /^years?$/.test(all[i - 1]?.lower ?? ""));
  const now = pair.filter((fact) => !isBefore(fact) && !isOld(fact));
  const rest = now.length > 0 ? now : pair;
  if (!rest.some((fact) => fact.rule === "sale-resumes")) return rest;
  return rest.filter(
    (fact) => fact.status !== "paused" && fact.status !== "withdrawn" && fact.status !== "ended",
  );
}

/** What only says something about the other facts of a pair. */
const SILENT = ["denied", "unsold", "no-use", "once-planned"] as const;
type Silent = (typeof SILENT)[number];
const isSilent = (status: Fact["status"]): status is Silent => (SILENT as readonly string[]).includes(status);

/** "Verizon gets a model of its own" */
const isGetting = (article: Article, { act }: Fact): boolean =>
  /^(?:get|gets)$/.test(article.tokens[act.from]?.lower ?? "");

/**
 * "T-Mobile has the exclusive" has no time of its own: where the text speaks of that device's sale only as of one to come,
 * it is to come there too.
 */
function inTime(article: Article, facts: readonly Fact[]): readonly Fact[] {
  const isPast = ({ act }: Fact) =>
    article.tokens
      .slice(act.from, act.to)
      .some(({ lower }) => ["been", "was", "were", "had"].includes(lower));
  const isTimeless = (fact: Fact) =>
    (fact.rule === "is-seller" || isGetting(article, fact)) &&
    fact.status === "carried" &&
    !fact.effective &&
    !isPast(fact);
  return facts.map((fact) => {
    if (!isTimeless(fact)) return fact;
    const dated = facts.filter((other) => !isTimeless(other));
    const same = dated.filter((other) => productKey(other.product) === productKey(fact.product));
    const others = same.length > 0 || !isGetting(article, fact) ? same : dated;
    const ahead =
      others.some(({ status }) => status === "planned") &&
      !others.some(({ status }) => status === "carried" || status === "ended");
    return ahead ? { ...fact, status: "planned" as const } : fact;
  });
}

/** Brings the facts of each pair together and resolves what contradicts itself. */
export function settle(article: Article, found: readonly Fact[], fates: readonly Fate[]): Settled[] {
  const facts = inTime(article, withFallenPlans(found, fates));
  const pairs = new Map<string, Fact[]>();
  for (const fact of facts) {
    const list = pairs.get(pairKey(fact)) ?? [];
    list.push(fact);
    pairs.set(pairKey(fact), list);
  }
  const settled: Settled[] = [];
  const headline = article.text.slice(article.sentences[0]?.start, article.sentences[0]?.end);
  for (const [key, all] of pairs) {
    const pair = withoutPast(article, all);
    const near = pair.some(({ status }) => status === "refused" || status === "ended")
      ? wordsAround(article, all)
      : "";
    const byStatus = new Map<Status, Fact[]>();
    for (const fact of pair) {
      if (isSilent(fact.status)) continue;
      const status =
        fact.status === "refused"
          ? refusalOf(all, near)
          : fact.status === "ended"
            ? isGone(fact) && isNeverSold(all)
              ? "withdrawn"
              : endOf(`${headline} ${near}`)
            : fact.status;
      byStatus.set(status, [...(byStatus.get(status) ?? []), fact]);
    }
    const unusable = pair.some((fact) => fact.status === "no-use");
    if (unusable) byStatus.delete("retail-only");
    const denied = pair.some((fact) => fact.status === "denied");
    const refused = pair.some(
      (fact) => fact.status === "refused" && article.sentences[fact.sentence]?.part !== "headline",
    );
    if (denied) byStatus.delete("planned");
    if (denied && !refused) byStatus.delete("declined");
    if (pair.some((fact) => fact.status === "unsold")) byStatus.delete("carried");
    withoutHeadline(article, byStatus);
    putOff(byStatus);
    const planned = byStatus.get("planned");
    const carried = byStatus.get("carried");
    if (planned && carried)
      byStatus.delete(plannedOrCarried(article, planned, carried) === "planned" ? "carried" : "planned");
    for (const [status, list] of byStatus) {
      if (contradicted(status, byStatus)) continue;
      settled.push({ key, status, chosen: strongest(article, list), facts: list });
    }
  }
  return settled;
}
