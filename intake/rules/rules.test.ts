import { describe, expect, it } from "vitest";
import { DEEDS } from "@/intake/acts/verbs";
import { mentionsOf } from "@/intake/names/mentions";
import { dossier } from "@/intake/testing/dossier";
import { sentencesOf } from "@/intake/text/sentences";
import { tokensOf } from "@/intake/text/tokens";
import { BENDING } from "./bending";
import { matchesOf, slotsOf } from "./match";
import { indexOf, type Rule } from "./rule";
import { SOURCING } from "./sourcing";
import { STANCES } from "./voicing";

/** The rules of a list that fit a sentence anywhere. */
function fitting<Effect>(rules: readonly Rule<Effect>[], sentence: string): string[] {
  const tokens = tokensOf(sentence);
  const slots = slotsOf(mentionsOf(tokens, sentencesOf(sentence, tokens), dossier));
  return rules.flatMap((rule) =>
    matchesOf(indexOf([rule]), tokens, 0, tokens.length, slots).length > 0 ? [rule.id] : [],
  );
}

const FAMILIES: readonly (readonly [string, readonly Rule<unknown>[]])[] = [
  ["what becomes of a sale", DEEDS],
  ["what bends it", BENDING],
  ["where the text has it from", SOURCING],
  ["what somebody's words come to", STANCES],
];

describe.each(FAMILIES)("%s", (_, rules) => {
  it.each(rules.map((rule) => [rule.says, rule] as const))("%s", (_says, rule) => {
    expect(fitting(rules, rule.example)).toContain(rule.id);
  });

  it("has one id and one sentence for each rule", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { says } of rules) expect(says).toMatch(/^[A-Z"].*[.]$/);
  });

  it("fits nothing in a sentence about the weather", () => {
    expect(fitting(rules, "Rain fell over the hills in the evening.")).toEqual([]);
  });
});
