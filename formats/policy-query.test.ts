import fc from "fast-check";
import { expect, test } from "vitest";
import { SIDES, WHOS } from "@/domain/policy";
import { STATUSES } from "@/domain/status";
import { DAYS_MOST, printPolicyQuery, readPolicyQuery } from "./policy-query";

const queries = fc.record({
  days: fc.integer({ min: 1, max: DAYS_MOST }),
  filter: fc.record({
    who: fc.option(fc.constantFrom(...WHOS)),
    side: fc.option(fc.constantFrom(...SIDES)),
    status: fc.option(fc.constantFrom(...STATUSES)),
  }),
  page: fc.integer({ min: 1, max: 999 }),
});

test("what is printed is read back", () => {
  fc.assert(
    fc.property(queries, (query) => {
      expect(readPolicyQuery(printPolicyQuery(query))).toEqual({ ...query, problem: null });
    }),
  );
});

test.each(["0", "731", "-5", "ninety", "9e1", ["1", "2"]])(
  "%j days are not looked at, and it is said",
  (days) => {
    expect(readPolicyQuery({ days })).toMatchObject({
      days: 90,
      problem: expect.stringContaining("1 to 730"),
    });
  },
);

test("no days are the default, without a word", () => {
  expect(readPolicyQuery({ days: "" })).toMatchObject({ days: 90, problem: null });
});
