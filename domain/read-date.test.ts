import fc from "fast-check";
import { expect, test } from "vitest";
import { readDate } from "./read-date";

test.each([
  ["2018-01-30", "2018-01-30"],
  ["2018-01~", "2018-01~"],
  ["../2018-01", "../2018-01"],
  ["30 Jan 2018", "2018-01-30"],
  ["30 January 2018", "2018-01-30"],
  ["January 30th, 2018", "2018-01-30"],
  ["the 30th of January 2018", "2018-01-30"],
  ["3 Sept. 2018", "2018-09-03"],
  ["January 2018", "2018-01"],
  ["in May 2018", "2018-05"],
  ["2018", "2018"],
  ["between 10 and 30 Jan 2018", "2018-01-10/2018-01-30"],
  ["between Jan 8 and 30, 2018", null],
  ["between 8 Jan and 9 Feb 2018", "2018-01-08/2018-02-09"],
  ["between Oct and Dec 2016", "2016-10/2016-12"],
  ["between 30 Dec 2017 and 2 Jan 2018", "2017-12-30/2018-01-02"],
  ["from Oct to Dec 2016", "2016-10/2016-12"],
  ["10-30 Jan 2018", "2018-01-10/2018-01-30"],
  ["10 – 30 Jan 2018", "2018-01-10/2018-01-30"],
  ["summer to autumn 2018", "2018-06/2018-11"],
  ["by 30 Jan 2018", "../2018-01-30"],
  ["30 Jan 2018 or before", "../2018-01-30"],
  ["before Feb 2018", "../2018-01-31"],
  ["after 30 Jan 2018", "2018-01-31/.."],
  ["from 8 Jan 2018 or later", "2018-01-08/.."],
  ["8 Jan 2018 or later", "2018-01-08/.."],
  ["about Jan 2018", "2018-01~"],
  ["circa 2018", "2018~"],
  ["summer 2018", "2018-06/2018-08"],
  ["Autumn 2018", "2018-09/2018-11"],
  ["fall 2018", "2018-09/2018-11"],
  ["spring 2018", "2018-03/2018-05"],
  ["winter 2018", "2018-12/2019-02"],
  ["Q1 2018", "2018-01/2018-03"],
  ["early 2018", "2018-01/2018-04"],
  ["mid-2018", "2018-05/2018-08"],
  ["late 2018", "2018-09/2018-12"],
  ["by summer 2018", "../2018-08"],
])("%j means %s", (words, text) => {
  const read = readDate(words);
  expect(read.ok ? read.value.text : null).toBe(text);
});

test.each([
  ["yesterday", "2018-01-29"],
  ["last month", "2017-12"],
  ["earlier this month", "2018-01-01/2018-01-30"],
  ["last week", "2018-01-22/2018-01-28"],
])("%j in a source of 30 Jan 2018 means %s", (words, text) => {
  expect(readDate(words, { relativeTo: "2018-01-30" })).toMatchObject({ ok: true, value: { text } });
  expect(readDate(words).ok).toBe(false);
});

test.each([
  ["01/02/2018", "can be read in two ways"],
  ["30.1.2018", "can be read in two ways"],
  ["1-2-2018", "can be read in two ways"],
  ["30 Feb 2018", "There is no 30 February 2018."],
  ["30 Jan", "Which year?"],
  ["Jan 18", "Which year?"],
  ["summer", "Which year?"],
  ["since 30 Jan 2018", "does not say whether it began that day"],
  ["about summer 2018", '"about" goes with'],
  ["between Mar and Jan 2018", "ends before it begins"],
  ["soon", "is not a date"],
  ["janitor 2018", "is not a date"],
  ["constructor 2018", "is not a date"],
  ["2018-01-30T10:00", "has a time"],
  ["between 2018", "is not a date"],
  ["", "The date is empty"],
  ["x".repeat(200), "at most 100 characters"],
])("%j is refused: %s", (words, message) => {
  const read = readDate(words);
  expect(read.ok ? read.value.text : read.message).toContain(message);
});

test("whatever is typed, the field answers with a date or a sentence", () => {
  const word = fc.constantFrom(
    "between",
    "and",
    "by",
    "from",
    "or later",
    "Jan",
    "30",
    "2018",
    "to",
    "-",
    "/",
    "~",
    "..",
    "q1",
    "about",
    "8th",
  );
  const typed = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(word, { maxLength: 8 }).map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const read = readDate(text, { relativeTo: "2018-01-30" });
      if (!read.ok) expect(read.message).toMatch(/[.?:]/);
    }),
    { numRuns: 2000 },
  );
});
