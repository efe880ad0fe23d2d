import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pagesOf, slackOf } from "./pages";

describe("pagesOf", () => {
  it.each([
    [0, 25, 1],
    [25, 25, 1],
    [26, 25, 1],
    [30, 25, 1],
    [31, 25, 2],
    [55, 25, 2],
    [56, 25, 3],
  ])("puts %i lines, %i on a page, on %i", (lines, size, pages) => {
    expect(pagesOf(lines, size)).toBe(pages);
  });

  it("never leaves a last page with fewer lines than the one before it could have taken", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 1_000 }), (lines, size) => {
        const last = lines - (pagesOf(lines, size) - 1) * size;
        expect(last).toBeLessThanOrEqual(size + slackOf(size));
        if (lines > size) expect(last).toBeGreaterThan(slackOf(size));
      }),
    );
  });
});
