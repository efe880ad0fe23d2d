import { describe, expect, it } from "vitest";
import { inOrder, type SearchGroup, type SearchHit } from "./search-hits";
import { type SearchedText, whyFound, whyWords } from "./search-why";
import { readSearch } from "./search-words";

const MATE: SearchedText[] = [
  { in: "name", text: "Huawei Mate 10 Pro" },
  { in: "alias", text: "BLA-A09", alias: "model" },
  { in: "alias", text: "Mate 10 Pro", alias: "name" },
  { in: "maker", text: "Huawei" },
];
const why = (text: string, texts = MATE) => whyWords(whyFound(readSearch(text), texts));

describe("why a thing was found", () => {
  it.each([
    ["mate 10", "name"],
    ["bla-a09", "model number BLA-A09"],
    ["BLA A09", "model number BLA-A09"],
    ["mate10pro", "other name Mate 10 Pro"],
    ["huawei bla-a09", "name, model number BLA-A09"],
  ])("%s: %s", (text, words) => expect(why(text)).toBe(words));

  it("names the maker where only the maker bears the word", () => {
    const texts: SearchedText[] = [
      { in: "name", text: "iPhone 4" },
      { in: "maker", text: "Apple" },
    ];
    expect(why("apple", texts)).toBe("made by Apple");
    expect(why("apple iphone", texts)).toBe("name, made by Apple");
  });

  it("says so when a word is only spelled alike", () => {
    const search = { words: [{ typed: "huwei", keys: ["huawei"] }], whole: "huawei" };
    expect(whyWords(whyFound(search, [{ in: "name", text: "Huawei P10" }]))).toBe("name, spelled alike");
  });
});

describe("the order of groups", () => {
  const group = (kind: SearchGroup["kind"], rank: number): SearchGroup => ({
    kind,
    total: 1,
    more: false,
    hits: [{ kind, rank } as SearchHit],
  });

  it("puts the kind with the nearest hit first, and else keeps the usual order", () => {
    const groups = [group("source", 3), group("device", 1), group("manufacturer", 0), group("carrier", 1)];
    expect(inOrder(groups).map(({ kind }) => kind)).toEqual(["manufacturer", "device", "carrier", "source"]);
  });
});
