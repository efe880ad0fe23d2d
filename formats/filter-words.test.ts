import { describe, expect, it } from "vitest";
import { readChangesQuery } from "./changes-query";
import { dealFilterWords } from "./deal-words";
import {
  changeFilterWords,
  listingFilterWords,
  matrixFilterWords,
  overviewFilterWords,
  spellFilterWords,
} from "./filter-words";
import { readList } from "./list-query";
import { DEAL_LIST, LISTING_LIST, OVERVIEW, SPELL_LIST } from "./lists";
import { readMatrixFilter } from "./matrix-query";
import { namesIn, narrowedWords, type SaidFilter } from "./said-filters";

const names = namesIn({
  manufacturer: [{ slug: "huawei", name: "Huawei" }],
  carrier: [{ slug: "att", name: "AT&T" }],
  device: [{ slug: "huawei-p10", name: "Huawei P10" }],
});

type Params = Record<string, string>;
type Words = readonly SaidFilter<PropertyKey>[];
const VIEWS: Readonly<Record<string, (params: Params) => Words>> = {
  changes: (params) => changeFilterWords(readChangesQuery(params, "2026-11-25").query.filter, names),
  matrix: (params) => matrixFilterWords(readMatrixFilter(params), names),
  deals: (params) => dealFilterWords(readList(DEAL_LIST, params).filter, names),
  overview: (params) => overviewFilterWords(readList(OVERVIEW, params).filter, names),
  spells: (params) => spellFilterWords(readList(SPELL_LIST, params).filter, names),
  retailer: (params) => listingFilterWords(readList(LISTING_LIST, params).filter),
};

const SAID: readonly [view: string, params: Params, words: string][] = [
  ["changes", { manufacturer: "huawei", carrier: "att" }, "devices of Huawei, at AT&T"],
  ["changes", { country: "US", network: "MVNO" }, "carriers in United States, at an MVNO"],
  ["changes", { status: "retail-only", certainty: "rumoured" }, "retail only, rumoured"],
  ["changes", { reason: "none" }, "no reason given"],
  ["changes", { reason: "political-pressure" }, "reason: political pressure"],
  [
    "matrix",
    { manufacturer: "huawei", country: "GB", kind: "MNO" },
    "devices of Huawei, carriers in United Kingdom, at an MNO",
  ],
  [
    "matrix",
    { status: "withdrawn", certainty: "confirmed", mark: "stale" },
    "withdrawn, confirmed, nothing heard for too long",
  ],
  ["matrix", { mark: "none" }, "deal without a status on this day"],
  ["deals", { status: "none", device: "huawei-p10" }, "no status on this day, Huawei P10"],
  [
    "deals",
    { disputed: "1", origins: "one", entered: "2017" },
    "disputed, one unofficial origin, sale began in 2017",
  ],
  [
    "deals",
    { planned: "2016/2018", slips: "0" },
    "latest plan begun from 2016 to 2018, latest plan never slipped",
  ],
  [
    "overview",
    { manufacturer: "huawei", country: "US", years: "2016/2018" },
    "devices of Huawei, carriers in United States, the years 2016 to 2018",
  ],
  ["overview", { years: "2018" }, "the year 2018"],
  [
    "spells",
    { manufacturer: "huawei", state: "over", lasted: "24" },
    "devices of Huawei, ended, surely lasted 24 months or longer",
  ],
  ["spells", { became: "withdrawn", maylast: "1" }, "then withdrawn, perhaps lasted 1 month or longer"],
  ["retailer", { state: "listed" }, "on sale"],
];

describe("filters in words", () => {
  it.each(SAID)("%s of %j: %s", (view, params, words) => {
    expect(
      VIEWS[view]?.(params)
        .map((said) => said.words)
        .join(", "),
    ).toBe(words);
  });

  it.each(Object.entries(VIEWS))(
    "%s without filters, sorted, on its second page, says nothing",
    (_, said) => {
      expect(narrowedWords(said({ sort: "change", page: "2", group: "carrier" }))).toBe("");
    },
  );

  it("a slug that nobody knows is said as it is", () => {
    const said = changeFilterWords({ manufacturer: "no-such-maker" }, names);
    expect(narrowedWords(said)).toBe(", narrowed to devices of no-such-maker");
  });

  it("names the parameter that takes each away", () => {
    const said = VIEWS.changes?.({ status: "carried", carrier: "att" }) ?? [];
    expect(said.map(({ param }) => param)).toEqual(["carrier", "status"]);
  });
});
