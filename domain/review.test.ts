import fc from "fast-check";
import { expect, test } from "vitest";
import { type ReviewRule, reviewSentence, rulesAsking, type Touch } from "./review";
import { REASONS } from "./status";

const id = fc.constantFrom("a", "b", "c", "d");
const rule = fc.oneof(
  fc.record({ id: fc.uuid(), scope: fc.constant("everything" as const) }),
  fc.record({
    id: fc.uuid(),
    scope: fc.constantFrom("manufacturer" as const, "carrier" as const),
    of: id.map((one) => ({ id: one, name: `Name ${one}` })),
  }),
  fc.record({ id: fc.uuid(), scope: fc.constant("reason" as const), reason: fc.constantFrom(...REASONS) }),
);
const setOf = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 }).map((list) => new Set(list));
const touch: fc.Arbitrary<Touch> = fc.record({
  manufacturers: setOf(id),
  carriers: setOf(id),
  reasons: setOf(fc.constantFrom(...REASONS)),
});

test("a rule asks by what is touched, of its own kind: a carrier's id is no manufacturer's", () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 6 }), touch, (rules, touched) => {
      const expected = rules.filter(
        (r) =>
          r.scope === "everything" ||
          (r.scope === "reason" && touched.reasons.has(r.reason)) ||
          (r.scope === "manufacturer" && touched.manufacturers.has(r.of.id)) ||
          (r.scope === "carrier" && touched.carriers.has(r.of.id)),
      );
      expect(rulesAsking(rules, touched)).toEqual(expected);
    }),
  );
});

test("what touches more is asked for no fewer", () => {
  const union = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>) => new Set([...a, ...b]);
  fc.assert(
    fc.property(fc.array(rule), touch, touch, (rules, one, other) => {
      const both: Touch = {
        manufacturers: union(one.manufacturers, other.manufacturers),
        carriers: union(one.carriers, other.carriers),
        reasons: union(one.reasons, other.reasons),
      };
      const asking = new Set([...rulesAsking(rules, one), ...rulesAsking(rules, other)]);
      expect(new Set(rulesAsking(rules, both))).toEqual(asking);
    }),
  );
});

test("the sentence names every rule that asks", () => {
  const rules: ReviewRule[] = [
    { id: "1", scope: "manufacturer", of: { id: "m", name: "Huawei" } },
    { id: "2", scope: "carrier", of: { id: "c", name: "Verizon" } },
    { id: "3", scope: "reason", reason: "security" },
  ];
  expect(reviewSentence(rules, (reason) => reason)).toBe(
    "Changes that concern Huawei, Verizon and the reason “security” need a second person. Propose it instead.",
  );
  expect(reviewSentence([...rules, { id: "4", scope: "everything" }], String)).toMatch(/^Every change/);
});
