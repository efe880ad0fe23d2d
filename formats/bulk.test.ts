import fc from "fast-check";
import { expect, it } from "vitest";
import { CELL_MARKS } from "@/domain/matrix";
import { dealsOfMatrix, parseTick, printTick } from "./bulk";
import { readList } from "./list-query";
import { DEAL_LIST } from "./lists";
import { readMatrixFilter } from "./matrix-query";

const slugs = fc.stringMatching(/^[a-z0-9-]{1,100}$/);

it("a tick is read back as it was printed; anything else is none", () => {
  fc.assert(
    fc.property(slugs, slugs, fc.nat(999_999_999), (device, carrier, version) => {
      const row = {
        device: { slug: device, name: "" },
        carrier: { slug: carrier, name: "", country: "NZ" },
        version,
        now: null,
      };
      expect(parseTick(printTick(row))).toEqual({ device, carrier, version });
    }),
  );
  for (const text of ["", "x.1", "a/b", "a/b.-1", "a/b/c.1", "A/b.1", "a/b.1234567890"])
    expect(parseTick(text), text).toBeNull();
});

it("what a matrix shows is a list of deals, whatever narrows it; cells without a deal are none", () => {
  const narrow = {
    manufacturer: "huawei",
    country: "GB",
    kind: "MNO",
    status: "planned",
    certainty: "reported",
    reason: "legal",
  };
  for (const mark of [null, ...CELL_MARKS]) {
    const deals = dealsOfMatrix(readMatrixFilter({ ...narrow, ...(mark && { mark }) }));
    if (mark === "none") {
      expect(deals).toBeNull();
      continue;
    }
    const params = Object.fromEntries(
      Object.entries(deals ?? {}).filter((e): e is [string, string] => e[1] !== null),
    );
    const { filter, problems } = readList(DEAL_LIST, params);
    expect(problems).toEqual([]);
    expect(filter).toMatchObject({
      manufacturer: "huawei",
      country: "GB",
      network: "MNO",
      status: "planned",
    });
    expect([filter.origins, filter.disputed, filter.uncertain, filter.stale]).toEqual([
      mark === "single" ? "one" : null,
      mark === "disputed" || null,
      mark === "uncertain" || null,
      mark === "stale" || null,
    ]);
  }
});
