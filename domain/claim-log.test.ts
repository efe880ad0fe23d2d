import { expect, it } from "vitest";
import { claimLog } from "./claim-log";
import { historyOf } from "./history";
import { knowMore } from "./know-more";
import { claim, evidence, graphOf, minute, NOW, source } from "./testing/samples";

const graph = graphOf([source("a", "2018-01-30"), source("b", "2018-02-15")]);
const first = claim("withdrawn", "2018-01-10/2018-01-30", {
  id: "first",
  at: 1,
  evidence: [evidence("a", { at: 1 })],
});
const second = claim("withdrawn", "2018-01-30", {
  id: "second",
  at: 3,
  supersedes: "first",
  evidence: [evidence("a", { at: 3 }), evidence("b", { at: 5 })],
});

it("the log tells record, correct and later evidence apart, newest first", () => {
  expect(claimLog([first, second], null).map((e) => [e.mark, e.claim.id, e.before?.id ?? null])).toEqual([
    ["evidence", "second", null],
    ["correct", "second", "first"],
    ["record", "first", null],
  ]);
});

it("the log of an earlier record lacks what was done later", () => {
  expect(claimLog([first, second], minute(2)).map((e) => e.mark)).toEqual(["record"]);
});

it("a past view is told that its claim was corrected and better supported since", () => {
  const then = historyOf([first, second], graph, { known: null, record: minute(2) });
  const entry = then[0];
  expect(entry?.claim.id).toBe("first");
  const more = entry && knowMore(entry, then, [first, second], graph);
  expect(more).toMatchObject({ corrected: { id: "second" }, retracted: null, articles: 1, later: 0 });
});

it("a view that has everything is told nothing", () => {
  const now = historyOf([first, second], graph, NOW);
  expect(now[0] && knowMore(now[0], now, [first, second], graph)).toBeNull();
});
