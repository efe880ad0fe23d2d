import { describe, expect, it } from "vitest";
import { read, said } from "@/intake/testing/dossier";
import { sentencesOf } from "@/intake/text/sentences";
import { tokensOf } from "@/intake/text/tokens";
import { type Entity, lexiconOf } from "./lexicon";
import { mentionsOf } from "./mentions";

const entities: Entity[] = [
  { kind: "manufacturer", slug: "htc", name: "HTC", aliases: ["HTC Corp"] },
  { kind: "manufacturer", slug: "samsung", name: "Samsung", aliases: [] },
  { kind: "manufacturer", slug: "apple", name: "Apple", aliases: [] },
  { kind: "device", slug: "htc-first", name: "HTC First", aliases: ["Facebook phone"], maker: "htc" },
  {
    kind: "device",
    slug: "galaxy-s4",
    name: "Samsung Galaxy S4",
    aliases: ["Galaxy S4", "GS4"],
    maker: "samsung",
  },
  { kind: "device", slug: "galaxy-note-7", name: "Galaxy Note 7", aliases: [], maker: "samsung" },
  { kind: "device", slug: "iphone-5s", name: "iPhone 5s", aliases: [], maker: "apple" },
  { kind: "device", slug: "iphone-5c", name: "iPhone 5c", aliases: [], maker: "apple" },
  { kind: "device", slug: "iphone-2007", name: "iPhone (2007)", aliases: [], maker: "apple" },
  {
    kind: "device",
    slug: "apple-2018",
    name: "Apple phone (2018)",
    aliases: ["Apple (2018)"],
    maker: "apple",
  },
  { kind: "carrier", slug: "three-uk", name: "Three UK", aliases: [], country: "GB" },
  { kind: "carrier", slug: "att", name: "AT&T", aliases: ["AT&T Inc"], country: "US" },
  { kind: "carrier", slug: "ee", name: "EE", aliases: [], country: "GB" },
];
const lexicon = lexiconOf({ entities, publishers: [] });

/** What the text names, as "words:slug", with "new" for what the record lacks and "all" for a brand. */
function named(text: string): string[] {
  const tokens = tokensOf(text);
  return mentionsOf(tokens, sentencesOf(text, tokens), lexicon).map((mention) => {
    const words = text.slice(tokens[mention.from]?.start, tokens[mention.to - 1]?.end);
    const what =
      mention.sort === "unknown"
        ? "new"
        : mention.sort === "brand"
          ? "all"
          : mention.entities.map((e) => e.slug).join("/");
    return `${words}:${what}`;
  });
}

describe("names in a text", () => {
  it.each([
    ["AT&T sells the Samsung Galaxy S4.", ["AT&T:att", "Samsung Galaxy S4:galaxy-s4"]],
    ["AT&T Inc. has the GalaxyS4 and the GS4", ["AT&T Inc:att", "GalaxyS4:galaxy-s4", "GS4:galaxy-s4"]],
    ["The HTC First is here. The First is cheap.", ["HTC First:htc-first", "First:htc-first"]],
    ["First of all, HTC is here first.", ["HTC:htc"]],
    ["Three people said so, but Three will not.", ["Three:three-uk"]],
    ["The network is Three.", ["Three:three-uk"]],
    ["In three weeks.", []],
    ["The EE network, not the ee one.", ["EE:ee"]],
    ["The Galaxy S4 Mini is another phone.", ["Galaxy S4 Mini:new"]],
    ["The HTC One is another phone.", ["HTC One:new"]],
    ["The Galaxy Note 7 burns; so the Note7 went.", ["Galaxy Note 7:galaxy-note-7", "Note7:galaxy-note-7"]],
    ["Take a note of 7 things.", []],
    ["The iPhone 5s and 5c are out.", ["iPhone 5s:iphone-5s", "5c:iphone-5c"]],
    ["The iPhone is out. It is the iPhone 5s.", ["iPhone:iphone-5s", "iPhone 5s:iphone-5s"]],
    ["The iPhone is out.", ["iPhone:iphone-2007/iphone-5s/iphone-5c"]],
    ["The phone, shown at CES 2018, is out.", []],
    ["Samsung phones are gone.", ["Samsung phones:all"]],
    ["It sells phones made by Samsung.", ["phones made by Samsung:all"]],
    ["Samsung's flagship Galaxy S4 is out.", ["Galaxy S4:galaxy-s4"]],
  ])("%s", (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe("a name of several carriers", () => {
  it.each([
    ["Vodafone sells the HTC Desire in Britain.", "vodafone-uk"],
    ["SYDNEY - Vodafone sells the HTC Desire in Australia.", "vodafone-au"],
    ["In Germany, Vodafone sells the iPhone 4.", "vodafone-de"],
    ["Telstra has the HTC Desire, and Vodafone sells it too.", "vodafone-au"],
  ])("is chosen by the countries of the text, without a question: %s", (text, slug) => {
    const change = read(text).changes.find(({ seller }) => seller.name.startsWith("Vodafone"));
    expect(change?.seller.slug).toBe(slug);
    expect(change?.questions).toEqual([]);
  });

  it("is a question with all its options where nothing decides", () => {
    const [change] = read("Vodafone sells the HTC Desire.").changes;
    expect(change?.questions).toMatchObject([{ about: "seller", says: "Which carrier is meant?" }]);
    expect(change?.questions[0]?.options.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(["vodafone-uk", "vodafone-au", "vodafone-de", "vodafone-ie"]),
    );
  });

  it("belongs to the one that bears it in full, where no other country is spoken of", () => {
    expect(said(read("T-Mobile sells the OnePlus 6T."))).toEqual(["oneplus-6t t-mobile-us carried"]);
    expect(read("T-Mobile sells the OnePlus 6T.").changes[0]?.questions).toEqual([]);
  });
});

it("a year that tells two phones of one name apart is no name by itself", () => {
  const palm = lexiconOf({
    publishers: [],
    entities: [
      { kind: "manufacturer", slug: "palm", name: "Palm", aliases: [] },
      {
        kind: "device",
        slug: "palm-phone-2018",
        name: "Palm phone (2018)",
        aliases: ["Palm (2018)"],
        maker: "palm",
      },
    ],
  });
  const text = "The phone was shown at CES 2018.";
  const tokens = tokensOf(text);
  const found = mentionsOf(tokens, sentencesOf(text, tokens), palm);
  expect(found.flatMap((m) => ("entities" in m ? m.entities.map((e) => e.slug) : []))).not.toContain(
    "palm-phone-2018",
  );
});
