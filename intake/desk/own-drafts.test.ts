import { describe, expect, it } from "vitest";
import { findPassage, ownDrafts, ownField } from "./own-drafts";

describe("a passage of one's own", () => {
  const text = "One line.\nAnother  line\nof words.";

  it.each([
    ["Another line of words.", { start: 10, end: 33 }],
    ["One line.", { start: 0, end: 9 }],
    ["not there", null],
    ["a", null],
  ])("%s", (words, place) => {
    expect(findPassage(text, words)).toEqual(place);
  });

  it("becomes a proposal with empty fields; a place outside the text does not", () => {
    const values = {
      [ownField(0, "start")]: "0",
      [ownField(0, "end")]: "9",
      [ownField(1, "start")]: "5",
      [ownField(1, "end")]: "900",
    };
    expect(ownDrafts(text, values)).toMatchObject([
      { key: "own-0", passage: { text: "One line." }, fields: { device: "" } },
    ]);
  });
});
