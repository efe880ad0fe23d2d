import { MONTHS } from "@/domain/edtf";

/** "january", "jan" … and "sept", as 1 to 12. "may" and "mar" are left to the capital letter. */
export const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...MONTHS.flatMap((name, i) => [
    [name.toLowerCase(), i + 1] as const,
    [name.slice(0, 3).toLowerCase(), i + 1] as const,
  ]),
  ["sept", 9],
]);

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
export const WEEKDAY_NUMBERS: ReadonlyMap<string, number> = new Map(
  WEEKDAYS.flatMap((name, i) => [
    [name, i + 1] as const,
    [name.slice(0, 3), i + 1] as const,
    ...(name.length > 6 ? [[name.slice(0, 4), i + 1] as const, [name.slice(0, 5), i + 1] as const] : []),
  ]),
);

/** Northern seasons as the trade press means them; winter ends in the next year (month 14 is its February). */
export const SEASONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["spring", [3, 5]],
  ["springtime", [3, 5]],
  ["summer", [6, 8]],
  ["autumn", [9, 11]],
  ["fall", [9, 11]],
  ["winter", [12, 14]],
]);

/** Named times of the year. */
export const TIMES_OF_YEAR: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["christmas", [12, 12]],
  ["holiday", [11, 12]],
  ["holidays", [11, 12]],
  ["thanksgiving", [11, 11]],
]);

export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map(
  "one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, i) => [word, i + 1]),
);

/** A count in figures or words: "two", "10", "a"; null when it is none. */
export function countOf(lower: string): number | null {
  if (lower === "a" || lower === "an") return 1;
  if (/^\d{1,3}$/.test(lower)) return Number(lower);
  return SMALL_NUMBERS.get(lower) ?? null;
}

/** "18", "18th", "1st" as a day of a month; null when it is none. */
export function dayNumberOf(lower: string): number | null {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(lower);
  const day = digits ? Number(digits[1]) : 0;
  return day >= 1 && day <= 31 ? day : null;
}

export const isOrdinal = (lower: string): boolean => /^\d{1,2}(?:st|nd|rd|th)$/.test(lower);
export const yearOf = (lower: string): number | null =>
  /^(?:19[7-9]\d|20\d\d)$/.test(lower) ? Number(lower) : null;
