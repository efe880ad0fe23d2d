import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "./edtf";
import { sumOf } from "./overview";
import { type AroundCount, BINS_A_SIDE, binsOf, changesOf, SIDES, WHOS } from "./policy";
import { STATUSES } from "./status";

const FIRST = "2018-03-01";
const spans = fc.integer({ min: 1, max: 730 }).chain((days) =>
  fc.record({
    days: fc.constant(days),
    counts: fc.array(
      fc.record({
        who: fc.constantFrom(...WHOS),
        side: fc.constantFrom(...SIDES),
        status: fc.constantFrom(...STATUSES),
        day: fc.integer({ min: -days, max: days }).map((n) => addDays(FIRST, n)),
        changes: fc.integer({ min: 1, max: 9 }),
      }),
    ),
  }),
);

test("every change of the span is in exactly one column, and none holds both sides of the first day", () => {
  fc.assert(
    fc.property(spans, ({ days, counts }) => {
      const bins = binsOf(counts, { first: FIRST, days, until: days });
      expect(bins.reduce((n, bin) => n + sumOf(bin.counts), 0)).toBe(changesOf(counts, {}));
      expect(bins.length).toBeLessThanOrEqual(2 * BINS_A_SIDE + 1);
      expect(bins.map((bin) => bin.from)).toContain(0);
    }),
  );
});

test("what is counted is what fits", () => {
  const one = (more: Partial<AroundCount>): AroundCount => ({
    who: "named",
    side: "after",
    status: "withdrawn",
    day: FIRST,
    changes: 2,
    ...more,
  });
  const counts = [one({}), one({ side: "before" }), one({ who: "others", status: "carried", changes: 5 })];
  expect(changesOf(counts, { who: "named" })).toBe(4);
  expect(changesOf(counts, { who: "named", side: "after", status: null })).toBe(2);
  expect(changesOf(counts, { status: "carried" })).toBe(5);
});
