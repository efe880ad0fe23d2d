import type { Token } from "@/intake/text/tokens";
import type { MonthPart, Turn, When } from "./when";
import { MONTH_NUMBERS, WEEKDAY_NUMBERS, yearOf } from "./words";

/** One way to write a date: reads the tokens from `at`, or says null. */
export type DateRule = {
  readonly id: string;
  readonly says: string;
  readonly example: string;
  readonly read: (
    tokens: readonly Token[],
    at: number,
  ) => { readonly to: number; readonly when: When } | null;
};

export const lower = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? "";

/** The month at a token, with its full stop ("Jan."): "may" and "march" only in capitals. */
export function monthAt(tokens: readonly Token[], at: number): { month: number; to: number } | null {
  const month = MONTH_NUMBERS.get(lower(tokens, at));
  if (!month || !tokens[at]?.isCapital) return null;
  const dotted =
    lower(tokens, at).length <= 4 &&
    lower(tokens, at + 1) === "." &&
    tokens[at]?.end === tokens[at + 1]?.start;
  return { month, to: dotted ? at + 2 : at + 1 };
}

/** A year after a comma or a blank: "30 January, 2018". */
export function yearAfter(tokens: readonly Token[], at: number): { year?: number; to: number } {
  for (const skip of [",", "of", ""]) {
    const next = skip !== "" && lower(tokens, at) === skip ? at + 1 : at;
    const year = yearOf(lower(tokens, next));
    if (year !== null) return { year, to: next + 1 };
  }
  return { to: at };
}

/** A weekday that only decorates the date after it: "Sunday, 18 July". */
export function afterWeekday(tokens: readonly Token[], at: number): number {
  if (!WEEKDAY_NUMBERS.has(lower(tokens, at)) || !tokens[at]?.isCapital) return at;
  let next = at + 1;
  while (next < at + 4 && [",", ".", "the"].includes(lower(tokens, next))) next += 1;
  return next;
}

const PARTS: Readonly<Record<string, MonthPart>> = {
  early: "early",
  beginning: "early",
  start: "early",
  mid: "mid",
  middle: "mid",
  late: "late",
  end: "end",
  close: "end",
};
export const TURNS: Readonly<Record<string, Turn>> = {
  last: "last",
  past: "last",
  this: "this",
  current: "this",
  next: "next",
  coming: "next",
  following: "next",
};

/** "early", "the end of", "the first week of" before a month; `to` is where the month should stand. */
export function partBefore(tokens: readonly Token[], at: number): { part?: MonthPart; to: number } {
  let i = lower(tokens, at) === "the" ? at + 1 : at;
  if (
    lower(tokens, i) === "first" &&
    ["week", "weeks", "days", "day"].includes(lower(tokens, i + 1)) &&
    lower(tokens, i + 2) === "of"
  )
    return { part: "first-week", to: i + 3 };
  if (
    lower(tokens, i) === "last" &&
    ["week", "weeks", "days", "day"].includes(lower(tokens, i + 1)) &&
    lower(tokens, i + 2) === "of"
  )
    return { part: "end", to: i + 3 };
  const part = PARTS[lower(tokens, i)];
  if (!part) return { to: at };
  // "Beginning Nov. 10" is a day, "the beginning of November" a part of a month.
  if (/^(?:beginning|start|close)$/.test(lower(tokens, i)) && lower(tokens, i + 1) !== "of")
    return { to: at };
  i += 1;
  if (lower(tokens, i) === "-") i += 1;
  if (lower(tokens, i) === "in") i += 1;
  if (lower(tokens, i) === "of") i += 1;
  return { part, to: i };
}
