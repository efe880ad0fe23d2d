import type { Article } from "@/intake/acts/article";
import type { Token } from "@/intake/text/tokens";

/** Verbs that carry what a party says. */
const VERBS = new Set(
  "say tell state add note confirm announce write tweet post explain promise insist deny reject dismiss refute declare reveal comment decline refuse warn reply respond answer acknowledge admit describe call criticise criticize slam blast welcome praise stress reiterate dispute emphasize maintain rule-out refer inform blame complain condemn regret argue apologise apologize announce notify email e-mail alert advise assure acknowledge indicate clarify concede boast insist return draw".split(
    " ",
  ),
);

const NOUN_BEFORE = new Set(
  "a an the no its their his her this that any our of official first for on in".split(" "),
);
const PASSIVE = new Set("is are was were be been being".split(" "));

const PAGES = new Set(
  "page site website memo document listing email e-mail message report filing roadmap".split(" "),
);

/** "did not have a comment", "was unavailable for comment" */
const COMMENTING = new Set(["have", "available", "unavailable", "reach", "reachable", "offer"]);

/** Whether a word carries speech: no noun ("a note"), no passive ("staff are told"). */
export function isVerb(article: Article, at: number): boolean {
  const token = article.tokens[at] as Token;
  if (token.isCapital || !token.forms.some((form) => VERBS.has(form))) return false;
  const before = article.tokens[at - 1]?.lower ?? "";
  // "did not have a comment"
  const leads = article.tokens.slice(Math.max(0, at - 4), at);
  if (token.lower === "comment" && leads.some(({ forms }) => forms.some((form) => COMMENTING.has(form))))
    return true;
  if (NOUN_BEFORE.has(before) || (before === "to" && article.tokens[at - 2]?.lower !== "yet")) return false;
  const after = article.tokens[at + 1]?.lower ?? "";
  const quoting = after === "that" || after === '"' || before === '"' || before === ",";
  if (token.forms.includes("add") && !quoting) return false;
  if (token.lower === "welcome") return false;
  // "Verizon's web page still says": a page is a document, not a speaker.
  if (article.tokens.slice(Math.max(0, at - 4), at).some((t) => PAGES.has(t.lower))) return false;
  return !(
    PASSIVE.has(before) &&
    (token.lower.endsWith("ed") || token.lower === "told" || token.lower === "said")
  );
}
