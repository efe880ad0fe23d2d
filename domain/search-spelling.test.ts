import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownParts, type NearWord, respelt, slipsBetween, spellings } from "./search-spelling";
import { readSearch } from "./search-words";

/** Words of the record like a term: each in as many texts as it is named. */
const near = (term: string, ...words: string[]): NearWord[] =>
  [...new Set(words)].map((word) => ({ term, word, times: words.filter((w) => w === word).length }));

/** The same by definition, without a limit: slow, and so plainly right. */
function plainSlips(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const change = plainSlips(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1);
  const swap = a[0] === b[1] && a[1] === b[0] && a.length > 1 && b.length > 1;
  return Math.min(
    change,
    plainSlips(a.slice(1), b) + 1,
    plainSlips(a, b.slice(1)) + 1,
    swap ? plainSlips(a.slice(2), b.slice(2)) + 1 : Number.POSITIVE_INFINITY,
  );
}

describe("slipsBetween", () => {
  it.each([
    ["huawei", "huawei", 0],
    ["huwei", "huawei", 1],
    ["hauwei", "huawei", 1],
    ["huaweii", "huawei", 1],
    ["verzion", "verizon", 1],
    ["vodaphone", "vodafone", 2],
    ["samsung", "verizon", 3],
  ])("%s and %s: %i", (a, b, slips) => expect(slipsBetween(a, b, 2)).toBe(slips));

  it("counts as the definition does, up to its limit", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        expect(slipsBetween(a, b, most)).toBe(Math.min(plainSlips(a, b), most + 1));
      }),
    );
  });
});

describe("spellings", () => {
  it("takes the words with the fewest slips, the most frequent first", () => {
    expect(spellings("nexs", near("nexs", "next", "nexus", "nexus", "nectar"))).toEqual(["nexus", "next"]);
  });

  it("never takes another number or another short word for what was typed", () => {
    expect(spellings("s10", near("s10", "s9", "s20", "s1"))).toEqual([]);
    expect(spellings("hp", near("hp", "lg", "htc"))).toEqual([]);
  });
});

describe("a search that found nothing", () => {
  const search = readSearch("huwei mate xyzzy");
  const like = [...near("huwei", "huawei", "huawei"), ...near("mate", "mate", "matte")];

  it("puts right the words that nothing holds, and leaves the others", () => {
    const meant = respelt(search, like);
    expect(meant?.words.map(({ keys }) => keys)).toEqual([["huawei"], ["mate"], ["xyzzy"]]);
    expect(meant?.whole).toBe("huaweimatexyzzy");
  });

  it("offers the words that the record holds", () => {
    expect(knownParts(search, like)).toEqual(["huawei", "mate"]);
    expect(knownParts(readSearch("xyzzy"), like)).toEqual([]);
  });

  it("is left as it is when nothing is like any of its words, and when every word is held", () => {
    expect(respelt(readSearch("xyzzy"), near("xyzzy", "verizon"))).toBeNull();
    expect(respelt(readSearch("mate"), near("mate", "mate", "matte"))).toBeNull();
  });
});
