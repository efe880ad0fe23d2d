import { expect, test } from "vitest";
import type { ChangeClaim } from "@/domain/change-rows";
import { date } from "@/domain/testing/samples";
import { correctedParts, targetWords } from "./words";

const claim = (more: Partial<ChangeClaim> = {}): ChangeClaim => ({
  id: "a",
  status: "planned",
  effective: date("2018-01"),
  target: null,
  targetWords: null,
  reasons: [],
  note: null,
  ...more,
});

test("a correction says each part that differs, as it was and as it is", () => {
  expect(correctedParts(claim(), claim({ effective: date("2018-01-30") }))).toEqual([
    { was: "Jan 2018", is: "30 Jan 2018" },
  ]);
  expect(correctedParts(claim(), claim({ status: "withdrawn", reasons: ["legal"] }))).toEqual([
    { was: "planned", is: "withdrawn" },
    { was: "no reason", is: "legal dispute" },
  ]);
  expect(correctedParts(claim(), claim({ target: date("2018-09"), targetWords: "in autumn" }))).toEqual([
    { was: "no target", is: "for autumn" },
  ]);
});

test("a correction of the note or of the evidence alone says so", () => {
  expect(correctedParts(claim(), claim({ note: "Anew." }))).toEqual([
    { was: "another wording", is: "worded anew" },
  ]);
  expect(correctedParts(claim(), claim())).toEqual([
    { was: "other evidence", is: "the same on other evidence" },
  ]);
});

test("a target is said in the source's words, else by its date", () => {
  expect(targetWords(claim({ target: date("2018-09/2018-11"), targetWords: "in autumn 2018" }))).toBe(
    "for autumn 2018",
  );
  expect(targetWords(claim({ target: date("2018-09") }))).toBe("for Sep 2018");
});
