import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headsOf, softened } from "./heads";

const parts = (name: string) => softened(name).replaceAll("\u00AD", "|");

describe("softened", () => {
  it.each([
    ["Verizon", "Verizon"],
    ["T-Mobile", "T-Mobile"],
    ["Far EasTone", "Far EasTone"],
    ["VimpelCom", "Vimpel|Com"],
    ["MetroPCS Communications", "Metro|PCS Com|mu|ni|ca|tions"],
    ["Bouygues Telecom", "Bouy|gues Telecom"],
    ["Chunghwa Telecom", "Chung|hwa Telecom"],
    ["Deutsche Telekom", "Deut|sche Telekom"],
    ["Polkomtel", "Pol|kom|tel"],
    ["Elektromos", "Elek|tro|mos"],
    ["Ψηφιακή Ελλάδα", "Ψηφιακή Ελλάδα"],
  ])("parts %s as %s", (name, parted) => {
    expect(parts(name)).toBe(parted);
  });

  it("changes nothing that is read, and leaves three letters at least at each end of a word", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z .&-]{0,40}$/), (name) => {
        expect(softened(name).replaceAll("\u00AD", "")).toBe(name);
        expect(parts(name)).not.toMatch(/(^|[^A-Za-z|])[A-Za-z]{1,2}\||\|[A-Za-z]{1,2}([^A-Za-z|]|$)/);
      }),
    );
  });
});

describe("headsOf", () => {
  const column = (slug: string, name: string, country: string) => ({
    ...{ id: slug, slug, name, country, kind: "MNO" as const },
    carried: 0,
  });

  it("leaves out the country above a name, unless two would then be alike", () => {
    const heads = headsOf([
      column("o2-uk", "O2 UK", "GB"),
      column("vodafone-uk", "Vodafone UK", "GB"),
      column("vodafone", "Vodafone", "GB"),
    ]);
    expect(heads).toEqual(["O2", "Vodafone UK", "Vodafone"]);
  });
});
