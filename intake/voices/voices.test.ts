import { describe, expect, it } from "vitest";
import { read } from "@/intake/testing/dossier";

const evidenceOf = (text: string, publisher?: string) => read(text, publisher).changes[0]?.evidence;

describe("where the text has it from", () => {
  it.each([
    ["Verizon has scrapped plans to sell the Mate 10 Pro, the carrier said.", "official", []],
    [
      "Verizon has scrapped plans to sell the Mate 10 Pro, a spokesman told Reuters.",
      "official",
      ["Reuters"],
    ],
    [
      "Verizon has scrapped plans to sell the Mate 10 Pro, according to people familiar with the matter.",
      "anonymous",
      [],
    ],
    ["Verizon has scrapped plans to sell the Mate 10 Pro, according to an internal memo.", "document", []],
    ["Verizon has scrapped plans to sell the Mate 10 Pro, an analyst at Jefferies said.", "named", []],
    ["Verizon has scrapped plans to sell the Mate 10 Pro.", "unattributed", []],
    [
      "Verizon has scrapped plans to sell the Mate 10 Pro, according to a report by Bloomberg.",
      "unattributed",
      ["Bloomberg"],
    ],
    [
      "Verizon has scrapped plans to sell the Mate 10 Pro, Bloomberg reported, citing people briefed on the talks.",
      "anonymous",
      ["Bloomberg"],
    ],
    [
      "Verizon has scrapped plans to sell the Mate 10 Pro, the website PhoneGossip wrote.",
      "unattributed",
      ["PhoneGossip"],
    ],
    [
      "Verizon has scrapped plans to sell the Mate 10 Pro, the WSJ reports.",
      "unattributed",
      ["The Wall Street Journal"],
    ],
  ])("%s", (text, attribution, upstream) => {
    expect(evidenceOf(text)).toMatchObject({ attribution, upstream });
  });

  it("lets one article rest on one report for one claim and on none for the next", () => {
    const { changes } = read(
      "Verizon drops the Mate 10 Pro\n\nVerizon has dropped its plan to sell the Mate 10 Pro, Bloomberg reported on Thursday. Sprint will sell the OnePlus 8 in July, the carrier said.",
    );
    expect(
      changes.map(({ seller, evidence }) => [seller.slug, evidence.attribution, evidence.upstream]),
    ).toEqual([
      ["verizon", "unattributed", ["Bloomberg"]],
      ["sprint", "official", []],
    ]);
  });

  it("knows reports that are not named", () => {
    expect(
      evidenceOf(
        "The news follows reports earlier this month that AT&T backed out of a deal to sell the Mate 10 Pro.",
      ),
    ).toMatchObject({ upstream: [], retold: true });
  });

  it("never takes the article's own publisher for its source", () => {
    expect(evidenceOf("Verizon sells the Mate 10 Pro, a spokesman told CRN.", "CRN")?.upstream).toEqual([]);
  });

  it("takes a party's release for official", () => {
    expect(evidenceOf("Verizon sells the Mate 10 Pro.", "Verizon")?.attribution).toBe("official");
  });
});

const statementsOf = (text: string) =>
  read(text).statements.map(({ org, stance, quote }) => [org.slug, stance, quote]);

describe("what parties say", () => {
  it.each([
    ["Verizon declined to comment.", [["verizon", "no-comment", null]]],
    [
      "A Verizon spokeswoman did not immediately respond to a request for comment.",
      [["verizon", "no-comment", null]],
    ],
    [
      "Apple and Sprint declined to comment.",
      [
        ["apple", "no-comment", null],
        ["sprint", "no-comment", null],
      ],
    ],
    [
      'A spokesperson for Verizon said the carrier "does not comment on speculation".',
      [["verizon", "no-comment", "does not comment on speculation"]],
    ],
    [
      "Huawei has denied any accusations that it is controlled by the government.",
      [["huawei", "denies", null]],
    ],
    ["Verizon said it has no plans to carry the iPhone 3G.", [["verizon", "denies", null]]],
    [
      'Richard Yu, CEO of Huawei\'s consumer business group, called it "a big loss" for consumers.',
      [["huawei", "criticises", "a big loss"]],
    ],
    [
      '"We are thrilled to bring the Pixel 3 to our customers," said a Verizon spokesman.',
      [["verizon", "supports", "We are thrilled to bring the Pixel 3 to our customers"]],
    ],
    ["Verizon will sell the Pixel 3 in July, the carrier said.", [["verizon", "confirms", null]]],
    ["Bloomberg reported that Verizon dropped the Pixel 3.", []],
    ["A company memo says Verizon sells the Pixel 3.", []],
  ])("%s", (text, expected) => {
    expect(statementsOf(text)).toEqual(expected);
  });

  it("keeps at most twenty words of a quotation, cut where the sentence pauses", () => {
    const [statement] = read(
      '"We are excited to bring this wonderful phone to all of our many loyal customers, who have waited for it for months and months and will love it," said a Verizon spokesman.',
    ).statements;
    expect(statement?.quote).toBe(
      "We are excited to bring this wonderful phone to all of our many loyal customers",
    );
  });
});
