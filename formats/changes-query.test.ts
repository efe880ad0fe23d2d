import fc from "fast-check";
import { expect, test } from "vitest";
import { CHANGE_GROUPS } from "@/domain/change-groups";
import { CHANGE_KINDS } from "@/domain/change-rows";
import { CARRIER_KINDS, CERTAINTIES, REASONS, STATUSES } from "@/domain/status";
import { AXES, type ChangesQuery, printChangesQuery, readChangesQuery } from "./changes-query";

const TODAY = "2026-11-25";
const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values));
const periods = maybe([
  { from: "2018-01-01", to: "2018-06-01" },
  { from: "2018-01-01", to: "2018-01-01" },
]);
const rest = fc.record({
  by: fc.constantFrom(...AXES),
  filter: fc.record({
    manufacturer: maybe(["huawei"]),
    carrier: maybe(["t-mobile-us"]),
    country: maybe(["US"]),
    network: maybe(CARRIER_KINDS),
    status: maybe(STATUSES),
    certainty: maybe(CERTAINTIES),
    reason: maybe([...REASONS, "none"] as const),
  }),
  group: maybe(CHANGE_GROUPS),
  part: maybe(CHANGE_KINDS),
  page: fc.integer({ min: 1, max: 999 }),
  all: fc.boolean(),
});
const queries: fc.Arbitrary<ChangesQuery> = fc
  .tuple(periods, rest)
  .map(([period, more]) => ({ period, given: period ?? { from: null, to: null }, ...more }));

test("what was printed is read back", () => {
  fc.assert(
    fc.property(queries, (query) => {
      const params = Object.fromEntries(printChangesQuery(query));
      expect(readChangesQuery(params, TODAY)).toEqual({ query, problems: [] });
    }),
  );
});

test.each([
  [{ from: "2018-02-30" }, '"2018-02-30" is not a day of the record. Write a day as 2018-01-30.'],
  [{ to: "2018-02-01" }, "From which day? Give the first day of the comparison too."],
  [
    { from: "2018-02-01", to: "2018-01-01" },
    "1 Feb 2018 comes after 1 Jan 2018. Give the earlier day first.",
  ],
  [{ by: "__proto__" }, '"__proto__" is no by. Choose one of published, effective, recorded.'],
  [{ status: ["planned", "carried"] }, '"status" is given more than once. Give it once.'],
  [{ page: "-1" }, '"-1" is no page on record, so it is left out.'],
])("%j is said and left out", (params, problem) => {
  const { query, problems } = readChangesQuery(params, TODAY);
  expect(problems).toEqual([problem]);
  expect({ ...query, given: null }).toEqual({ ...readChangesQuery({}, TODAY).query, given: null });
});

test("what was given stays in its field, also where it cannot be compared", () => {
  const given = (params: Record<string, string>) => readChangesQuery(params, TODAY).query.given;
  expect(given({ from: "2018-02-01", to: "2018-01-01" })).toEqual({ from: "2018-02-01", to: "2018-01-01" });
  expect(given({ to: "2018-01-01" })).toEqual({ from: null, to: "2018-01-01" });
  expect(given({ from: "2018-02-30", to: "2018-03-01" })).toEqual({ from: null, to: "2018-03-01" });
  expect(given({ from: "2018-02-01" })).toEqual({ from: "2018-02-01", to: TODAY });
});

test("one day alone is compared with today", () => {
  expect(readChangesQuery({ from: "2026-11-18" }, TODAY).query.period).toEqual({
    from: "2026-11-18",
    to: TODAY,
  });
});
