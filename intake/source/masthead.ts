import type { Day } from "@/domain/edtf";
import { findDates } from "@/intake/dates/find";
import type { Lexicon } from "@/intake/names/lexicon";
import { tokensOf } from "@/intake/text/tokens";
import { pressName } from "@/intake/voices/press";

/** What the head of a text says of itself. `published` is a day. */
export type Masthead = {
  readonly publisher: string | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly published: Day | null;
};

const HEAD_LINES = 12;
const two = (n: number): string => String(n).padStart(2, "0");

/** Lines that are no more than a date, a byline or a place: "By Jane Doe", "Posted on 30 January 2018". */
const DATE_LINE =
  /^(?:by\b.{0,80}|(?:posted|published|updated|last updated|date)\b[\s:]*(?:on\b)?.{0,80}|.{0,60})$/i;

/** The first complete date among the first lines: a day with its year. */
function dateIn(lines: readonly string[]): Day | null {
  for (const line of lines) {
    if (line.length > 160 && !/^[A-Z][A-Z .,]{2,40}[,(–-]/.test(line)) continue;
    const tokens = tokensOf(line.slice(0, 200));
    for (const { when } of findDates(tokens, 0, tokens.length)) {
      if (when.kind === "day" && when.year) return `${when.year}-${two(when.month)}-${two(when.day)}`;
    }
  }
  return null;
}

/** "By Jane Doe", "by JANE DOE and John Roe | 30 January 2018": the names after by. */
function authorIn(lines: readonly string[]): string | null {
  for (const line of lines.slice(1)) {
    const byline = /^(?:by|written by|posted by)[ :]+([\p{L}'’. -]{3,80})/iu.exec(line);
    const name = byline?.[1]?.split(/ on | \| |,|–/)[0]?.trim();
    if (name && /^\p{Lu}/u.test(name)) return name;
  }
  return null;
}

/** A line or the end of a headline that is a publisher's name: "… - The Verge", "(Reuters)". */
function publisherIn(lines: readonly string[], lexicon: Lexicon): string | null {
  for (const line of lines) {
    const whole = line.length < 40 ? pressName(line, lexicon.publishers) : null;
    if (whole) return whole;
    const last = line.length < 200 ? line.split(/ [|–-] /).at(-1) : undefined;
    const ending = last && last !== line ? pressName(last.trim(), lexicon.publishers) : null;
    if (ending) return ending;
    const agency = /^.{0,60}\(([A-Z][\p{L} .]{1,30})\)/u.exec(line.slice(0, 110))?.[1];
    const wire = agency ? pressName(agency, lexicon.publishers) : null;
    if (wire) return wire;
  }
  return null;
}

/** The title of the text: its first line, without the name of the paper behind a bar. */
function titleIn(lines: readonly string[], lexicon: Lexicon): string | null {
  const first = lines.find((line) => !pressName(line, lexicon.publishers));
  if (!first || (first.length > 200 && /[.!?]$/.test(first))) return null;
  const parts = first.split(/ [|–] /);
  const last = parts.at(-1) ?? "";
  const title =
    parts.length > 1 && pressName(last, lexicon.publishers) ? parts.slice(0, -1).join(" – ") : first;
  return title.slice(0, 300).trim() || null;
}

/** Reads publisher, title, author and day from the first lines; what is given stands. */
export function mastheadOf(
  text: string,
  given: { readonly publisher: string | null; readonly published: Day | null },
  lexicon: Lexicon,
): Masthead {
  const lines = text
    .slice(0, 4000)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(0, HEAD_LINES);
  return {
    publisher: given.publisher ?? publisherIn(lines.slice(0, 6), lexicon),
    title: titleIn(lines, lexicon),
    author: authorIn(lines.filter((line) => DATE_LINE.test(line.slice(0, 170)))),
    published: given.published ?? dateIn(lines),
  };
}
