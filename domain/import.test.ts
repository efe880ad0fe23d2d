import fc from "fast-check";
import { expect, test } from "vitest";
import { deviceKeys, hindrances, type ImportSummary, mustBeConfirmed, tidy } from "./import";
import { effectSentence, listSentence } from "./import-words";
import { countryOfMcc, networkCode } from "./mcc";

const summary = (more: Partial<ImportSummary> = {}): ImportSummary => ({
  rows: 1,
  outcomes: { created: 0, changed: 0, matched: 0, duplicate: 0, "left-out": 0, asked: 0, refused: 0 },
  created: {},
  changed: {},
  aliases: 0,
  open: 0,
  list: null,
  ...more,
});

test("a list is held when, and only when, more than a tenth of it would go or change its name", () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), fc.nat(1000), (covered, removed, renamed) => {
      const held = mustBeConfirmed({ covered, removed, renamed, examples: [] });
      expect(held).toBe(removed + renamed > covered / 10);
    }),
  );
  expect(mustBeConfirmed(null)).toBe(false);
});

test("an import waits for answers, for refused rows and for the word about a shrunken list", () => {
  const list = { covered: 100, removed: 11, renamed: 0, examples: [] };
  const outcomes = { ...summary().outcomes, refused: 2 };
  const bad = summary({ open: 1, outcomes, list });
  expect(hindrances(bad, { leaveOutRefused: false, confirmedList: false })).toHaveLength(3);
  expect(hindrances(bad, { leaveOutRefused: true, confirmedList: true })).toEqual(["One question is open."]);
  expect(hindrances(summary(), { leaveOutRefused: false, confirmedList: false })).toEqual([]);
});

test("a device stands in the record with its maker's name before it or without", () => {
  expect(deviceKeys("samsung", "samsunggalaxys8")).toEqual(["samsunggalaxys8", "galaxys8"]);
  expect(deviceKeys("samsung", "galaxys8")).toEqual(["galaxys8", "samsunggalaxys8"]);
  expect(deviceKeys("10or", "10ord")).toEqual(["10ord", "10or10ord"]); // "d" alone is no name
});

test("blanks are tidied and nothing else", () => {
  expect(tidy("\u00a0 a\tb \u200bc\uFEFF")).toBe("a b c");
});

test("what an import does is one sentence", () => {
  expect(effectSentence(summary(), false)).toBe("It would change nothing.");
  expect(
    effectSentence(
      summary({ created: { device: 2, manufacturer: 1 }, changed: { device: 1 }, aliases: 3 }),
      true,
    ),
  ).toBe("It made 2 devices and 1 manufacturer, changed 1 device and added 3 names and numbers.");
  expect(listSentence(summary({ list: { covered: 10, removed: 2, renamed: 1, examples: [] } }))).toMatch(
    /\(30 %\)/,
  );
});

test("network codes", () => {
  expect(countryOfMcc("310")).toBe("US");
  expect(countryOfMcc("340")).toBeNull(); // shared
  expect(countryOfMcc("901")).toBeNull(); // international
  expect(networkCode("412", "01")).toBe("412-01");
  expect(networkCode("412", "1")).toBeNull();
});
