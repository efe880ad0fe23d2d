import { nameKey } from "@/domain/names";
import { type Article, wordsOf } from "@/intake/acts/article";
import type { Lexicon } from "@/intake/names/lexicon";
import type { Token } from "@/intake/text/tokens";
import { pressName } from "./press";

/** A publication on whose report a sentence rests. Token range; `name` as it is known. */
export type Cited = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
};

const ARTICLES = new Set(["the", "a", "an"]);
const INSIDE = new Set(["of", "and", "&", "the"]);
/** Months, weekdays and people's titles never begin a publication. */
const NOT_A_PAPER = new Set(
  "i we he she it this that mr mrs ms dr monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ceo cfo analyst analysts us fcc congress twitter facebook instagram youtube".split(
    " ",
  ),
);

/** Where a capital name that could be a publication ends; -1 when none begins there. */
function nameEnd(article: Article, at: number, limit: number): number {
  let to = at;
  let last = -1;
  while (to < limit && to - at < 6) {
    const token = article.tokens[to] as Token;
    const isName = token.isWord && (token.isCapital || (last < 0 && /[a-z][A-Z]|\.[a-z]/.test(token.text)));
    if (isName && article.covered(to) && !/[A-Z]/.test(token.text.slice(1))) {
      const slots = article.slots(to);
      if (slots || last < 0) break;
    }
    if (isName && !NOT_A_PAPER.has(token.lower)) last = to + 1;
    else if (!(INSIDE.has(token.lower) && last >= 0)) break;
    to += 1;
  }
  return last;
}

/** How strong a phrase speaks of a publication: after a `certain` one any capital name will do. */
type Lead = { readonly words: readonly string[]; readonly certain: boolean };
const lead = (words: string, certain: boolean): Lead => ({ words: words.split(" "), certain });

/** What stands before the name, nearest word last. */
const LEADS: readonly Lead[] = [
  lead("report by", true),
  lead("report from", true),
  lead("report in", true),
  lead("reports by", true),
  lead("reports from", true),
  lead("reports in", true),
  lead("story in", true),
  lead("story by", true),
  lead("article in", true),
  lead("article by", true),
  lead("reported by", true),
  lead("published by", true),
  lead("published in", true),
  lead("posted by", true),
  lead("report on", false),
  lead("reported in", true),
  lead("obtained by", true),
  lead("seen by", true),
  lead("spotted by", true),
  lead("uncovered by", true),
  lead("acquired by", true),
  lead("received by", false),
  lead("leaked to", true),
  lead("leaked by", true),
  lead("interview with", false),
  lead("speaking to", false),
  lead("speaking with", false),
  lead("spoke to", false),
  lead("spoke with", false),
  lead("statement to", false),
  lead("confirmed to", false),
  lead("confirmed for", false),
  lead("told", false),
  lead("tells", false),
  lead("telling", false),
  lead("citing", false),
  lead("according to", false),
  lead("via", false),
  lead("source :", false),
  lead("by way of", false),
  lead("as", false),
  lead("per", false),
  lead("reached by", false),
  lead("email to", false),
  lead("e-mail to", false),
]; // prettier-ignore

/** Nouns in front of a publication's name: "the trade paper Mobile News". */
const PAPER_NOUNS = new Set(
  "paper newspaper daily weekly magazine site website blog agency publication outlet wire tipster leaker".split(
    " ",
  ),
);
/** Verbs after it: "Bloomberg reports". */
const PAPER_VERBS = new Set("reports reported reporting writes wrote".split(" "));
const PAPER_VERBS_WEAK = new Set(
  "says said claims claimed notes noted cites cited quotes quoted has".split(" "),
);

function leadBefore(article: Article, at: number, from: number): Lead | null {
  const end = ARTICLES.has(article.tokens[at - 1]?.lower ?? "") ? at - 1 : at;
  for (const candidate of LEADS) {
    const start = end - candidate.words.length;
    if (start >= from && candidate.words.every((word, i) => article.tokens[start + i]?.lower === word))
      return candidate;
  }
  return null;
}

/** Whether a two-word name looks like a person's: two plain capital words that are no paper known here. */
const looksLikePerson = (name: string): boolean =>
  /^\p{Lu}\p{Ll}+(?: \p{Lu}\.)? \p{Lu}[\p{Ll}']+$/u.test(name);
/** A name that is written like an address or in one word with inner capitals: Beet.TV, TmoNews, webOSroundup. */
const looksLikeSite = (name: string): boolean => /\p{Ll}\p{Lu}|\.\p{L}{2,}$|^\p{Lu}{2,}$/u.test(name);

function isCited(
  article: Article,
  name: string,
  at: number,
  to: number,
  from: number,
  known: boolean,
): boolean {
  const before = leadBefore(article, at, from);
  const paperNoun = PAPER_NOUNS.has(article.tokens[at - 1]?.lower ?? "");
  const after = article.tokens[to]?.lower ?? "";
  const verb =
    after === "first" || after === "also" || after === "previously"
      ? (article.tokens[to + 1]?.lower ?? "")
      : after;
  const reports =
    PAPER_VERBS.has(verb) ||
    (after === "'s" &&
      ["report", "reporting", "story", "article", "sources"].includes(article.tokens[to + 1]?.lower ?? ""));
  const reportNoun = ["report", "story", "article", "piece"].includes(after);
  if (known) return before !== null || paperNoun || reports || reportNoun || PAPER_VERBS_WEAK.has(verb);
  if (looksLikePerson(name) && !paperNoun && !before?.certain) return false;
  if (before?.certain || paperNoun) return true;
  return (
    (reports && !looksLikePerson(name)) ||
    (before !== null && before.words[0] !== "as" && looksLikeSite(name) && !name.includes(" "))
  );
}

/** The publications that the sentences rest on, in order. The article's own publisher is none. */
export function citedIn(article: Article, lexicon: Lexicon): Cited[] {
  const cited: Cited[] = [];
  const own = nameKey(article.publisher.replace(/\(.*\)/, "").replace(/^The /, ""));
  article.sentences.forEach(({ from, to, part }, sentence) => {
    if (part === "aside") return;
    for (let at = from; at < to; at++) {
      const end = nameEnd(article, at, to);
      if (end < 0) continue;
      const name = wordsOf(article, at, end);
      const press = pressName(name, lexicon.publishers);
      const key = nameKey(name.replace(/^The /, ""));
      const isOwn = own !== "" && (key === own || own.startsWith(key));
      const isOurs =
        !isOwn &&
        !isEntity(lexicon, key, press !== null) &&
        isCited(article, name, at, end, from, press !== null);
      if (isOurs) cited.push({ name: press ?? name, from: at, to: end, sentence });
      at = end - 1;
    }
  });
  return cited;
}

/** A carrier that publishes releases is a party, not the press. */
const isEntity = (lexicon: Lexicon, key: string, press: boolean): boolean =>
  !press && lexicon.readings.has(key);
