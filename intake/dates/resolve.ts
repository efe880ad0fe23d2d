import { addDays, type Day, daysInMonth, weekdayOf } from "@/domain/edtf";
import type { MonthPart, Turn, When } from "./when";

/** Which way an expression without a year points: by the time of the verb that it goes with. */
export type Direction = "past" | "future" | "nearest";

const two = (n: number): string => String(n).padStart(2, "0");
const ymd = (year: number, month: number, day: number): Day => `${year}-${two(month)}-${two(day)}`;
const between = (from: string, to: string): string => (from === to ? from : `${from}/${to}`);
const partsOf = (day: Day) => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  day: Number(day.slice(8, 10)),
});

/** A month counted on from a year: month 14 of 2017 is 2018-02. */
const monthText = (year: number, month: number): string =>
  `${year + Math.floor((month - 1) / 12)}-${two(((month - 1) % 12) + 1)}`;

function partOfMonth(year: number, month: number, part?: MonthPart): string {
  const last = daysInMonth(year, month);
  const within = (from: number, to: number) => between(ymd(year, month, from), ymd(year, month, to));
  if (part === "early") return within(1, 10);
  if (part === "first-week") return within(1, 7);
  if (part === "mid") return within(11, 20);
  if (part === "late") return within(21, last);
  if (part === "end") return within(Math.max(1, last - 6), last);
  return `${year}-${two(month)}`;
}

/** The year of a month or day that is told without one. `slack`: how far back a future reading may lie (a month in progress). */
function yearFor(candidate: (year: number) => Day, published: Day, direction: Direction): number {
  const { year } = partsOf(published);
  const days = [year - 1, year, year + 1].map((y) => ({ y, day: candidate(y) }));
  if (direction === "past") return days.filter(({ day }) => day <= published).at(-1)?.y ?? year;
  if (direction === "future") return days.find(({ day }) => day >= published)?.y ?? year;
  const distance = (day: Day) => Math.abs(Date.parse(day) - Date.parse(published));
  return days.reduce((best, next) => (distance(next.day) < distance(best.day) ? next : best)).y;
}

function weekdayText(weekday: number, published: Day, direction: Direction, turn?: Turn): Day {
  const back = (weekdayOf(published) - weekday + 7) % 7;
  if (turn === "last") return addDays(published, back === 0 ? -7 : -back);
  const onward = (weekday - weekdayOf(published) + 7) % 7;
  if (turn === "next") return addDays(published, onward === 0 ? 7 : onward);
  // "from this Friday" is the coming one, unless the verb is in the past.
  if (turn === "this" && direction !== "past") return addDays(published, onward);
  return direction === "future" ? addDays(published, onward) : addDays(published, -back);
}

function weekText(published: Day, turn: Turn, half?: "earlier" | "later"): string {
  const shift = turn === "last" ? -7 : turn === "next" ? 7 : 0;
  const monday = addDays(published, 1 - weekdayOf(published) + shift);
  const sunday = addDays(monday, 6);
  if (turn !== "this") return between(monday, sunday);
  if (half === "earlier") return between(monday, published);
  return half === "later" ? between(published, sunday) : between(monday, sunday);
}

function thisMonth(published: Day, turn: Turn, half?: "earlier" | "later", part?: MonthPart): string {
  const { year, month } = partsOf(published);
  const shifted = month + (turn === "last" ? -1 : turn === "next" ? 1 : 0);
  const y = shifted === 0 ? year - 1 : shifted === 13 ? year + 1 : year;
  const m = shifted === 0 ? 12 : shifted === 13 ? 1 : shifted;
  if (half === "earlier" && turn === "this") return between(ymd(y, m, 1), published);
  if (half === "later" && turn === "this") return between(published, ymd(y, m, daysInMonth(y, m)));
  return partOfMonth(y, m, part);
}

function thisYear(published: Day, when: Extract<When, { kind: "this-year" }>): string {
  const year = partsOf(published).year + (when.turn === "last" ? -1 : when.turn === "next" ? 1 : 0);
  if (when.months) return between(monthText(year, when.months[0]), monthText(year, when.months[1]));
  if (when.turn === "this" && when.half === "earlier") return between(ymd(year, 1, 1), published);
  if (when.turn === "this" && when.half === "later") return between(published, ymd(year, 12, 31));
  return String(year);
}

function monthsText(when: Extract<When, { kind: "months" }>, published: Day, direction: Direction): string {
  const here = partsOf(published);
  const ends = (year: number): Day => `${monthText(year, when.last)}-28`;
  let year = when.year ?? yearFor(ends, published, direction);
  if (when.year === undefined && when.turn !== undefined) {
    // "last summer" in May is that of last year, in October that of this one; "this summer" is of this year.
    year = here.year;
    if (when.turn === "last" && ends(year) >= published) year -= 1;
    if (when.turn === "next" && `${monthText(year, when.first)}-01` <= published) year += 1;
  }
  return between(monthText(year, when.first), monthText(year, when.last));
}

function dayText(when: Extract<When, { kind: "day" }>, published: Day, direction: Direction): Day | null {
  const exists = (year: number) => when.day <= daysInMonth(year, when.month);
  const year = when.year ?? yearFor((y) => ymd(y, when.month, when.day), published, direction);
  return exists(year) ? ymd(year, when.month, when.day) : null;
}

function monthDayText(day: number, published: Day, direction: Direction): Day | null {
  const { year, month } = partsOf(published);
  const here = day <= daysInMonth(year, month) ? ymd(year, month, day) : null;
  if (here && (direction !== "future" || here >= published)) return here;
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  return day <= daysInMonth(next.year, next.month) ? ymd(next.year, next.month, day) : null;
}

function agoText(when: Extract<When, { kind: "ago" }>, published: Day): string {
  const sign = when.ahead ? 1 : -1;
  const { year, month } = partsOf(published);
  if (when.unit === "day") return addDays(published, sign * when.count);
  if (when.unit === "week") {
    const day = addDays(published, sign * 7 * when.count);
    return between(addDays(day, -3), addDays(day, 3));
  }
  if (when.unit === "year") return String(year + sign * when.count);
  const index = year * 12 + (month - 1) + sign * when.count;
  return `${Math.floor(index / 12)}-${two((index % 12) + 1)}`;
}

/**
 * The EDTF text of an expression, counted from the day of publication; null when there is no such day. Never more exact
 * than the words: "earlier this month" is from its first day to the day of publication.
 */
export function resolve(when: When, published: Day, direction: Direction): string | null {
  switch (when.kind) {
    case "day":
      return dayText(when, published, direction);
    case "month-day":
      return monthDayText(when.day, published, direction);
    case "month": {
      const turned: Direction = when.turn === "last" ? "past" : when.turn === "next" ? "future" : direction;
      const edge = (year: number): Day =>
        ymd(year, when.month, turned === "future" ? daysInMonth(year, when.month) : 1);
      return partOfMonth(when.year ?? yearFor(edge, published, turned), when.month, when.part);
    }
    case "weekday":
      return weekdayText(when.weekday, published, direction, when.turn);
    case "days":
      return between(addDays(published, when.from), addDays(published, when.to));
    case "week":
      return weekText(published, when.turn, when.half);
    case "this-month":
      return thisMonth(published, when.turn, when.half, when.part);
    case "this-year":
      return thisYear(published, when);
    case "months":
      return monthsText(when, published, direction);
    case "year":
      return when.months
        ? between(monthText(when.year, when.months[0]), monthText(when.year, when.months[1]))
        : String(when.year);
    case "ago":
      return agoText(when, published);
  }
}
