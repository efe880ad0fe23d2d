import { addDays, type Day, type EdtfReading, echo, MONTHS, parseEdtf, weekdayOf } from "./edtf";

/** What a phrase stands for: the EDTF dates of its two ends, the same text twice for a single date. */
type Span = { readonly start: string; readonly end: string };
type SpanReading = { ok: true; span: Span } | { ok: false; message: string };

const one = (date: string): SpanReading => ({ ok: true, span: { start: date, end: date } });
const from = (start: string, end: string): SpanReading => ({ ok: true, span: { start, end } });
const refused = (message: string): { ok: false; message: string } => ({ ok: false, message });
const two = (n: number | string): string => String(n).padStart(2, "0");

/** 1 to 12 for "jan", "sept", "january"; else null. Three letters are enough; what is longer must be spelt right. */
function monthNumber(word: string): number | null {
  if (word === "sept") return 9;
  const index = MONTHS.findIndex(
    (name) => word.length >= 3 && (name.toLowerCase() === word || name.slice(0, 3).toLowerCase() === word),
  );
  return index < 0 ? null : index + 1;
}

/** Northern seasons, as the trade press means them. Winter ends in the next year. */
const SEASONS: Readonly<Record<string, (year: number) => SpanReading>> = {
  spring: (year) => from(`${year}-03`, `${year}-05`),
  summer: (year) => from(`${year}-06`, `${year}-08`),
  autumn: (year) => from(`${year}-09`, `${year}-11`),
  fall: (year) => from(`${year}-09`, `${year}-11`),
  winter: (year) => from(`${year}-12`, `${year + 1}-02`),
};
const THIRDS: Readonly<Record<string, readonly [string, string]>> = {
  early: ["01", "04"],
  mid: ["05", "08"],
  late: ["09", "12"],
};
const QUARTERS = [
  ["01", "03"],
  ["04", "06"],
  ["07", "09"],
  ["10", "12"],
] as const;
const NO_YEAR = "Which year? Write it with four digits, as in 30 Jan 2018.";

function relativeSpan(text: string, today: Day): SpanReading | null {
  const month = today.slice(0, 7);
  const year = today.slice(0, 4);
  const lastOfPreviousMonth = addDays(`${month}-01`, -1);
  const monday = addDays(today, 1 - weekdayOf(today));
  const meanings: Readonly<Record<string, SpanReading>> = {
    today: one(today),
    yesterday: one(addDays(today, -1)),
    "this week": from(monday, addDays(monday, 6)),
    "last week": from(addDays(monday, -7), addDays(monday, -1)),
    "earlier this week": from(monday, today),
    "this month": one(month),
    "last month": one(lastOfPreviousMonth.slice(0, 7)),
    "earlier this month": from(`${month}-01`, today),
    "this year": one(year),
    "last year": one(String(Number(year) - 1)),
    "earlier this year": from(`${year}-01-01`, today),
  };
  return Object.hasOwn(meanings, text) ? (meanings[text] ?? null) : null;
}

function calendarSpan(words: readonly string[]): SpanReading | null {
  const year = words.at(-1) ?? "";
  const [a = "", b = ""] = words;
  if (!/^\d{4}$/.test(year)) return null;
  if (words.length === 2) {
    const month = monthNumber(a);
    if (month) return one(`${year}-${two(month)}`);
    if (Object.hasOwn(SEASONS, a)) return SEASONS[a]?.(Number(year)) ?? null;
    const quarter = QUARTERS[Number(/^q([1-4])$/.exec(a)?.[1]) - 1];
    if (quarter) return from(`${year}-${quarter[0]}`, `${year}-${quarter[1]}`);
    const third = Object.hasOwn(THIRDS, a) ? THIRDS[a] : undefined;
    return third ? from(`${year}-${third[0]}`, `${year}-${third[1]}`) : null;
  }
  if (words.length !== 3) return null;
  const [day, month] = /^\d{1,2}$/.test(a) ? [a, monthNumber(b)] : [b, monthNumber(a)];
  return month && /^\d{1,2}$/.test(day) ? one(`${year}-${two(month)}-${two(day)}`) : null;
}

/** One date or span of the calendar in words, without "between", "by" or "about". */
function readSpan(text: string, relativeTo: Day | undefined): SpanReading {
  if (/^[\d-]+$/.test(text)) {
    const read = parseEdtf(text);
    return read.ok ? one(text) : read;
  }
  if (/^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/.test(text)) {
    return refused(`"${echo(text)}" can be read in two ways. Write 30 Jan 2018 or 2018-01-30.`);
  }
  const relative = relativeTo ? relativeSpan(text, relativeTo) : null;
  const words = text.split(" ");
  const found = relative ?? calendarSpan(words);
  if (found) return found;
  const hasMonth = words.some((word) => monthNumber(word) !== null || Object.hasOwn(SEASONS, word));
  if (hasMonth && !/\d{4}/.test(text)) return refused(`"${echo(text)}" has no year. ${NO_YEAR}`);
  return refused(
    `"${echo(text)}" is not a date. Write 30 Jan 2018, Jan 2018, 2018, summer 2018 or 2018-01-30.`,
  );
}

