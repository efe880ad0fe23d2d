import fc from "fast-check";
import { expect, test } from "vitest";
import { COMPARE_KINDS, MOST_SUBJECTS } from "@/domain/compare";
import { printCompare, readCompare } from "./compare-query";

const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,30}$/);

test("what is printed reads back", () => {
  const queries = fc.record({
    by: fc.constantFrom(...COMPARE_KINDS),
    slugs: fc.uniqueArray(slug, { maxLength: MOST_SUBJECTS }),
    page: fc.integer({ min: 1, max: 999 }),
  });
  fc.assert(
    fc.property(queries, (query) => {
      expect(readCompare(printCompare(query))).toEqual({ ...query, left: [], add: "" });
    }),
  );
});

test("one slug twice is one, no slug is left out, and the seventh is named as left", () => {
  expect(readCompare({ devices: "a,b,a,<script>,B," }).slugs).toEqual(["a", "b"]);
  expect(readCompare({ devices: "a,b,c,d,e,f,g" })).toMatchObject({
    slugs: ["a", "b", "c", "d", "e", "f"],
    left: ["g"],
  });
  expect(readCompare({ carriers: ["a", "b"], page: "-1" })).toMatchObject({
    by: "devices",
    slugs: [],
    page: 1,
  });
});
