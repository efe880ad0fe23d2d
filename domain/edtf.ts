/** A calendar day of the world, without a zone: "YYYY-MM-DD". Days of this form compare as strings. */
export type Day = string;

/** A moment of our record: ISO 8601 with Z, to the millisecond. */
export type Instant = string;

/**
 * A date as vague as its source: EDTF (ISO 8601-2) text and its first and last possible day.
 * An open start has `earliest` = DAY_MIN, an open end has `latest` = DAY_MAX. `~` does not move the bounds.
 */
export type Edtf = {
  readonly text: string;
  readonly earliest: Day;
  readonly latest: Day;
  readonly openStart: boolean;
  readonly openEnd: boolean;
  readonly approximate: boolean;
};

export type EdtfReading =
  | { readonly ok: true; readonly value: Edtf }
  | { readonly ok: false; readonly message: string };

export const DAY_MIN: Day = "1970-01-01";
export const DAY_MAX: Day = "2100-12-31";

/** "January" … "December". */
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const DAY_MS = 86_400_000;
const FORMS =
  "Write a date as 2018-01-30, 2018-01, 2018, 2018-01~, 2017-11/2018-01, ../2018-01 or 2018-01/..";

/** What a message may echo of bad input (docs/promises.md, Bad input). */
export const echo = (text: string): string => {
  const shown = [...text.slice(0, 90)];
  return shown.length > 40 ? `${shown.slice(0, 39).join("")}…` : text;
};

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** How many days a month has; month is 1 to 12. By arithmetic: pages ask tens of thousands of times. */
export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

const pad = (n: number, width: number): string => String(n).padStart(width, "0");
const makeDay = (year: number, month: number, day: number): Day =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
const dayNumber = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS;
const dayFromNumber = (n: number): Day => new Date(n * DAY_MS).toISOString().slice(0, 10);

/** Strictly one existing day of 1970 to 2100, else null. */
export function dayOf(text: string): Day | null {
  const read = readPart(text);
  return read.ok && read.part.kind === "day" ? read.part.first : null;
}

/** The day `days` later (earlier when negative). */
export const addDays = (day: Day, days: number): Day => dayFromNumber(dayNumber(day) + days);

/** The same day `years` later; 29 February becomes the 28th where there is none, as PostgreSQL has it. */
export function addYears(day: Day, years: number): Day {
  const year = Number(day.slice(0, 4)) + years;
  const month = Number(day.slice(5, 7));
  return makeDay(year, month, Math.min(Number(day.slice(8, 10)), daysInMonth(year, month)));
}

/** Negative when `a` is before `b`, 0 when they are the same day. */
export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** 1 Monday … 7 Sunday (ISO 8601). Day 0 of the count, 1 January 1970, was a Thursday. */
export const weekdayOf = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

/**
 * Negative when `a` is before `b`, 0 when they are the same instant. Instants may differ in their digits (seconds, tenths
 * or thousandths); those that have as many of them compare as texts, which is most of what a fold of claims does.
 */
export const compareInstants = (a: Instant, b: Instant): number =>
  a.length === b.length ? (a < b ? -1 : a > b ? 1 : 0) : Date.parse(a) - Date.parse(b);

/** The UTC day on which an instant lies. */
export const dayOfInstant = (instant: Instant): Day => new Date(instant).toISOString().slice(0, 10);

/** An instant as addresses carry it (seconds may be missing, Z may not), in the one form that the record uses; else null. */
export function parseInstant(text: string): Instant | null {
  const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?Z$/.exec(text);
  return parts?.[1] && dayOf(parts[1]) ? new Date(text).toISOString() : null;
}

/** One date of an EDTF text: a year, month or day with its bounds. */
export type DatePart = { readonly kind: "year" | "month" | "day"; readonly first: Day; readonly last: Day };
type PartReading = { ok: true; part: DatePart } | { ok: false; message: string };

const refused = (message: string): { ok: false; message: string } => ({ ok: false, message });

