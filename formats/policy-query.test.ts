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
    began: fc.option(
      fc.constantFrom({ from: "2018-01-01", to: "2018-01-07" }, { from: "2016-02-29", to: "2016-02-29" }),
    ),
  }),
  page: fc.integer({ min: 1, max: 999 }),
  claims: fc.integer({ min: 1, max: 999 }),
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

test.each([
  "2018-01-07/2018-01-01",
  "2018-01-01",
  "2018-02-30/2018-03-01",
  "a/b",
  "2018-01-01/2018-01-02/2018-01-03",
])("%s is no span of days and asks for nothing", (began) => {
  expect(readPolicyQuery({ began }).filter.began).toBe(null);
});

test("no days are the default, without a word", () => {
  expect(readPolicyQuery({ days: "" })).toMatchObject({ days: 90, problem: null });
});
