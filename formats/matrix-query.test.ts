import fc from "fast-check";
import { expect, test } from "vitest";
import { CELL_MARKS } from "@/domain/matrix";
import { CARRIER_KINDS, CERTAINTIES, REASONS, STATUSES } from "@/domain/status";
import { type MatrixFilter, printMatrixFilter, readMatrixFilter } from "./matrix-query";

const maybe = <T extends string>(of: readonly T[]) => fc.option(fc.constantFrom(...of), { nil: null });
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,40}$/);

const filters: fc.Arbitrary<MatrixFilter> = fc.record({
  manufacturer: fc.option(slug, { nil: null }),
  country: maybe(["US", "GB", "JP"]),
  kind: maybe(CARRIER_KINDS),
  status: maybe(STATUSES),
  certainty: maybe(CERTAINTIES),
  reason: maybe(REASONS),
  mark: maybe(CELL_MARKS),
  all: fc.boolean(),
  sort: fc.constantFrom("name", "change"),
  columns: fc.constantFrom(20, 50, 100),
  page: fc.integer({ min: 1, max: 999_999 }),
  columnPage: fc.integer({ min: 1, max: 999_999 }),
  cell: fc.option(fc.record({ device: slug, carrier: slug }), { nil: null }),
});

test("what is printed reads back as the same filter", () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(readMatrixFilter(printMatrixFilter(filter))).toEqual(filter);
    }),
  );
});

test("whatever stands in the address, the filter is one that the table can show", () => {
  const names = Object.keys(printMatrixFilter(readMatrixFilter({ rows: "all" })));
  expect(names).toEqual(["rows"]);
  const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant("__proto__"), fc.constant("0"));
  const params = fc.dictionary(
    fc.constantFrom("manufacturer", "country", "kind", "status", "mark", "columns", "page", "cpage", "cell"),
    value,
  );
  fc.assert(
    fc.property(params, (given) => {
      const filter = readMatrixFilter(given);
      expect(readMatrixFilter(printMatrixFilter(filter))).toEqual(filter);
      expect(filter.page).toBeGreaterThan(0);
      expect([20, 50, 100]).toContain(filter.columns);
    }),
  );
});
