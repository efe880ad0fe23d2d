import { describe, expect, it } from "vitest";
import { readArticle } from "./read-article";
import { dossier, PUBLISHED } from "./testing/dossier";
import { STORIES } from "./testing/stories";
import { MAX_CHARACTERS } from "./text/clean";

const given = { publisher: null, published: PUBLISHED };
const filled = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Texts made to slow a reader down, by what repeats in them. */
const FAMILIES: { readonly [name: string]: string } = {
  "articles, one after another": `${STORIES.map(([text]) => text).join("\n\n")}\n\n`,
  "one sentence without end": "Verizon sells and AT&T drops plans to sell the Mate 10 Pro and ",
  "names and nothing else": "Verizon Huawei Mate 10 Pro ",
  "an ambiguous name with its countries": "Vodafone in Britain and India, ",
  "verbs of sale": "sell carry stock range offer launch ",
  negations: "not not not will ",
  "beginnings of rules that never end": "drop the price of the ",
  "dates and nothing else": "on Tuesday 30 January 2018 last week ",
  people: "Jane Doe, CEO of Verizon, said John Roe, president of AT&T, ",
  "reports of reports": "according to a report by Bloomberg and Reuters reports ",
  "open brackets": "((((((([[[[",
  "open quotation marks": "\" ' “ ‘ ",
  "dots and figures": "1,1.1,1...",
  "joined words": "A&A-A'A.A!",
  "commas and ands": ", and, and and ",
  "a single letter": "a",
  "lines and bullets": "\n*\n•\n",
  "right-to-left overrides": "\u202eVerizon\u202c sells \u2067the Mate 10 Pro\u2069. ",
  "control characters": "\u0000Verizon\u0007 sells\u001b[31m ",
  "combining marks": "e\u0301\u0301\u0301\u0301 ",
  "half characters": "Verizon \ud83d sells ",
  "emoji and other scripts": "😀 ベライゾン 👩‍👩‍👧 ",
};

/** Processor time in ms: what other work the machine does does not count. */
function cost(text: string): number {
  const before = process.cpuUsage();
  readArticle(text, given, dossier);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe("hostile text", () => {
  it.each(Object.entries(FAMILIES))(
    "time grows no faster than the length: %s",
    (_, piece) => {
      const short = filled(piece, MAX_CHARACTERS / 8);
      const long = filled(piece, MAX_CHARACTERS);
      cost(short);
      // Eight times the text: linear is 8, quadratic 64. What takes under 5 ms cannot be told from noise.
      expect(cost(long)).toBeLessThan(24 * Math.max(5, cost(short)));
    },
    60_000,
  );

  it("refuses what is too long, with a sentence", () => {
    const outcome = readArticle(filled("Verizon sells the Mate 10 Pro. ", 2_000_000), given, dossier);
    expect(outcome).toEqual({
      ok: false,
      message: "This text has 2000000 characters. At most 200000 are read: paste the article alone.",
    });
  });

  it.each([[""], ["  \n "], ["\u202e\u0000\u200b"], ["--- ... !!!"]])(
    "refuses %j, where nothing is to read",
    (text) => {
      expect(readArticle(text, given, dossier)).toMatchObject({ ok: false, message: /^There is no text/ });
    },
  );

  it("reads through what is not seen, and cuts passages from the text as it was given", () => {
    const text = "Verizon\u200b\u202e sells the\u00a0Mate 10 Pro.";
    const outcome = readArticle(text, given, dossier);
    expect(outcome.ok && outcome.reading.changes[0]?.passage).toEqual({ start: 0, end: text.length, text });
  });

  it("does the same for the same text, always", () => {
    const text = FAMILIES["articles, one after another"] ?? "";
    expect(readArticle(text, given, dossier)).toEqual(readArticle(text, given, dossier));
  });
});
