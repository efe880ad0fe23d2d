import { describe, expect, it } from "vitest";
import { clean } from "./clean";
import { lemmasOf } from "./lemmas";
import { sentencesOf } from "./sentences";
import { tokensOf } from "./tokens";

const sentences = (text: string) =>
  sentencesOf(text, tokensOf(text)).map(({ start, end, part }) => [text.slice(start, end), part]);

describe("words", () => {
  it.each([
    ["AT&T's T-Mobile won't sell it.", ["AT&T", "'s", "T-Mobile", "won't", "sell", "it", "."]],
    ["The U.S. has 1,399 at Amazon.com.", ["The", "U.S.", "has", "1,399", "at", "Amazon.com", "."]],
    ["The end.Next", ["The", "end", ".", "Next"]],
    ["Veri\u00adzon sells", ["Verizon", "sells"]],
    ["S9+ (Y!mobile)", ["S9", "+", "(", "Y!mobile", ")"]],
  ])("%s", (text, expected) => {
    expect(tokensOf(text).map((token) => token.text)).toEqual(expected);
  });

  it.each([
    ["dropped", "drop"],
    ["cancelled", "cancel"],
    ["launching", "launch"],
    ["going", "go"],
    ["carries", "carry"],
    ["sold", "sell"],
    ["withdrawn", "withdraw"],
    ["scrapped", "scrap"],
    ["ranging", "range"],
  ])("%s comes from %s", (word, base) => {
    expect(lemmasOf(word)).toContain(base);
  });
});

describe("sentences", () => {
  it("end at full stops, not at abbreviations", () => {
    expect(sentences("In the U.S. Verizon Inc. sells it, Mr. Doe said. It works.")).toEqual([
      ["In the U.S. Verizon Inc. sells it, Mr. Doe said.", "story"],
      ["It works.", "story"],
    ]);
  });

  it("end behind their closing quotation mark", () => {
    expect(sentences('"It works." "It does."').map(([text]) => text)).toEqual(['"It works."', '"It does."']);
  });

  it("know headline, asides and corrections apart from the story", () => {
    const text =
      "The headline\n\nThe story.\n\n[Related: another]\n\nSponsored post\n\nCorrection: it was wrong.\n\nUpdate: more.";
    expect(sentences(text).map(([, part]) => part)).toEqual([
      "headline",
      "story",
      "aside",
      "aside",
      "correction",
      "story",
    ]);
  });
});

describe("cleaning", () => {
  it("keeps the length and every offset", () => {
    const text = "“Verizon’s”\u202e phone\u00a0—\r\n done\u0000";
    const cleaned = clean(text);
    expect(cleaned.ok && cleaned.text.length).toBe(text.length);
    expect(cleaned.ok && cleaned.text).toBe('"Verizon\'s"  phone –\u0020\n done ');
  });
});
