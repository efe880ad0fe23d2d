import fc from "fast-check";
import { expect, test } from "vitest";
import { SOURCE_SORTS } from "@/domain/source-list";
import { SOURCE_KINDS } from "@/domain/status";
import { ALL_SOURCES, printSourceQuery, readSourceQuery, type SourceQuery } from "./source-query";

const text = fc.string({ maxLength: 200 }).map((s) => s.trim());
const queries: fc.Arbitrary<SourceQuery> = fc.record({
  filter: fc.record({
    text,
    publisher: text,
    kind: fc.option(fc.constantFrom(...SOURCE_KINDS)),
    seen: fc.option(fc.boolean()),
    retracted: fc.option(fc.boolean()),
  }),
  sort: fc.constantFrom(...SOURCE_SORTS),
  page: fc.integer({ min: 1, max: 999_999 }),
});

test("what is printed into an address is read back as it was", () => {
  fc.assert(
    fc.property(queries, (query) => {
      expect(readSourceQuery(printSourceQuery(query))).toEqual(query);
    }),
  );
});

test.each([
  [{ kind: "gossip", seen: "perhaps", sort: "__proto__", page: "-1" }],
  [{ kind: ["news", "blog"], page: "1e3", q: ["a", "b"] }],
  [{ page: "9999999" }],
])("what cannot be read asks for nothing: %j", (params) => {
  expect(readSourceQuery(params)).toEqual(ALL_SOURCES);
});
