import edtf from "edtf";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  addYears,
  compareInstants,
  DAY_MAX,
  DAY_MIN,
  dayOf,
  dayOfInstant,
  daysBetween,
  parseEdtf,
  parseInstant,
  weekdayOf,
} from "./edtf";
import { anyEdtf, closeDay } from "./testing/arbitraries";

test.each([
  ["2018-01-30", "2018-01-30", "2018-01-30"],
  ["2018-02", "2018-02-01", "2018-02-28"],
  ["2016-02", "2016-02-01", "2016-02-29"],
  ["2018", "2018-01-01", "2018-12-31"],
  ["2018-01~", "2018-01-01", "2018-01-31"],
  ["2018-01-30~", "2018-01-30", "2018-01-30"],
  ["2017-11/2018-01", "2017-11-01", "2018-01-31"],
  ["2018-01-08/2018", "2018-01-08", "2018-12-31"],
  ["2018-01/2018-01-08", "2018-01-01", "2018-01-08"],
  ["../2018-01", DAY_MIN, "2018-01-31"],
  ["2018-01/..", "2018-01-01", DAY_MAX],
  [" 2018 ", "2018-01-01", "2018-12-31"],
])("%s lies between %s and %s", (text, earliest, latest) => {
  expect(parseEdtf(text)).toMatchObject({ ok: true, value: { text: text.trim(), earliest, latest } });
});

test.each([
  ["2018-02-30", "There is no 30 February 2018."],
  ["2018-13", 'There is no month 13 in "2018-13".'],
  ["2018-01-00", "There is no 0 January 2018."],
  ["0000-00-00", "outside 1970 to 2100"],
  ["1969-12-31", "outside 1970 to 2100"],
  ["2101", "outside 1970 to 2100"],
  ["30/01/2018", "Write the year first: 2018-01-30"],
  ["2018-01-30T10:00:00Z", "has a time"],
  ["2018-1-3", "lacks a zero"],
  ["2018-22", "Write its months instead"],
  ["2018-02/2018-01", "ends before it begins"],
  ["../..", "open at both ends"],
  ["2018-01/", "lacks an end"],
  ["2018~/2019", "Leave out the ~"],
  ["2018?", "uses a mark"],
  ["", "The date is empty"],
  ["soon", "is not a date"],
  ["__proto__", "is not a date"],
  ["2018-01-30\u0000", "is not a date"],
  ["٢٠١٨", "is not a date"],
])("%j is refused: %s", (text, message) => {
  const read = parseEdtf(text);
  expect(read.ok ? "read" : read.message).toContain(message);
});

test("a message echoes at most 40 characters", () => {
  const read = parseEdtf("x".repeat(1_000_000));
  expect(read.ok ? "" : read.message).toContain(`"${"x".repeat(39)}…"`);
});

test("the text of a date reads back as the same date", () => {
  fc.assert(
    fc.property(anyEdtf, (value) => {
      expect(parseEdtf(value.text)).toEqual({ ok: true, value });
    }),
  );
});

test("a date's first day is never after its last", () => {
  fc.assert(fc.property(anyEdtf, ({ earliest, latest }) => earliest <= latest));
});

test("the bounds are those of the edtf package", () => {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  fc.assert(
    // End by end, since the package refuses intervals such as 2018-01/2018-01.
    fc.property(anyEdtf, ({ text, earliest, latest, openStart, openEnd }) => {
      const [left = "", right = left] = text.split("/");
      expect(openStart ? DAY_MIN : day(edtf(left).min)).toBe(earliest);
      expect(openEnd ? DAY_MAX : day(edtf(right).max)).toBe(latest);
    }),
    { numRuns: 500 },
  );
});

test("no text makes the reader throw or read slowly", () => {
  const odd = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[0-9./~ -]*$/));
  fc.assert(fc.property(odd, (text) => typeof parseEdtf(text).ok === "boolean"));
  const started = performance.now();
  for (const text of ["-".repeat(1e6), "2018-".repeat(2e5), "/".repeat(1e6), "~".repeat(1e6)])
    parseEdtf(text);
  expect(performance.now() - started).toBeLessThan(1000);
});

test.each([
  "2018-1-3",
  "2018-02-29",
  "2018-01",
  "30 Jan 2018",
  "2018-01-30 ",
  "1969-12-31",
  "2018-01-30/2018-01-30",
])("%j is no day", (text) => {
  expect(dayOf(text)).toBeNull();
});

test("days are counted without a zone, in whatever zone the machine stands", () => {
  const zone = process.env.TZ;
  try {
    for (const tz of ["Pacific/Kiritimati", "Pacific/Niue", "Europe/Berlin"]) {
      process.env.TZ = tz;
      expect(dayOf("2016-02-29")).toBe("2016-02-29");
      expect(addDays("2018-03-25", 1)).toBe("2018-03-26");
      expect(addDays("2018-01-01", -1)).toBe("2017-12-31");
      expect(daysBetween("2018-03-01", "2018-04-01")).toBe(31);
      expect(weekdayOf("2018-01-30")).toBe(2);
      expect(dayOfInstant("2018-01-30T23:59:59.999Z")).toBe("2018-01-30");
      expect(parseEdtf("2018-02")).toMatchObject({ value: { latest: "2018-02-28" } });
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test("days added and taken off again are the same day, one weekday further each", () => {
  fc.assert(
    fc.property(closeDay, fc.integer({ min: -40_000, max: 40_000 }), (day, n) => {
      expect(addDays(addDays(day, n), -n)).toBe(day);
      expect(daysBetween(day, addDays(day, n))).toBe(n);
      expect(weekdayOf(addDays(day, 1))).toBe((weekdayOf(day) % 7) + 1);
    }),
  );
});

test("a year after 29 February is 28 February, and four years after it the 29th", () => {
  expect(addYears("2016-02-29", 1)).toBe("2017-02-28");
  expect(addYears("2016-02-29", 4)).toBe("2020-02-29");
});

test.each([
  ["2026-11-23T10:00Z", "2026-11-23T10:00:00.000Z"],
  ["2026-11-23T10:00:05.25Z", "2026-11-23T10:00:05.250Z"],
  ["2026-11-23T10:00", null],
  ["2026-11-23", null],
  ["2026-02-30T10:00Z", null],
  ["2026-11-23T24:00Z", null],
  ["2026-11-23T10:00:00+01:00", null],
])("the instant %s reads as %s", (text, instant) => {
  expect(parseInstant(text)).toBe(instant);
});

test("instants compare by when they are, whatever their digits", () => {
  const digits = fc.constantFrom("", ".0", ".5", ".25", ".000", ".001", ".999");
  const second = fc.integer({ min: Date.parse("2018-01-01T00:00:00Z") / 1000, max: 1_514_764_803 });
  const instant = fc
    .tuple(second, digits)
    .map(([at, tail]) => `${new Date(at * 1000).toISOString().slice(0, 19)}${tail}Z`);
  fc.assert(
    fc.property(instant, instant, (a, b) => {
      expect(Math.sign(compareInstants(a, b))).toBe(Math.sign(Date.parse(a) - Date.parse(b)));
    }),
  );
});
