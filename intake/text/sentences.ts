import type { Token } from "./tokens";

/** What part of the text a sentence belongs to. `aside` is no part of the story: related links, sponsor lines, "About us". */
export type Part = "headline" | "story" | "aside" | "correction";

/** Tokens from `from` up to, not including, `to`; characters from `start` to `end`. */
export type Sentence = {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  readonly part: Part;
};

const ABBREVIATIONS = new Set(
  "mr mrs ms dr prof st inc corp co ltd llc no nos vs etc jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun sen rep gov gen approx est dept fig vol mm bros".split(
    " ",
  ),
);
/** Words that begin a sentence also after "U.S." or "Inc.". */
const STARTERS = new Set(
  "the it in but he she they a an this that these those as at for while however when we".split(" "),
);
/** A text without full stops is cut into pieces of so many words, so that what is done per sentence stays bounded. */
const LONGEST_SENTENCE = 200;
const CLOSERS = new Set(['"', "'", ")", "]"]);

function endsAt(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  const next = tokens[i + 1];
  if (token.text.length > 1 && token.text.endsWith(".") && next)
    return next.isCapital && STARTERS.has(next.lower);
  if (token.text === "!" || token.text === "?") return true;
  if (token.text !== ".") return false;
  const before = tokens[i - 1];
  if (!next || !before) return true;
  // "our customers... are going to be supported"
  if (before.text === "." && next.isWord && !next.isCapital) return false;
  if (ABBREVIATIONS.has(before.lower) && before.end === token.start)
    return next.isCapital && STARTERS.has(next.lower);
  if (before.isWord && before.text.length === 1 && before.isCapital && /\p{L}/u.test(before.text))
    return false;
  return next.start > token.end || CLOSERS.has(next.text);
}

const ASIDE_OPENINGS =
  /^(?:\[?related\b|read more|read also|see also|more on|sponsored|advertisement|sponsor|share this|follow us|subscribe|sign up|photo|image|about (?:the )?[A-Z]|for more information|source\s*:|via\s*:|tags\s*:|filed under|copyright|©|\*|•|pros\s*:|cons\s*:)/i;
const CORRECTION_OPENINGS =
  /^\W*(?:corrections?|corrected|clarifications?|editor'?s'? notes?|updated? to correct|an earlier version|a previous version)\b/i;

/** The kind of a paragraph, by how it opens. "Update:" is news and stays in the story. */
export function partOf(paragraph: string, nth: number, fullStop: boolean): Part {
  const opening = paragraph.slice(0, 60).trim();
  if (nth === 0 && !fullStop) return "headline";
  if (CORRECTION_OPENINGS.test(opening)) return "correction";
  return ASIDE_OPENINGS.test(opening) ? "aside" : "story";
}

/** The sentences in order. A line break ends one; so headings and list items are sentences of their own. */
export function sentencesOf(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = -1;
  let part: Part = "story";
  let about = false;
  let from = 0;
  const close = (to: number) => {
    if (to > from) {
      const start = (tokens[from] as Token).start;
      sentences.push({
        from,
        to,
        start,
        end: (tokens[to - 1] as Token).end,
        paragraph,
        part: about ? "aside" : part,
      });
    }
    from = to;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const before = tokens[i - 1];
    if (!before || text.slice(before.end, token.start).includes("\n")) {
      close(i);
      paragraph += 1;
      const lineEnd = text.indexOf("\n", token.start);
      const line = text.slice(token.start, lineEnd < 0 ? undefined : lineEnd).trimEnd();
      part = partOf(line, paragraph, /\.["')]?$/.test(line));
      // What a company says about itself runs to the end of its release.
      if (/^about [A-Z][^.]{1,60}$/i.test(line) && paragraph > 3) about = true;
    }
    if (i - from >= LONGEST_SENTENCE) close(i);
    if (endsAt(tokens, i)) {
      let end = i + 1;
      // Closing quotes belong to the sentence that they close.
      while (
        tokens[end] &&
        CLOSERS.has((tokens[end] as Token).text) &&
        tokens[end]?.start === tokens[end - 1]?.end
      )
        end++;
      if (tokens[end]?.lower !== "said") close(end);
      i = end - 1;
    }
  }
  close(tokens.length);
  return sentences;
}