function readPart(text: string): PartReading {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return refused(whatIsWrong(text));
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (year < 1970 || year > 2100) return refused(`"${text}" lies outside 1970 to 2100. Check the year.`);
  if (month !== null && month >= 21 && month <= 41) {
    return refused(
      `"${text}" is a season or part of a year. Write its months instead: 2018-06/2018-08 for summer 2018.`,
    );
  }
  if (month !== null && (month < 1 || month > 12))
    return refused(`There is no month ${match[2]} in "${text}".`);
  if (day !== null && month !== null && (day < 1 || day > daysInMonth(year, month))) {
    return refused(`There is no ${day} ${MONTHS[month - 1]} ${match[1]}.`);
  }
  if (month === null)
    return { ok: true, part: { kind: "year", first: makeDay(year, 1, 1), last: makeDay(year, 12, 31) } };
  if (day !== null) return { ok: true, part: { kind: "day", first: text, last: text } };
  const last = makeDay(year, month, daysInMonth(year, month));
  return { ok: true, part: { kind: "month", first: makeDay(year, month, 1), last } };
}

function whatIsWrong(text: string): string {
  if (text === "") return `The date is empty. ${FORMS}.`;
  const shown = echo(text);
  if (/^\d{4}-\d{2}-\d{2}[T ]/.test(text))
    return `"${shown}" has a time. Dates are days: write ${text.slice(0, 10)}.`;
  if (/^\d{4}-\d{1,2}(-\d{1,2})?$/.test(text))
    return `"${shown}" lacks a zero: months and days have two digits, as in 2018-01-03.`;
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/.test(text))
    return `"${shown}" can be read in two ways. Write the year first: 2018-01-30.`;
  if (/[?%X]/.test(text))
    return `"${shown}" uses a mark that the record does not. For "about" write ~, as in 2018-01~.`;
  return `"${shown}" is not a date. ${FORMS}.`;
}

/** The dates of an EDTF value; null where an end is open. One date stands for both ends. */
export function partsOf(value: Edtf): { start: DatePart | null; end: DatePart | null } {
  const [left = "", right] = value.text.replace("~", "").split("/");
  const part = (text: string) => {
    const read = readPart(text);
    return read.ok ? read.part : null;
  };
  const start = part(left);
  return { start, end: right === undefined ? start : part(right) };
}

function readInterval(text: string, ends: readonly string[]): EdtfReading {
  const [left = "", right = ""] = ends;
  // 30/01/2018 has three parts; 01/2018 two that are no dates.
  if (ends.length !== 2) return refused(whatIsWrong(text));
  if (text.includes("~"))
    return refused(`"${echo(text)}" mixes "about" with an interval. Leave out the ~ and widen the interval.`);
  if (left === ".." && right === "..")
    return refused("An interval that is open at both ends says nothing. Write one of its ends.");
  if (left === "" || right === "")
    return refused(`"${echo(text)}" lacks an end. Write two dots for an open one: 2018-01/.. or ../2018-01.`);
  const start = left === ".." ? null : readPart(left);
  const end = right === ".." ? null : readPart(right);
  if (start && !start.ok) return start;
  if (end && !end.ok) return end;
  const earliest = start?.part.first ?? DAY_MIN;
  const latest = end?.part.last ?? DAY_MAX;
  if (earliest > latest) return refused(`"${text}" ends before it begins. Write the earlier date first.`);
  return {
    ok: true,
    value: { text, earliest, latest, openStart: !start, openEnd: !end, approximate: false },
  };
}

/**
 * Reads our subset of EDTF (docs/model.md, Dates): a day, month or year, each also with `~`; an interval of two of them,
 * open at one end with `..`. Nothing is guessed or clamped; the message says what is wrong and what to write.
 */
export function parseEdtf(input: string): EdtfReading {
  const text = input.trim();
  if (text.length > 100) return refused(`"${echo(text)}" is too long for a date. ${FORMS}.`);
  if (text.includes("/")) return readInterval(text, text.split("/"));
  const approximate = text.endsWith("~");
  const read = readPart(approximate ? text.slice(0, -1) : text);
  if (!read.ok) return read;
  const { first: earliest, last: latest } = read.part;
  return { ok: true, value: { text, earliest, latest, openStart: false, openEnd: false, approximate } };
}

/** A certain day as an EDTF value. The day must exist. */
export const exactDay = (day: Day): Edtf => ({
  text: day,
  earliest: day,
  latest: day,
  openStart: false,
  openEnd: false,
  approximate: false,
});
