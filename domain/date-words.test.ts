import fc from "fast-check";
import { expect, test } from "vitest";
import {
  dateWords,
  dayWords,
  instantWords,
  rangeWords,
  readDate,
  sinceWords,
  untilWords,
  weekdayDayWords,
} from "./date-words";
import { anyEdtf } from "./testing/arbitraries";
import { date } from "./testing/samples";

test.each([
  ["2018-01-30", "30 Jan 2018"],
  ["2018-01", "Jan 2018"],
  ["2018", "2018"],
  ["2018-01-08/2018-01-09", "between 8 and 9 Jan 2018"],
  ["2018-01-30/2018-02-02", "between 30 Jan and 2 Feb 2018"],
  ["2017-12-30/2018-01-02", "between 30 Dec 2017 and 2 Jan 2018"],
  ["2017-11/2018-01", "between Nov 2017 and Jan 2018"],
  ["2016-10/2016-12", "between Oct and Dec 2016"],
  ["2016/2018", "between 2016 and 2018"],
  ["2018-01-08/2018-03", "between 8 Jan 2018 and Mar 2018"],
  ["2018-01/2018-01", "Jan 2018"],
  ["../2018-01-30", "by 30 Jan 2018"],
  ["../2018-01", "by Jan 2018"],
  ["2018-01-08/..", "from 8 Jan 2018 or later"],
  ["2018-01~", "about Jan 2018"],
  ["2018-01-30~", "about 30 Jan 2018"],
])("%s reads %s", (text, words) => {
  expect(dateWords(date(text))).toBe(words);
});

test.each([
  ["2018-01-30", "until 29 Jan 2018"],
  ["2018-01-01", "until 31 Dec 2017"],
  ["2018-01", "until Jan 2018"],
  ["2018-01~", "until about Jan 2018"],
  ["2018-01-08/2018-01-09", "until a time between 7 and 8 Jan 2018"],
  ["../2018-01-30", "until 29 Jan 2018 at the latest"],
  ["2018-01-08/..", "until 7 Jan 2018 or later"],
])("before a claim of %s a status lasted %s", (text, words) => {
  expect(untilWords(date(text))).toBe(words);
});

test.each([
  ["2018-01-30", "since 30 Jan 2018"],
  ["2018-01~", "since about Jan 2018"],
  ["2018-01-08/2018-01-09", "since a time between 8 and 9 Jan 2018"],
  ["../2018-01-30", "since 30 Jan 2018 or before"],
  ["2018-01-08/..", "since 8 Jan 2018 or later"],
])("a claim of %s holds %s", (text, words) => {
  expect(sinceWords(date(text))).toBe(words);
});

test("days and instants have words", () => {
  expect(dayWords("2018-01-30")).toBe("30 Jan 2018");
  expect(weekdayDayWords("2018-01-30")).toBe("Tue 30 Jan 2018");
  expect(instantWords("2018-01-30T21:14:59.000Z")).toBe("30 Jan 2018, 21:14 UTC");
  expect(rangeWords("2018-01-08", "2018-01-09")).toBe("8 to 9 Jan 2018");
  expect(rangeWords("2018-01-08", "2018-01-08")).toBe("8 Jan 2018");
});

test("what is said of a date reads back as a date with the same bounds", () => {
  fc.assert(
    fc.property(anyEdtf, (value) => {
      const read = readDate(dateWords(value));
      const { text: _, ...bounds } = value;
      expect(read).toMatchObject({ ok: true, value: bounds });
    }),
    { numRuns: 1000 },
  );
});
