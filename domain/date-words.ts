import {
  addDays,
  compareDays,
  type DatePart,
  type Day,
  dayOfInstant,
  type Edtf,
  type Instant,
  MONTHS,
  partsOf,
  weekdayOf,
} from "./edtf";

/** The way back: words to dates. */
export { readDate } from "./read-date";

/** "Jan" … "Dec". */
export const MONTHS_SHORT = MONTHS.map((name) => name.slice(0, 3));
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

const yearOf = (day: Day): string => day.slice(0, 4);
const monthOf = (day: Day): string => MONTHS_SHORT[Number(day.slice(5, 7)) - 1] ?? "";
const dayNumberOf = (day: Day): string => String(Number(day.slice(8, 10)));

/** "30 Jan 2018". */
export const dayWords = (day: Day): string => `${dayNumberOf(day)} ${monthOf(day)} ${yearOf(day)}`;

/** "Tue 30 Jan 2018". */
export const weekdayDayWords = (day: Day): string => `${WEEKDAYS[weekdayOf(day) - 1]} ${dayWords(day)}`;

/** "30 Jan 2018, 21:14 UTC". */
export const instantWords = (instant: Instant): string =>
  `${dayWords(dayOfInstant(instant))}, ${new Date(instant).toISOString().slice(11, 16)} UTC`;

function partWords({ kind, first }: DatePart): string {
  if (kind === "day") return dayWords(first);
  return kind === "month" ? `${monthOf(first)} ${yearOf(first)}` : yearOf(first);
}

/** "8 and 9 Jan 2018", "Nov 2017 and Jan 2018": what both ends share is said once, at the end. */
function pairWords(start: DatePart, end: DatePart): string {
  const sameYear = yearOf(start.first) === yearOf(end.first);
  const last = partWords(end);
  if (start.kind === "day" && end.kind === "day" && sameYear) {
    const day = dayNumberOf(start.first);
    return `${monthOf(start.first) === monthOf(end.first) ? day : `${day} ${monthOf(start.first)}`} and ${last}`;
  }
  if (start.kind === "month" && end.kind === "month" && sameYear)
    return `${monthOf(start.first)} and ${last}`;
  return `${partWords(start)} and ${last}`;
}

const isSame = (a: DatePart, b: DatePart): boolean => a.kind === b.kind && a.first === b.first;

/**
 * A date in the readers' words: "30 Jan 2018", "Jan 2018", "about Jan 2018", "between 8 and 9 Jan 2018",
 * "by 30 Jan 2018" (open start), "from 8 Jan 2018 or later" (open end). `readDate` reads them back.
 */
export function dateWords(date: Edtf): string {
  const { start, end } = partsOf(date);
  if (!start) return end ? `by ${partWords(end)}` : "";
  if (!end) return `from ${partWords(start)} or later`;
  if (isSame(start, end)) return (date.approximate ? "about " : "") + partWords(start);
  return `between ${pairWords(start, end)}`;
}

/** When a status began: "since 30 Jan 2018", "since a time between 8 and 9 Jan 2018", "since 30 Jan 2018 or before". */
export function sinceWords(from: Edtf): string {
  const { start, end } = partsOf(from);
  if (!start) return end ? `since ${partWords(end)} or before` : "";
  if (!end) return `since ${partWords(start)} or later`;
  const words = dateWords(from);
  return words.startsWith("between") ? `since a time ${words}` : `since ${words}`;
}

const dayBefore = (part: DatePart): DatePart =>
  part.kind === "day" ? { kind: "day", first: addDays(part.first, -1), last: addDays(part.last, -1) } : part;

/**
 * When a status ended, given when the next one began: a status lasts up to the day before (half-open), so a next claim of
 * 30 Jan 2018 reads "until 29 Jan 2018". Months and years are too coarse to step back: "until Jan 2018".
 */
export function untilWords(next: Edtf): string {
  const parts = partsOf(next);
  const start = parts.start && dayBefore(parts.start);
  const end = parts.end && dayBefore(parts.end);
  if (!start) return end ? `until ${partWords(end)} at the latest` : "";
  if (!end) return `until ${partWords(start)} or later`;
  if (isSame(start, end)) return `until ${next.approximate ? "about " : ""}${partWords(start)}`;
  return `until a time between ${pairWords(start, end)}`;
}

/** Two days as a range for headings: "8 to 9 Jan 2018"; one day when they are the same. */
export function rangeWords(from: Day, to: Day): string {
  if (compareDays(from, to) === 0) return dayWords(from);
  const day = (first: Day): DatePart => ({ kind: "day", first, last: first });
  return pairWords(day(from), day(to)).replace(" and ", " to ");
}
