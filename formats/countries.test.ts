import { describe, expect, test } from "vitest";
import { countryName, nameWithin } from "./countries";

describe("a country", () => {
  test("has an English name, and a code that nobody knows stays as it is", () => {
    expect(countryName("DE")).toBe("Germany");
    expect(countryName("nowhere")).toBe("nowhere");
  });

  test.each([
    ["Vodafone UK", "GB", "Vodafone"],
    ["T-Mobile US", "US", "T-Mobile"],
    ["Vodafone Australia", "AU", "Vodafone"],
    ["Telekom Deutschland", "DE", "Telekom"],
    ["Orange España", "ES", "Orange"],
    ["Vodafone Deutschland", "GB", "Vodafone Deutschland"],
    ["Australia", "AU", "Australia"],
    ["Metro by T-Mobile", "US", "Metro by T-Mobile"],
    ["A carrier", "nowhere", "A carrier"],
  ])("is left out of %s in %s", (name, country, short) => {
    expect(nameWithin(name, country)).toBe(short);
  });
});
