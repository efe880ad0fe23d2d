import { describe, expect, it } from "vitest";
import { tokensOf } from "@/intake/text/tokens";
import { fits, openingsOf, patternOf } from "./pattern";

const nothingNamed = () => null;
const endOf = (pattern: string, text: string): number => {
  const tokens = tokensOf(text);
  return fits(patternOf(pattern), tokens, 0, tokens.length, nothingNamed);
};

describe("patterns", () => {
  it.each([
    ["sell", "sold", 1],
    ["sell", "selling", 1],
    ["=sell", "sold", -1],
    ["stop|cease *2 sell", "stops at once selling", 4],
    ["stop|cease *2 sell", "stops for a good while selling", -1],
    ["stop *2 sell", "stops, selling", -1],
    ["no longer? sell", "no sell", 2],
    ["cancel *3 launch", "cancels the big launch", 4],
    ["cancel *3 launch", "cancels the price launch", -1],
  ])("%s on “%s” ends at %i", (pattern, text, end) => {
    expect(endOf(pattern, text)).toBe(end);
  });

  it("says by which words it can begin", () => {
    expect(openingsOf(patternOf("a? sell|carry on"))).toEqual({
      words: ["a", "sell", "carry"],
      named: false,
    });
    expect(openingsOf(patternOf("@seller exclusive")).named).toBe(true);
  });

  it("refuses a class that there is not, and a gap at the beginning", () => {
    expect(() => patternOf("{nonsense} sell")).toThrow(/no class/);
    expect(() => openingsOf(patternOf("*3 sell"))).toThrow(/gap/);
  });

  it("names the class of a slot when something named stands there", () => {
    const tokens = tokensOf("sold by Verizon");
    const slots = (at: number) => (at === 2 ? { slots: ["seller" as const], to: 3 } : null);
    expect(fits(patternOf("sell by @seller"), tokens, 0, 3, slots)).toBe(3);
    expect(fits(patternOf("sell by @maker"), tokens, 0, 3, slots)).toBe(-1);
  });
});
