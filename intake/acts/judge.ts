import type { Status } from "@/domain/status";
import type { Bend } from "@/intake/rules/rule";
import type { Token } from "@/intake/text/tokens";
import { type Act, isOfAnotherVerb, type Parsed } from "./act";
import type { Article } from "./article";

/**
 * What the words make of a deed: a status; `refused`, declined or withdrawn by whether there was a plan; `denied`, no
 * plan and none dropped; `unsold`, not sold there; null, nothing. `late`: a plan that slips.
 */
export type Verdict = {
  readonly status: Status | "refused" | "denied" | "unsold" | "stopped" | "no-use" | "once-planned" | null;
  readonly ahead: boolean;
  readonly late: boolean;
};

const nothing: Verdict = { status: null, ahead: false, late: false };
const as = (status: Verdict["status"], ahead = false, late = false): Verdict => ({ status, ahead, late });

const CONDITION = new Set(["if", "unless", "should", "whether", "had"]);

/** Whether a doubt, a denial or a condition earlier in the sentence reaches the deed: no "but" between. */
function reaches(article: Article, parsed: Parsed, act: Act, kinds: readonly Bend[], from: number): boolean {
  const before = parsed.bends.filter((bend) => kinds.includes(bend.rule.effect) && bend.to <= act.from);
  return before.some((bend) => {
    if (isOfAnotherVerb(article.tokens, bend, act.from)) return false;
    for (let i = Math.max(from, bend.to); i < act.from; i++) {
      const { lower } = article.tokens[i] as Token;
      if (lower === "but" || lower === "although" || lower === "however" || lower === ";") return false;
    }
    const word = article.tokens[bend.from]?.lower ?? "";
    // "We review our range and have decided": a second verb is not doubted.
    const between = article.tokens.slice(bend.to, act.from).map(({ lower }) => lower);
    if (
      bend.rule.effect === "doubt" &&
      /^(?:consider|weigh|explore|test|review|discuss|monitor)/.test(word) &&
      between.includes("and")
    )
      return false;
    const clauses = parsed.clauses;
    const own = clauses.at(bend.from) === act.clause;
    // A possibility or a wish holds for its own clause; a rumour, a condition, a denial for what follows too.
    if (own) return true;
    return (
      bend.rule.effect === "denial" ||
      CONDITION.has(word) ||
      /^(?:rumou?r|speculat|gossip|nothing|no|stopped|stops)/.test(word)
    );
  });
}

const TOLD = new Set([
  "report",
  "reports",
  "rumor",
  "rumour",
  "rumors",
  "rumours",
  "claim",
  "claims",
  "suggestion",
]);

/** "A report that Sprint would carry it turned out to be wrong." */
const isDeniedLater = (article: Article, parsed: Parsed, act: Act, from: number): boolean =>
  article.tokens.slice(from, act.from).some(({ lower }) => TOLD.has(lower)) &&
  parsed.bends.some(({ rule, from: at }) => rule.effect === "denial" && at >= act.to);

const GERUND_AFTER = new Set(
  "by of after before for from without in on about despite against with than".split(" "),
);

/** Whether a sale verb is a bare infinitive or a gerund that tells no event: "the cost of selling", "a way to sell". */
function isBare(article: Article, act: Act): boolean {
  if (act.match.rule.frame === "device" && act.match.rule.id !== "bought-from") return false;
  const first = article.tokens[act.from] as Token;
  const before = article.tokens[act.from - 1]?.lower ?? "";
  // "was first to open pre-orders"
  const isFirst = article.tokens
    .slice(Math.max(0, act.from - 4), act.from - 1)
    .some(({ lower }) => /^(?:first|second|last)$/.test(lower));
  if (
    before === "to" &&
    !isFirst &&
    !act.bends.some((bend) => ["future", "begin", "still", "was-to"].includes(bend.rule.effect))
  )
    return true;
  return first.lower.endsWith("ing") && GERUND_AFTER.has(before);
}

/** "was to be cancelled", not "a deal that was to be announced collapsed": the words stand right before the deed. */
const wasToBe = (act: Act): boolean =>
  act.bends.some((bend) => bend.rule.effect === "was-to" && act.from - bend.to <= 2);

const has = (act: Act, effect: Bend): boolean => act.bends.some((bend) => bend.rule.effect === effect);

/** "won't sell" refuses; "doesn't sell" only says how it is. */
const WILL_NOT = new Set(["won't", "will", "going", "getting"]);

/** "not until 8 December" and "not on 8 December" set a date, they refuse nothing. */
function isNotYet(article: Article, act: Act, to: number): boolean {
  for (let i = act.to; i < Math.min(to, act.to + 9); i++)
    if (article.tokens[i]?.lower === "until") return true;
  return article.tokens
    .slice(Math.max(0, act.from - 4), act.from)
    .some((token) => token.lower === "yet" || token.lower === "until");
}

