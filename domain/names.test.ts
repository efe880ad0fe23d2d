import fc from "fast-check";
import { expect, test } from "vitest";
import { nameKey, nameProblem, slugOf, textProblem, urlKey, urlProblem } from "./names";

test.each([
  ["AT&T", "ATT"],
  ["Telefónica", "TELEFONICA"],
  ["C Spire", "C-Spire"],
  ["ＡＴ＆Ｔ", "at&t"],
  ["Straße", "STRASSE"],
  ["STRAẞE", "Strasse"],
  ["Galaxy S9 +", "Galaxy S9 Plus"],
  ["ﾄﾞｺﾓ", "ドコモ"],
  ["ΟΔΟΣ", "οδος"],
])("%s and %s are one name", (a, b) => {
  expect(nameKey(a)).toBe(nameKey(b));
});

test.each([
  ["Galaxy S9+", "Galaxy S9"],
  ["バビ", "ハヒ"],
  ["楽天", "台灣"],
  ["Mate 10", "Mate 10 Pro"],
])("%s and %s are two names", (a, b) => {
  expect(nameKey(a)).not.toBe(nameKey(b));
});

test("a key keeps its letters whole", () => {
  expect(nameKey("ドコモ")).toBe("ドコモ");
  expect(nameKey("삼성")).toHaveLength(2);
});

test("the key of a key is itself", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (name) => nameKey(nameKey(name)) === nameKey(name)));
});

test.each([
  ["AT&T Mobility", "att-mobility"],
  ["Galaxy S9+", "galaxy-s9-plus"],
  ["  Telefónica O2 (Germany) ", "telefonica-o2-germany"],
  ["McDonald's", "mcdonalds"],
  ["華為", ""],
])("%j has the address %j", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test("every address made from a name is one that the record takes", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 300 }),
      (name) => /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(slugOf(name)) && slugOf(name).length <= 100,
    ),
  );
});

test.each([
  "AT&T",
  "華為",
  "Telefónica España",
  "МТС",
  "楽天モバイル",
  "Galaxy S9+",
  "ドコモ docomo",
  "Apple Watch Series 3 (GPS + Cellular)",
])("%s is a name", (name) => {
  expect(nameProblem(name)).toBeNull();
});

test.each([
  ["Hua\u200bwei", "invisible character (U+200B)"],
  ["Hua\u00adwei", "invisible character (U+00AD)"],
  ["\u202eiewauH", "invisible character (U+202E)"],
  ["Hua\u0000wei", "invisible character (U+0000)"],
  ["Hua\ud800wei", "invisible character (U+D800)"],
  ["Huawei\u3164", "invisible character (U+3164)"],
  ["Hua\u00a0wei", "unusual blank (U+00A0)"],
  ["Hua\twei", "invisible character (U+0009)"],
  ["Hu\u0430wei", "mixes alphabets: U+0430"],
  ["Αpple", "mixes alphabets"],
  ["Z\u0301\u0302\u0303\u0304algo", "too many marks"],
  ["+++", null],
  ["!!!", "no letter and no digit"],
])("the name %j is refused: %s", (name, message) => {
  if (message === null) expect(nameProblem(name)).toBeNull();
  else expect(nameProblem(name)).toContain(message);
});

test("texts may have lines, but no control characters or halves of one", () => {
  expect(textProblem("two\nlines\tand \u{1f600}", 20)).toBeNull();
  expect(textProblem("a\u0000b", 20)).toContain("U+0000");
  expect(textProblem("a\u001bb", 20)).toContain("U+001B");
  expect(textProblem("a\udc00b", 20)).toContain("lone surrogate");
});

test("the limit counts characters, not their halves", () => {
  expect(textProblem("\u{1f600}".repeat(20), 20)).toBeNull();
  expect(textProblem("\u{1f600}".repeat(21), 20)).toBe(
    "This text has 21 characters. At most 20 are kept: shorten it.",
  );
  expect(textProblem("x".repeat(1_000_000), 20)).toContain("1000000 characters");
});

test.each([
  "https://www.theverge.com/2018/1/30/16950122/",
  "http://example.org:8080/a?b=c#d",
  "https://ja.example/携帯?q=1",
  "HTTPS://EXAMPLE.ORG",
])("%s may be stored", (url) => {
  expect(urlProblem(url)).toBeNull();
});

test.each([
  ["javascript:alert(1)", "must begin with https://"],
  [" https://example.org", "must begin with https://"],
  ["ftp://example.org", "must begin with https://"],
  ["//example.org", "must begin with https://"],
  ["https://ada:secret@example.org/", "user name"],
  ["https://example.org/a b", "U+0020"],
  ['https://example.org/"x', "U+0022"],
  ["https://example.org/'x", "U+0027"],
  ["https://example.org/<x>", "U+003C"],
  ["https://example.org\\@evil.example/", "U+005C"],
  ["https://exa\u200bmple.org/", "U+200B"],
  ["https://example.org/\n", "U+000A"],
  ["https:///example.org", "not a complete web address"],
  ["https://:80/", "not a complete web address"],
  ["https://", "not a complete web address"],
  ["https://[::1", "not a complete web address"],
  [`https://example.org/${"x".repeat(2000)}`, "At most 2000"],
])("the address %j is refused: %s", (url, message) => {
  expect(urlProblem(url)).toContain(message);
});

test("the spellings of one address have one key", () => {
  const keys = [
    "https://www.example.org/a/?b=1",
    "http://example.org/a?b=1",
    "https://EXAMPLE.org:443/a?utm_source=x&b=1&fbclid=2#top",
  ].map(urlKey);
  expect(new Set(keys)).toEqual(new Set(["example.org/a?b=1"]));
  expect(urlKey("https://example.org/a?b=2")).not.toBe(keys[0]);
  expect(urlKey("https://example.org/A?b=1")).not.toBe(keys[0]);
});
