import type { Token } from "@/intake/text/tokens";
import { type DateRule, lower, partBefore } from "./calendar-parts";
import type { Turn, When } from "./when";
import { countOf, WEEKDAY_NUMBERS } from "./words";

type Read = { readonly to: number; readonly when: When } | null;

const TURNS: Readonly<Record<string, Turn>> = {
  last: "last",
  past: "last",
  previous: "last",
  this: "this",
  the: "this",
  next: "next",
  coming: "next",
  following: "next",
};
const HALVES: Readonly<Record<string, "earlier" | "later">> = { earlier: "earlier", later: "later" };
const PARTS_OF_DAY = new Set(["morning", "afternoon", "evening", "night"]);

const DAY_WORDS: Readonly<Record<string, number>> = {
  today: 0,
  tonight: 0,
  yesterday: -1,
  tomorrow: 1,
  overnight: 0,
};

function dayWord(tokens: readonly Token[], at: number): Read {
  const start = lower(tokens, at) === "earlier" || lower(tokens, at) === "later" ? at + 1 : at;
  const shift = DAY_WORDS[lower(tokens, start)];
  if (shift !== undefined) return { to: start + 1, when: { kind: "days", from: shift, to: shift } };
  if (lower(tokens, at) === "this" && PARTS_OF_DAY.has(lower(tokens, at + 1)))
    return { to: at + 2, when: { kind: "days", from: 0, to: 0 } };
  if (lower(tokens, at) === "last" && lower(tokens, at + 1) === "night")
    return { to: at + 2, when: { kind: "days", from: -1, to: -1 } };
  return lower(tokens, at) === "hours" && ["later", "after", "ago"].includes(lower(tokens, at + 1))
    ? { to: at + 2, when: { kind: "days", from: 0, to: 0 } }
    : null;
}

function weekday(tokens: readonly Token[], at: number): Read {
  let i = at;
  if (lower(tokens, i) === "this" && lower(tokens, i + 1) === "coming") i += 1;
  const turn = TURNS[lower(tokens, i)];
  const day = turn && lower(tokens, i) !== "the" ? i + 1 : i;
  const found = WEEKDAY_NUMBERS.get(lower(tokens, day));
  if (!found || !tokens[day]?.isCapital) return null;
  const after = turn && day > i ? turn : undefined;
  return { to: day + 1, when: { kind: "weekday", weekday: found, ...(after ? { turn: after } : {}) } };
}

function span(unit: "week" | "month" | "year", turn: Turn, half?: "earlier" | "later"): When {
  const more = half ? { half } : {};
  if (unit === "week") return { kind: "week", turn, ...more };
  if (unit === "month") return { kind: "this-month", turn, ...more };
  return { kind: "this-year", turn, ...more };
}

function spanOfTime(tokens: readonly Token[], at: number): Read {
  const half = HALVES[lower(tokens, at)];
  let i = half ? at + 1 : at;
  if (half && lower(tokens, i) === "in") i += 1;
  const turn = TURNS[lower(tokens, i)];
  const unit = lower(tokens, i + 1);
  if (!turn) return null;
  if (unit === "weekend") return { to: i + 2, when: { kind: "week", turn, half: "later" } };
  if (unit !== "week" && unit !== "month" && unit !== "year") return null;
  // "the week" and "the month" alone are no date; "earlier in the month" is.
  if (lower(tokens, i) === "the" && !half) return null;
  return { to: i + 2, when: span(unit, turn, half) };
}

/** "early next year", "the end of the month", "late this month". */
function partOfSpan(tokens: readonly Token[], at: number): Read {
  const { part, to } = partBefore(tokens, at);
  const turn = TURNS[lower(tokens, to)];
  const unit = lower(tokens, to + 1);
  if (!part || !turn || (unit !== "month" && unit !== "year" && unit !== "week")) return null;
  if (unit === "week") return { to: to + 2, when: { kind: "week", turn } };
  if (unit === "month") return { to: to + 2, when: { kind: "this-month", turn, part } };
  const thirds: Readonly<Record<string, readonly [number, number]>> = {
    early: [1, 4],
    "first-week": [1, 1],
    mid: [5, 8],
    late: [9, 12],
    end: [12, 12],
  };
  const months = thirds[part];
  return { to: to + 2, when: { kind: "this-year", turn, ...(months ? { months } : {}) } };
}

const UNITS: Readonly<Record<string, "day" | "week" | "month" | "year">> = {
  day: "day",
  days: "day",
  week: "week",
  weeks: "week",
  month: "month",
  months: "month",
  year: "year",
  years: "year",
};

function ago(tokens: readonly Token[], at: number): Read {
  const count = countOf(lower(tokens, at));
  const unit = UNITS[lower(tokens, at + 1)];
  if (count === null || !unit) return null;
  // "The blow comes two months after AT&T pulled out": as long before the news.
  const comes = [1, 2, 3, 4].some((n) => /^(?:come|comes|came|arrives)$/.test(lower(tokens, at - n)));
  if (lower(tokens, at + 2) === "after" && comes && count < 100)
    return { to: at + 3, when: { kind: "ago", unit, count, ahead: false } };
  return ["ago", "earlier", "back"].includes(lower(tokens, at + 2)) && count < 100
    ? { to: at + 3, when: { kind: "ago", unit, count, ahead: false } }
    : null;
}

function ahead(tokens: readonly Token[], at: number): Read {
  if (!["in", "within"].includes(lower(tokens, at))) return null;
  const count = countOf(lower(tokens, at + 1));
  const unit = UNITS[lower(tokens, at + 2)];
  return count !== null && unit && count < 100
    ? { to: at + 3, when: { kind: "ago", unit, count, ahead: true } }
    : null;
}

function coming(tokens: readonly Token[], at: number): Read {
  const start = lower(tokens, at) === "the" ? at + 1 : at;
  const turn = lower(tokens, start);
  const few = ["few", "couple"].includes(lower(tokens, start + 1)) ? start + 2 : start + 1;
  const unit = UNITS[lower(tokens, few)];
  if (
    !["coming", "next"].includes(turn) ||
    (unit !== "week" && unit !== "month" && unit !== "day") ||
    !lower(tokens, few).endsWith("s")
  )
    return null;
  return {
    to: few + 1,
    when: { kind: "days", from: 0, to: unit === "day" ? 7 : unit === "week" ? 45 : 180 },
  };
}

/** Dates counted from the day of publication. */
export const relativeRules: readonly DateRule[] = [
  {
    id: "day-word",
    says: "Today, yesterday, tomorrow, this morning.",
    example: "earlier today",
    read: dayWord,
  },
  {
    id: "weekday",
    says: "A weekday is the nearest in the direction of the verb.",
    example: "on Tuesday",
    read: weekday,
  },
  {
    id: "span",
    says: "This, last or next week, month or year, perhaps its earlier or later part.",
    example: "earlier this month",
    read: spanOfTime,
  },
  {
    id: "part-of-span",
    says: "The beginning, middle or end of a month or year.",
    example: "early next year",
    read: partOfSpan,
  },
  { id: "ago", says: "So many days, weeks, months or years ago.", example: "two weeks ago", read: ago },
  { id: "ahead", says: "In so many days, weeks, months or years.", example: "in two weeks", read: ahead },
  { id: "coming", says: "In the coming days, weeks or months.", example: "the coming weeks", read: coming },
];
