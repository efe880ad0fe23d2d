import type { Token } from "@/intake/text/tokens";
import { afterWeekday, type DateRule, lower, monthAt, partBefore, TURNS, yearAfter } from "./calendar-parts";
import type { MonthPart, When } from "./when";
import { dayNumberOf, isOrdinal, MONTH_NUMBERS, WEEKDAY_NUMBERS, yearOf } from "./words";

function dayAndMonth(tokens: readonly Token[], at: number): { to: number; when: When } | null {
  const start = afterWeekday(tokens, at);
  const begin = lower(tokens, start) === "the" ? start + 1 : start;
  const day = dayNumberOf(lower(tokens, begin));
  if (day !== null) {
    const month = monthAt(tokens, lower(tokens, begin + 1) === "of" ? begin + 2 : begin + 1);
    if (!month) return null;
    const { year, to } = yearAfter(tokens, month.to);
    return { to, when: { kind: "day", month: month.month, day, ...(year ? { year } : {}) } };
  }
  const month = monthAt(tokens, begin);
  const after = month ? dayNumberOf(lower(tokens, month.to)) : null;
  if (!month || after === null) return null;
  const { year, to } = yearAfter(tokens, month.to + 1);
  return { to, when: { kind: "day", month: month.month, day: after, ...(year ? { year } : {}) } };
}

function monthAlone(tokens: readonly Token[], at: number): { to: number; when: When } | null {
  // "mid-November" is one word.
  const joined = /^(early|mid|late)-([a-z]+)$/.exec(lower(tokens, at));
  const joinedMonth = joined ? MONTH_NUMBERS.get(joined[2] ?? "") : undefined;
  if (joined && joinedMonth) {
    const { year, to } = yearAfter(tokens, at + 1);
    return {
      to,
      when: { kind: "month", month: joinedMonth, part: joined[1] as MonthPart, ...(year ? { year } : {}) },
    };
  }
  const { part, to: start } = partBefore(tokens, at);
  const turn = TURNS[lower(tokens, start)];
  const month = monthAt(tokens, turn ? start + 1 : start);
  if (!month) return null;
  const { year, to } = yearAfter(tokens, month.to);
  const bare = year === undefined && turn === undefined && part === undefined;
  // "May" at the start of a sentence, or before a verb, is no month.
  if (
    bare &&
    month.month === 5 &&
    ![
      "in",
      "since",
      "by",
      "until",
      "from",
      "during",
      "before",
      "after",
      "of",
      "for",
      "last",
      "next",
    ].includes(lower(tokens, at - 1))
  )
    return null;
  return {
    to,
    when: {
      kind: "month",
      month: month.month,
      ...(year ? { year } : {}),
      ...(part ? { part } : {}),
      ...(turn ? { turn } : {}),
    },
  };
}

function isoDay(tokens: readonly Token[], at: number): { to: number; when: When } | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(lower(tokens, at));
  if (!parts) return null;
  return {
    to: at + 1,
    when: { kind: "day", year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) },
  };
}

function yearAlone(tokens: readonly Token[], at: number): { to: number; when: When } | null {
  const { part, to: start } = partBefore(tokens, at);
  const year = yearOf(lower(tokens, start));
  const led =
    ["in", "since", "by", "until", "during", "of", "back", "before", "after", "through"].includes(
      lower(tokens, at - 1),
    ) || part !== undefined;
  if (year === null || !led) return null;
  const thirds: Partial<Record<MonthPart, readonly [number, number]>> = {
    early: [1, 4],
    mid: [5, 8],
    late: [9, 12],
    end: [12, 12],
  };
  const months = part ? thirds[part] : undefined;
  return { to: start + 1, when: { kind: "year", year, ...(months ? { months } : {}) } };
}

function dayOfMonth(tokens: readonly Token[], at: number): { to: number; when: When } | null {
  const start = afterWeekday(tokens, at);
  const begin = lower(tokens, start) === "the" ? start + 1 : start;
  const day = dayNumberOf(lower(tokens, begin));
  const weekday = WEEKDAY_NUMBERS.get(lower(tokens, at));
  const theDay = lower(tokens, begin - 1) === "the" && isOrdinal(lower(tokens, begin));
  if (day === null || !theDay) return null;
  const next = lower(tokens, begin + 1);
  if (
    ["generation", "time", "largest", "biggest", "phone", "carrier", "country", "of", "in"].includes(next) &&
    !weekday
  )
    return null;
  return { to: begin + 1, when: { kind: "month-day", day, ...(weekday ? { weekday } : {}) } };
}

/** Dates of the calendar. */
export const calendarRules: readonly DateRule[] = [
  {
    id: "day-month",
    says: "A day with its month, in either order, with or without year and weekday.",
    example: "Sunday, 18 July 2010",
    read: dayAndMonth,
  },
  { id: "iso", says: "Year, month and day in figures.", example: "2018-01-30", read: isoDay },
  {
    id: "month",
    says: "A month, perhaps a part of it, perhaps last or next.",
    example: "mid-November",
    read: monthAlone,
  },
  { id: "year", says: "A year after in, since, by.", example: "in 2018", read: yearAlone },
  {
    id: "day-of-month",
    says: "The day of a month that is not said again.",
    example: "Tuesday the 18th",
    read: dayOfMonth,
  },
];
