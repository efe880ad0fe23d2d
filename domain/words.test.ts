import { expect, test } from "vitest";
import { CERTAINTIES, STATUSES } from "./status";
import { CERTAINTY_WORDS, STATUS_WORDS, statusDeed, unusualTransition, viewSentence } from "./words";

test("each status has a letter of its own and a sentence", () => {
  expect(STATUSES.map((s) => STATUS_WORDS[s].letter).join("")).toBe("PCHWNRE");
  for (const words of [...Object.values(STATUS_WORDS), ...CERTAINTIES.map((c) => CERTAINTY_WORDS[c])]) {
    expect(words.meaning).toMatch(/^[A-Z].*\.$/);
  }
});

test("a withdrawal drops a plan or pulls a device from sale", () => {
  expect(statusDeed("planned", "withdrawn")).toBe("dropped its plan");
  expect(statusDeed("carried", "withdrawn")).toBe("pulled it from sale");
  expect(statusDeed(null, "withdrawn")).toBe("withdrew it");
});

test("an unusual transition is named", () => {
  expect(unusualTransition("ended", "withdrawn")).toBe(
    '"withdrawn" after "ended" is unusual. Write a note that explains it.',
  );
  expect(unusualTransition("carried", "carried")).toContain("it already was");
});

test.each([
  ["2026-11-24", null, null, null],
  ["2018-01-15", null, null, "The world on 15 Jan 2018"],
  ["2018-01-15", "2018-01-20", null, "The world on 15 Jan 2018, as published by 20 Jan 2018"],
  ["2018-01-20", "2018-01-20", null, "The world on 20 Jan 2018, as published by that day"],
  [
    "2018-01-15",
    null,
    "2026-11-23T10:00:00.000Z",
    "The world on 15 Jan 2018, as our record stood on 23 Nov 2026, 10:00 UTC",
  ],
  [
    "2026-11-24",
    null,
    "2026-11-23T10:00:00.000Z",
    "The world on 24 Nov 2026, as our record stood on 23 Nov 2026, 10:00 UTC",
  ],
])("on %s, known %s, record %s: %s", (on, known, record, sentence) => {
  expect(viewSentence({ on, known, record }, "2026-11-24")).toBe(sentence);
});
