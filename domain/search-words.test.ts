import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameKey } from "./names";
import { holds, readSearch, SEARCH_LIMIT, searchText } from "./search-words";

const keys = (text: string) => readSearch(text).words.map((word) => word.keys[0]);

describe("readSearch", () => {
  it.each([
    ["mate 10 verizon", ["mate", "10", "verizon"], "mate10verizon"],
    ["  Telefónica,  España ", ["telefonica", "espana"], "telefonicaespana"],
    ["BLA-A09", ["blaa09"], "blaa09"],
    ["AT&T", ["att"], "att"],
    ["Galaxy S9+", ["galaxy", "s9plus"], "galaxys9plus"],
    ["Mate 10/Verizon", ["mate", "10", "verizon"], "mate10verizon"],
    ["galaxy s-9", ["galaxy", "s", "9"], "galaxys9"],
    ["mate mate", ["mate"], "matemate"],
    ["!!! —", [], ""],
  ])("%s", (text, words, whole) => {
    expect(keys(text)).toEqual(words);
    expect(readSearch(text).whole).toBe(whole);
  });

  it("looks for eight words at most, of two hundred characters", () => {
    expect(keys("a b c d e f g h i j")).toHaveLength(8);
    expect(keys("x".repeat(SEARCH_LIMIT + 50))[0]).toHaveLength(SEARCH_LIMIT);
  });
});

describe("searchText", () => {
  it.each([
    ["Huawei Mate 10 Pro", " huawei mate 10 pro huaweimate10pro "],
    ["Telefónica España", " telefonica espana telefonicaespana "],
    ["Ｇａｌａｘｙ S9+", " galaxy s9plus galaxys9plus "],
    ["AT&T", " at t att "],
    ["", "   "],
  ])("%s", (text, folded) => expect(searchText(text)).toBe(folded));

  it("ends with the name's key", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(searchText(text).endsWith(` ${nameKey(text)} `)).toBe(true);
      }),
    );
  });
});

describe("holds", () => {
  const word = (text: string) => {
    const [first] = readSearch(text).words;
    if (!first) throw new Error("no word");
    return first;
  };

  it.each([
    ["mate10pro", "Huawei Mate 10 Pro", true],
    ["5", "iPhone 15", false],
    ["5", "5G CPE Pro", true],
    ["5", "iPhone 5S", true],
    ["at", "Carphone Warehouse (Great Britain)", false],
    ["hua", "Huawei", true],
    ["uaw", "Huawei", true],
  ])("%s in %s: %s", (text, name, held) => expect(holds(searchText(name), word(text))).toBe(held));

  it("finds every name by its own words", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aeghmt019 é+-&"), maxLength: 20 }), (name) => {
        for (const one of readSearch(name).words) expect(holds(searchText(name), one)).toBe(true);
      }),
    );
  });
});