function saleVerdict(article: Article, act: Act, dated: boolean, to: number): Verdict {
  if (has(act, "no-plan")) return as("denied");
  // "can be preordered beginning today"
  if (/^pre-?order/.test(article.tokens[act.from]?.lower ?? "") && !has(act, "not")) return as("planned");
  if (has(act, "was-to")) return has(act, "not") ? nothing : as("once-planned", true);
  // "not a Verizon exclusive" does not say that Verizon will not sell it.
  if (has(act, "not") && /^(?:exclusive-to|is-seller)$/.test(act.match.rule.id)) return nothing;
  if (has(act, "not")) {
    // "will not be released on Friday as planned"
    if (
      article.tokens
        .slice(act.to, Math.min(to, act.to + 8))
        .some(
          ({ lower }, i, all) => lower === "as" && ["planned", "scheduled"].includes(all[i + 1]?.lower ?? ""),
        )
    )
      return as("paused");
    if (isNotYet(article, act, to)) return as("planned", true, true);
    const afterAll = article.tokens
      .slice(act.to, Math.min(to, act.to + 10))
      .some(({ lower }, i, all) => lower === "after" && all[i + 1]?.lower === "all");
    if (has(act, "future") && dated && !afterAll) return as("planned", true, true);
    const near = article.tokens.slice(Math.max(0, act.from - 5), act.from + 1).map(({ lower }) => lower);
    const willNot = has(act, "future") || near.some((word) => WILL_NOT.has(word));
    return willNot ? as("refused") : as("unsold");
  }
  if (goesOn(article, act) || startsNow(article, act, to)) return as("carried");
  // "will be sold until the next one comes" is sold.
  const until = article.tokens
    .slice(act.to, act.to + 2)
    .some(({ lower }) => lower === "until" || lower === "till");
  if (until && act.passive) return as("carried");
  if (waits(article, act, to)) return as("planned", true);
  if (isBare(article, act)) return nothing;
  if (act.match.rule.effect === "plan" || act.match.rule.effect === "preorder") return as("planned");
  return has(act, "future") || isComing(article, act) ? as("planned", true) : as("carried");
}

const NOW = /^(?:immediately|today|now)$/;

/** "will be sold by T-Mobile, starting immediately", "will be available from today": the sale begins as it is told. */
const startsNow = (article: Article, act: Act, to: number): boolean =>
  !act.match.rule.effect.startsWith("pre") &&
  act.match.rule.effect !== "plan" &&
  article.tokens
    .slice(act.to, to)
    .some(
      ({ lower }, i, all) =>
        /^(?:starting|beginning|effective|from)$/.test(lower) && NOW.test(all[i + 1]?.lower ?? ""),
    );

/** "will remain the only carrier", "will continue to sell": what goes on is there. */
const goesOn = (article: Article, act: Act): boolean =>
  /^(?:remain|stay|continue|keep)s?$/.test(article.tokens[act.from]?.lower ?? "") ||
  act.bends.some(
    ({ from, rule }) =>
      rule.effect === "still" && /^(?:continue|remain|keep|go|carr)/.test(article.tokens[from]?.lower ?? ""),
  );

/** "picks it up when O2's exclusive lapses": a present that waits for something is to come. */
function waits(article: Article, act: Act, to: number): boolean {
  if (act.passive || !/[^s]s$/.test(article.tokens[act.from]?.lower ?? "")) return false;
  const at = article.tokens.slice(act.to, to).findIndex(({ lower }) => lower === "when" || lower === "once");
  return (
    at >= 0 &&
    article.tokens
      .slice(act.to + at, to)
      .some(({ lower }) => /^(?:ends|lapses|expires|runs|opens|launches|arrives|ships)$/.test(lower))
  );
}

/** "is coming to", "headed to": on its way, not there. */
const isComing = (article: Article, act: Act): boolean =>
  ["coming", "heading", "headed", "bound", "look", "watch", "getting", "bringing", "adding"].includes(
    article.tokens[act.from]?.lower ?? "",
  );

/** Reads the deed with its bends. `question`: the sentence asks. `dated`: the clause has a date. */
export function judge(
  article: Article,
  parsed: Parsed,
  act: Act,
  n: number,
  question: boolean,
  dated: boolean,
): Verdict {
  const sentence = article.sentences[n] as { from: number; to: number };
  if (question) return nothing;
  const effect = act.match.rule.effect;
  if (reaches(article, parsed, act, ["denial"], sentence.from))
    return as(effect === "sale" || effect === "plan" ? "denied" : null);
  if (isDeniedLater(article, parsed, act, sentence.from)) return nothing;
  const doubtful = reaches(article, parsed, act, ["doubt", "wish"], sentence.from);
  const negated = has(act, "not") || has(act, "no-plan");
  if (effect === "delay") return negated || has(act, "was-to") ? nothing : as("planned", true, true);
  if (doubtful && effect !== "works") return nothing;
  switch (effect) {
    case "sale":
    case "plan":
    case "preorder":
      return saleVerdict(article, act, dated, sentence.to);
    case "resume":
      if (negated) return nothing;
      return has(act, "future") ? as("planned", true) : as("carried");
    case "works":
      return negated ? as("no-use") : as("retail-only");
    case "drop":
      return negated || wasToBe(act) ? nothing : as("withdrawn", has(act, "future"));
    case "stop":
      return (negated && !act.match.rule.id.startsWith("no-longer")) || wasToBe(act)
        ? nothing
        : as("stopped", has(act, "future"));
    case "pause":
      return negated || wasToBe(act) ? nothing : as("paused", has(act, "future"));
    case "refuse":
      return negated && !hasOwnNot(article, act) ? nothing : as("refused");
    case "copy":
      return negated ? nothing : as(null);
  }
}

/** The "not" of "decided not to sell" belongs to the deed. */
const hasOwnNot = (article: Article, act: Act): boolean =>
  act.bends.every(
    (bend) =>
      bend.rule.effect !== "not" || bend.from >= act.from || article.tokens[bend.from]?.lower === "no",
  );
