import { describe, expect, it } from "vitest";
import { historyOf } from "@/domain/history";
import type { Status } from "@/domain/status";
import { claim, evidence, graphOf, NOW, source } from "@/domain/testing/samples";
import { segmentsOf, tagsAt } from "./segments";

const graph = graphOf([source("a", "2018-01-01")]);
/** 100 days, so that a day is a percent. */
const axis = { first: "2018-01-01", last: "2018-04-11" };
const drawn = (...statuses: [Status, string][]) =>
  segmentsOf(
    historyOf(
      statuses.map(([status, effective]) => claim(status, effective, { evidence: [evidence("a")] })),
      graph,
      NOW,
    ),
    axis,
  );

describe("the segments of a lane", () => {
  it("meet at an upright edge where the day is certain, and last where no end is known", () => {
    const [first, second] = drawn(["planned", "2018-01-11"], ["withdrawn", "2018-01-31"]);
    expect(first).toMatchObject({ sure: { from: 10, to: 30 }, rise: null, fall: null, lasts: false });
    expect(second).toMatchObject({ sure: { from: 30, to: 100 }, rise: null, lasts: true });
  });

  it("share a diagonal from the earliest to the latest day", () => {
    const [first, second] = drawn(["carried", "2018-01-11"], ["withdrawn", "2018-01-31/2018-02-20"]);
    expect(first).toMatchObject({ sure: { from: 10, to: 30 }, fall: { from: 30, to: 50 } });
    expect(second).toMatchObject({ sure: { from: 50, to: 100 }, rise: { from: 30, to: 50 } });
  });

  it("draw about as a dotted edge in the middle, without a diagonal", () => {
    const [first, second] = drawn(["carried", "2018-01-11"], ["paused", "2018-02~"]);
    expect(first).toMatchObject({ sure: { from: 10, to: 44 }, fall: null });
    expect(second).toMatchObject({ sure: { from: 44, to: 100 }, rise: null, about: true });
  });

  it("begin an open start at the claim before it, or at the axis where there is none", () => {
    const [first, second] = drawn(["planned", "2018-01-11"], ["withdrawn", "../2018-01-31"]);
    expect(first).toMatchObject({ sure: { from: 10, to: 10 }, fall: { from: 10, to: 30 } });
    expect(second).toMatchObject({ rise: { from: 10, to: 30 }, sure: { from: 30, to: 100 } });
    expect(drawn(["withdrawn", "../2018-01-31"])[0]?.rise).toEqual({ from: 0, to: 30 });
  });

  it("never run backwards when vague dates overlap", () => {
    for (const { sure, rise, fall } of drawn(
      ["planned", "2018-01"],
      ["carried", "2018-01-05/2018-02"],
      ["paused", "2018-01-20~"],
      ["withdrawn", "2018-01/.."],
    )) {
      expect(sure.to).toBeGreaterThanOrEqual(sure.from);
      for (const span of [rise, fall]) if (span) expect(span.to).toBeGreaterThan(span.from);
    }
  });
});

describe("the tag of a segment", () => {
  it("stands at its start where there is room", () => {
    expect(tagsAt(drawn(["planned", "2018-01-11"], ["withdrawn", "2018-01-31"]), 600)).toEqual([
      "start",
      "start",
    ]);
  });

  it("moves left onto the uncertain part of a short segment", () => {
    expect(tagsAt(drawn(["planned", "2018-01-11/2018-01-30"], ["withdrawn", "2018-01-31"]), 600)).toEqual([
      "before",
      "start",
    ]);
  });

  it("is dropped where there is no room at all", () => {
    expect(tagsAt(drawn(["planned", "2018-01-30"], ["withdrawn", "2018-01-31"]), 600)).toEqual([
      "none",
      "start",
    ]);
  });
});
