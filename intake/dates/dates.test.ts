import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, parseEdtf } from "@/domain/edtf";
import { tokensOf } from "@/intake/text/tokens";
import { DATE_RULES, findDates } from "./find";
import { type Direction, resolve } from "./resolve";

/** A Tuesday. */
const PUBLISHED = "2018-01-30";

function read(text: string, direction: Direction = "nearest", published = PUBLISHED): string | null {
  const tokens = tokensOf(text);
  const [found] = findDates(tokens, 0, tokens.length);
  return found ? resolve(found.when, published, direction) : null;
}

describe("date words", () => {
  it.each(DATE_RULES.map((rule) => [rule.says, rule] as const))("%s", (_, rule) => {
    const tokens = tokensOf(rule.example);
    const read = tokens.map((__, at) => rule.read(tokens, at));
    expect(read.some((found) => found !== null)).toBe(true);
  });

  it.each([
    ["on Tuesday", "past", "2018-01-30"],
    ["on Monday", "past", "2018-01-29"],
    ["on Friday", "future", "2018-02-02"],
    ["last Tuesday", "past", "2018-01-23"],
    ["next Tuesday", "future", "2018-02-06"],
    ["this coming Sunday", "future", "2018-02-04"],
    ["today", "nearest", "2018-01-30"],
    ["earlier today", "nearest", "2018-01-30"],
    ["this morning", "nearest", "2018-01-30"],
    ["yesterday", "past", "2018-01-29"],
    ["tomorrow", "future", "2018-01-31"],
    ["earlier this month", "past", "2018-01-01/2018-01-30"],
    ["later this month", "future", "2018-01-30/2018-01-31"],
    ["last month", "past", "2017-12"],
    ["next month", "future", "2018-02"],
    ["earlier this week", "past", "2018-01-29/2018-01-30"],
    ["last week", "past", "2018-01-22/2018-01-28"],
    ["this summer", "future", "2018-06/2018-08"],
    ["last fall", "past", "2017-09/2017-11"],
    ["in the spring", "past", "2017-03/2017-05"],
    ["in the spring", "future", "2018-03/2018-05"],
    ["summer 2019", "nearest", "2019-06/2019-08"],
    ["the first quarter of 2019", "nearest", "2019-01/2019-03"],
    ["the second half of the year", "future", "2018-07/2018-12"],
    ["Q2 2018", "future", "2018-04/2018-06"],
    ["early next year", "future", "2019-01/2019-04"],
    ["later this year", "future", "2018-01-30/2018-12-31"],
    ["since April", "past", "2017-04"],
    ["in April", "future", "2018-04"],
    ["mid-November", "future", "2018-11-11/2018-11-20"],
    ["the end of July", "future", "2018-07-25/2018-07-31"],
    ["the first week of May", "future", "2018-05-01/2018-05-07"],
    ["the end of the month", "future", "2018-01-25/2018-01-31"],
    ["Sunday, 18 July 2010", "past", "2010-07-18"],
    ["30 May", "future", "2018-05-30"],
    ["Nov. 15", "past", "2017-11-15"],
    ["January 9, 2018", "past", "2018-01-09"],
    ["Tuesday the 30th", "nearest", "2018-01-30"],
    ["two weeks ago", "past", "2018-01-13/2018-01-19"],
    ["three months ago", "past", "2017-10"],
    ["in two weeks", "future", "2018-02-10/2018-02-16"],
    ["before Christmas", "future", "2018-12"],
    ["2018-02-14", "future", "2018-02-14"],
  ] as const)("“%s”, of the %s, is %s", (words, direction, edtf) => {
    expect(read(words, direction)).toBe(edtf);
  });

  it.each([
    ["31 February"],
    ["it may fall"],
    ["the week"],
    ["a march through town"],
    ["Mate 10"],
    ["in one hand"],
    ["the 3rd largest"],
  ])("“%s” is no date", (words) => {
    expect(read(words)).toBeNull();
  });

  it("never says more than the words: what it reads is a date of the record, and lies where the direction points", () => {
    const words = [
      "on Friday",
      "today",
      "earlier this month",
      "last week",
      "in April",
      "this summer",
      "two months ago",
      "30 May",
      "last fall",
      "the end of June",
      "early next year",
      "the second quarter",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.integer({ min: 0, max: 15_000 }),
        fc.constantFrom<Direction>("past", "future", "nearest"),
        (text, shift, direction) => {
          const published = addDays("1980-01-01", shift);
          const edtf = read(text, direction, published);
          const parsed = parseEdtf(edtf ?? "");
          if (!parsed.ok) throw new Error(parsed.message);
          const { earliest, latest } = parsed.value;
          if (text.startsWith("earlier") || text.endsWith("ago") || text.startsWith("last week"))
            expect(earliest <= published).toBe(true);
          if (text === "earlier this month") expect(latest <= published).toBe(true);
          if (text === "30 May" && direction === "past") expect(latest <= published).toBe(true);
          if (text === "30 May" && direction === "future") expect(earliest >= published).toBe(true);
          if (text === "on Friday" && direction === "future") expect(earliest >= published).toBe(true);
        },
      ),
    );
  });
});
