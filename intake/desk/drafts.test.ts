import { describe, expect, it } from "vitest";
import { claim, crn, deal, NOTHING, TEXT } from "@/intake/testing/desk";
import { read } from "@/intake/testing/dossier";
import { asksOf } from "./asks";
import { deskOf } from "./drafts";

describe("a proposal beside the record", () => {
  it("is new where the record has no such claim, and says the status before", () => {
    const planned = {
      ...deal,
      claims: [
        {
          ...claim,
          status: "planned" as const,
          effective: "2018-01-01",
          earliest: "2018-01-01",
          latest: "2018-01-01",
        },
      ],
    };
    const [draft] = deskOf(read(TEXT), { ...NOTHING, deals: [planned] }, null).drafts;
    expect(draft).toMatchObject({
      group: "new",
      deed: "status",
      before: "planned",
      status: "withdrawn",
      fields: { version: "4" },
    });
  });

  it("is more evidence for a claim of the same status at what may be the same time", () => {
    const [draft] = deskOf(read(TEXT), { ...NOTHING, deals: [deal] }, null).drafts;
    expect(draft).toMatchObject({
      group: "have",
      deed: "evidence",
      fields: { claim: claim.id, version: "4" },
    });
    expect(draft?.says.join(" ")).toContain("10 articles, 6 origins");
  });

  it("is nothing where the article is among the evidence already", () => {
    const standing = {
      ...NOTHING,
      deals: [{ ...deal, claims: [{ ...claim, sources: ["crn-1"] }] }],
      articles: [crn],
    };
    const [draft] = deskOf(read(TEXT), standing, null).drafts;
    expect(draft).toMatchObject({ group: "have", deed: "nothing" });
  });

  it("warns of an unusual step, which needs a note", () => {
    const ended = {
      ...deal,
      claims: [
        {
          ...claim,
          status: "ended" as const,
          effective: "2017",
          earliest: "2017-01-01",
          latest: "2017-12-31",
        },
      ],
    };
    const [draft] = deskOf(read(TEXT), { ...NOTHING, deals: [ended] }, null).drafts;
    expect(draft?.warnings[0]).toContain("unusual");
  });

  it("of a whole brand is a statement, and each running deal that it touches", () => {
    const reading = read("Verizon has scrapped plans to sell all Huawei phones, the carrier said.");
    const touched = {
      maker: "huawei",
      carrier: "verizon",
      device: "huawei-p10",
      deviceName: "Huawei P10",
      version: 2,
      status: "planned" as const,
    };
    // What stands already is not proposed again.
    const gone = { ...touched, device: "huawei-p10-plus", status: "withdrawn" as const };
    const { drafts } = deskOf(reading, { ...NOTHING, brandDeals: [touched, gone] }, null);
    expect(drafts.filter(({ group }) => group === "brand").map(({ deed, key }) => [deed, key])).toEqual([
      ["statement", "brand-huawei-verizon-withdrawn"],
      ["status", "status-huawei-p10-verizon-withdrawn"],
    ]);
    expect(asksOf(reading, null).brands).toEqual([{ maker: "huawei", carrier: "verizon" }]);
  });

  it("of a whole brand at a retailer is a statement, and the end of each listing that it touches", () => {
    const reading = read("Best Buy stops selling Huawei phones, the retailer said.");
    const id = "00000000-0000-4000-8000-0000000000ab";
    const p10 = {
      id,
      maker: "huawei",
      retailer: "best-buy",
      device: "huawei-p10",
      deviceName: "Huawei P10",
      from: "2018-01",
    };
    const elsewhere = { ...p10, retailer: "newegg" };
    const later = { ...p10, device: "huawei-p20-pro", from: "2018-07" };
    const { drafts } = deskOf(reading, { ...NOTHING, brandListings: [p10, elsewhere, later] }, null);
    const brand = drafts.filter(({ group }) => group === "brand");
    expect(brand.map(({ deed, title }) => [deed, title])).toEqual([
      ["statement", "All Huawei devices at Best Buy"],
      ["end-listing", "Huawei P10 at Best Buy"],
    ]);
    expect(brand[1]?.fields).toMatchObject({ listing: id, to: "2018-06-15" });
    expect(brand[0]?.says[0]).toContain("open listings");
    expect(asksOf(reading, null).brandShelves).toEqual([{ maker: "huawei", retailer: "best-buy" }]);
  });

  it("of a whole brand leaves to its own proposal what the text says of a device by name", () => {
    const reading = read(
      "EE has put all Huawei phones on pause. It has cancelled the launch of the Huawei P10, the carrier said.",
    );
    const p10 = {
      maker: "huawei",
      carrier: "ee",
      device: "huawei-p10",
      deviceName: "Huawei P10",
      version: 2,
      status: "planned" as const,
    };
    const { drafts } = deskOf(reading, { ...NOTHING, brandDeals: [p10] }, null);
    expect(drafts.filter(({ deed }) => deed === "status").map(({ key }) => key)).toEqual([
      "status-huawei-p10-ee-withdrawn",
    ]);
  });

  it("asks of the record what it speaks of, all meanings of an open question among it", () => {
    const asks = asksOf(read("Vodafone sells the HTC Desire."), "https://x.test/a");
    expect(asks.pairs.map(({ carrier }) => carrier)).toEqual(
      expect.arrayContaining(["vodafone-uk", "vodafone-de"]),
    );
    expect(asks.article).toMatchObject({ url: "https://x.test/a", from: "2018-06-13", to: "2018-06-17" });
  });
});
