import { describe, expect, it } from "vitest";
import { date } from "@/domain/testing/samples";
import { axisOf, isWithin, middleOf, ticksOf, xOf } from "./axis";

describe("the axis", () => {
  it("runs from the first event less a margin to the last event plus six weeks", () => {
    expect(axisOf(["2018-05-18", "2017-12-01"])).toEqual({ first: "2017-11-24", last: "2018-06-29" });
    expect(axisOf(["2008-01-01", "2018-01-01"])).toEqual({ first: "2007-09-13", last: "2018-02-12" });
  });

  it("leaves out open ends, and is none where nothing happened", () => {
    expect(axisOf(["1970-01-01", "2018-01-30", "2100-12-31"])).toEqual({
      first: "2018-01-23",
      last: "2018-03-13",
    });
    expect(axisOf(["1970-01-01"])).toBeNull();
  });

  it("places days in percent and holds days outside at its edges", () => {
    const axis = { first: "2018-01-01", last: "2018-01-11" };
    expect(
      ["2018-01-01", "2018-01-04", "2018-01-11", "2017-01-01", "2019-01-01"].map((d) => xOf(axis, d)),
    ).toEqual([0, 30, 100, 0, 100]);
  });

  it("takes the middle of a vague date, and the known end of an open one", () => {
    expect(["2018-01-30", "2018-01", "../2018-01-30", "2018-01-30/.."].map((t) => middleOf(date(t)))).toEqual(
      ["2018-01-30", "2018-01-16", "2018-01-30", "2018-01-30"],
    );
    expect(isWithin({ first: "2018-01-01", last: "2018-01-10" }, date("2018-01"))).toBe(false);
  });

  it("names the year once at the start and at each January, months between", () => {
    const ticks = ticksOf({ first: "2017-11-24", last: "2018-06-29" });
    expect(ticks.map((t) => t.wide)).toEqual([
      null,
      "Dec 2017",
      "Jan 2018",
      "Feb",
      "Mar",
      "Apr",
      "May",
      "Jun",
    ]);
    expect(ticks.map((t) => t.narrow)).toEqual([null, "Dec", "2018", "Feb", "Mar", "Apr", "May", "Jun"]);
    expect(ticks.filter((t) => t.year).map((t) => t.day)).toEqual(["2018-01-01"]);
  });

  it.each([
    ["quarters", "2016-01-10", "2017-12-01", 8],
    ["half years", "2012-01-10", "2016-03-01", 9],
    ["years", "2008-05-01", "2018-05-01", 11],
    ["two years", "1998-05-01", "2018-05-01", 11],
  ])("takes %s where the span asks for it", (_, first, last, count) => {
    expect(ticksOf({ first, last })).toHaveLength(count);
  });
});
