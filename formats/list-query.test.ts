import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printSort, printYears, readList, years } from "./list-query";
import { CARRIER_LIST, DEAL_LIST, DEVICE_LIST } from "./lists";

describe("readList", () => {
  it("reads filters, sort and page, and keeps what leads back to them", () => {
    const read = readList(DEAL_LIST, {
      status: "carried",
      disputed: "1",
      entered: "2016/2018",
      sort: "-carrier",
      page: "3",
      on: "2018-01-15",
    });
    expect(read.filter).toMatchObject({
      status: "carried",
      disputed: true,
      entered: { from: 2016, to: 2018 },
      stale: null,
    });
    expect([read.sort, read.page, read.problems]).toEqual([{ key: "carrier", desc: true }, 3, []]);
    expect(read.keep).toEqual({
      status: "carried",
      disputed: "1",
      entered: "2016/2018",
      sort: "-carrier",
    });
  });

  it("leaves the default sort out of the address", () => {
    expect(readList(DEVICE_LIST, { sort: "maker" }).keep).toEqual({});
    expect(readList(DEVICE_LIST, { sort: "-deals" }).keep).toEqual({ sort: "-deals" });
  });

  it.each([
    [{ status: "sold" }, /"sold" is not a status/],
    [{ status: ["carried", "ended"] }, /more than once/],
    [{ entered: "2018/2016" }, /not a year/],
    [{ country: "us" }, /country code/],
    [{ sort: "price" }, /cannot be sorted/],
    [{ disputed: "yes" }, /not 1/],
    [{ manufacturer: "Huawei'--" }, /not an address/],
  ])("says what is wrong with %j and shows the list without it", (params, message) => {
    const read = readList(DEAL_LIST, params);
    expect(read.problems.map((p) => p.message).join()).toMatch(message);
    expect(Object.values(read.filter).every((v) => v === null)).toBe(true);
    expect(read.keep).toEqual({});
  });

  it("reads what it keeps as the same filter, whatever was asked", () => {
    const text = fc.oneof(
      fc.constantFrom("carried", "1", "2018", "US", "huawei", "-deals", "MVNO", "__proto__", "none"),
      fc.string(),
    );
    const params = fc.dictionary(
      fc.constantFrom(...Object.keys(CARRIER_LIST.fields), "sort", "page", "constructor"),
      text,
    );
    fc.assert(
      fc.property(params, (asked) => {
        const read = readList(CARRIER_LIST, asked);
        const again = readList(CARRIER_LIST, read.keep);
        expect([again.filter, again.sort, again.problems]).toEqual([read.filter, read.sort, []]);
      }),
    );
  });

  it("never fails on a page number", () => {
    fc.assert(
      fc.property(fc.string(), (page) => {
        expect(readList(DEAL_LIST, { page }).page).toBeGreaterThanOrEqual(1);
      }),
    );
    expect(readList(DEAL_LIST, { page: "0" }).page).toBe(1);
    expect(readList(DEAL_LIST, { page: "999999" }).page).toBe(100_000);
  });
});

it("prints years as they are read", () => {
  const span = fc.tuple(fc.integer({ min: 1970, max: 2100 }), fc.nat(20)).map(([from, n]) => ({
    from,
    to: Math.min(2100, from + n),
  }));
  fc.assert(
    fc.property(span, (value) => {
      expect(years.read(printYears(value))).toEqual(value);
    }),
  );
  expect(printSort({ key: "name", desc: true })).toBe("-name");
});
