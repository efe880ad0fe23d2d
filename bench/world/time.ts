import { edtf } from "@/data/rows";
import { addDays, type Day, daysBetween, type Edtf } from "@/domain/edtf";
import { sortEarliest } from "@/domain/history";
import type { Random } from "./random";

/** Days of the world are counted from here while it is made. */
const ZERO: Day = "2012-01-01";

/** Sources are published and things happen between these days; plans may aim beyond. */
export const LAST = daysBetween(ZERO, "2026-03-31");

/** Our record was begun long after the world: most of it was entered from archives. */
export const RECORD_FROM = Date.parse("2022-01-03T08:00:00Z");
/** Nothing is recorded after this. */
export const RECORD_TO = Date.parse("2026-06-30T18:00:00Z");

const texts = new Map<number, Day>();

/** The day with this number. */
export function dayText(day: number): Day {
  const known = texts.get(day);
  if (known) return known;
  const text = addDays(ZERO, day);
  texts.set(day, text);
  return text;
}

/** Midnight of a day, in milliseconds. */
export const instantOf = (day: number): number => Date.parse(`${dayText(day)}T00:00:00Z`);

const VAGUE = {
  day: 70,
  month: 13,
  aboutMonth: 4,
  aboutDay: 2,
  days: 4,
  months: 3,
  openStart: 2,
  year: 1.5,
  openEnd: 0.5,
};

function vagueText(kind: keyof typeof VAGUE, day: number, random: Random): string {
  const text = dayText(day);
  const [year, month] = [text.slice(0, 4), text.slice(0, 7)];
  switch (kind) {
    case "day":
      return text;
    case "month":
      return month;
    case "aboutMonth":
      return `${month}~`;
    case "aboutDay":
      return `${text}~`;
    case "days":
      return `${text}/${dayText(day + random.between(1, 12))}`;
    case "months":
      return `${month}/${dayText(day + random.between(31, 90)).slice(0, 7)}`;
    case "openStart":
      return `../${text}`;
    case "year":
      return year;
    case "openEnd":
      return `${month}/..`;
  }
}

/**
 * A date around a day as its source might have had it: mostly the day, often vaguer. Never one that would sort before
 * `after`, so that the order of a story stays the order of its history.
 */
export function vagueDate(random: Random, day: number, after: Day | null = null): Edtf {
  const date = edtf(vagueText(random.weighted(VAGUE), day, random));
  return after !== null && sortEarliest(date) <= after ? edtf(dayText(day)) : date;
}

/** When a sale was to begin: rarely a day. */
export const targetDate = (random: Random, day: number): Edtf =>
  edtf(vagueText(random.weighted({ month: 50, day: 20, days: 8, months: 20, year: 6 }), day, random));