const isCalendarWord = (word: string): boolean =>
  monthNumber(word) !== null ||
  Object.hasOwn(SEASONS, word) ||
  Object.hasOwn(THIRDS, word) ||
  /^q[1-4]$/.test(word);

/** Gives the first of two dates what it leaves to the second: "8 and 9 Jan 2018", "Oct and Dec 2016". */
function complete(first: string, second: string): string {
  if (/\d{4}/.test(first)) return first;
  const [year = ""] = /\d{4}$/.exec(second) ?? [];
  if (/^\d{1,2}$/.test(first)) return second.replace(/\b\d{1,2}\b(?! \d{1,2}\b)/, first);
  return first.split(" ").some(isCalendarWord) ? `${first} ${year}` : first;
}

function readPair(first: string, second: string, relativeTo: Day | undefined): EdtfReading {
  const start = readSpan(complete(first, second), relativeTo);
  const end = readSpan(second, relativeTo);
  if (!start.ok) return start;
  return end.ok ? parseEdtf(`${start.span.start}/${end.span.end}`) : end;
}

/** "before X" and "after X" leave X itself out. */
function readBeyond(text: string, relativeTo: Day | undefined, side: "before" | "after"): EdtfReading {
  const read = readSpan(text, relativeTo);
  if (!read.ok) return read;
  const edge = parseEdtf(side === "before" ? read.span.start : read.span.end);
  if (!edge.ok) return edge;
  return parseEdtf(
    side === "before" ? `../${addDays(edge.value.earliest, -1)}` : `${addDays(edge.value.latest, 1)}/..`,
  );
}

function readAbout(text: string, relativeTo: Day | undefined): EdtfReading {
  const read = readSpan(text, relativeTo);
  if (!read.ok) return read;
  const { start, end } = read.span;
  return start === end
    ? parseEdtf(`${start}~`)
    : refused(`"about" goes with one day, month or year. Write "${echo(text)}" alone.`);
}

const tidy = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[–—]/g, " to ")
    .replace(/(?<= )-(?= )|(?<=^\d{1,2})-(?=\d{1,2} [a-z])/g, " to ")
    .replace(/[,"]/g, " ")
    .replace(/\b(early|mid|late)-/g, "$1 ")
    .replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/g, "$1")
    .replace(/\b(?:the|of|in|on)\b/g, " ")
    .replace(/\b([a-z]{3,4})\./g, "$1")
    .replace(/\s+/g, " ")
    .trim();

const LOOKS_LIKE_EDTF = /^$|^\d{4}-\d\d|^[\d.][\d\-./~ ]*[/~][\d\-./~ ]*$/;
const PHRASE = /^(?:(by|until|from|since|about|around|circa|ca|before|after) )?(.+?)(?: or (later|before))?$/;
const ABOUT = new Set(["about", "around", "circa", "ca"]);

/**
 * Reads what an editor types into a date field: EDTF, or the readers' words ("between 10 and 30 Jan 2018", "by 30 Jan
 * 2018", "about Jan 2018", "summer 2018", "Q1 2018", "early 2018"). With `relativeTo`, the day of the source, also
 * "yesterday" or "earlier this month". Never guesses: what has two readings is refused with a sentence.
 */
export function readDate(input: string, { relativeTo }: { relativeTo?: Day } = {}): EdtfReading {
  const written = input.trim();
  if (written.length > 100) return refused("A date has at most 100 characters.");
  if (LOOKS_LIKE_EDTF.test(written)) return parseEdtf(written);
  const text = tidy(written);
  const pair = /^(?:between |from )?(.+?) (?:and|to|until) (.+)$/.exec(text);
  if (pair?.[1] && pair[2]) return readPair(pair[1], pair[2], relativeTo);
  const [, opening = "", middle = text, ending = ""] = PHRASE.exec(text) ?? [];
  if (opening === "before" || opening === "after") return readBeyond(middle, relativeTo, opening);
  if (ABOUT.has(opening)) return readAbout(middle, relativeTo);
  const read = readSpan(middle, relativeTo);
  if (!read.ok) return read;
  const { start, end } = read.span;
  if (opening === "by" || opening === "until" || ending === "before") return parseEdtf(`../${end}`);
  if (ending === "later") return parseEdtf(`${start}/..`);
  if (opening !== "") {
    return refused(
      `"${echo(written)}" does not say whether it began that day. Write "from ${middle} or later", or the date alone.`,
    );
  }
  return parseEdtf(start === end ? start : `${start}/${end}`);
}
