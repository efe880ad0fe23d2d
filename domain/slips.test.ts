import { expect, test } from "vitest";
import type { StatusClaim } from "./claims";
import { historyOf } from "./history";
import { isLater, plansOf } from "./slips";
import { claim, date, evidence, graphOf, NOW, source } from "./testing/samples";

const graph = graphOf([source("s", "2018-01-01")]);
const plan = (effective: string, target?: string) =>
  claim("planned", effective, { ...(target && { target }), evidence: [evidence("s")] });
const then = (status: StatusClaim["status"], effective: string) =>
  claim(status, effective, { evidence: [evidence("s")] });
const plans = (claims: StatusClaim[], on = "2018-02-01") => plansOf(historyOf(claims, graph, NOW), on);
const outcomes = (claims: StatusClaim[], on?: string) =>
  plans(claims, on).map((p) => p.targets.map((t) => t.outcome));

test("a plan for summer, moved to autumn, then dropped", () => {
  const found = plans([
    plan("2017-12", "2018-06/2018-08"),
    plan("2018-01-10", "2018-09/2018-11"),
    then("withdrawn", "2018-01-30"),
  ]);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ slips: 1, ended: { claim: { status: "withdrawn" } } });
  expect(found[0]?.targets.map((t) => t.outcome)).toEqual(["slipped", "dropped"]);
});

test.each<[string, StatusClaim[], string, string[][]]>([
  ["carried in time", [plan("2018-01", "2018-06"), then("carried", "2018-06-30")], "2019-01-01", [["kept"]]],
  ["carried later", [plan("2018-01", "2018-06"), then("carried", "2018-07-01")], "2019-01-01", [["late"]]],
  ["still to come", [plan("2018-01", "2018-06")], "2018-06-30", [["open"]]],
  ["past, and nothing happened", [plan("2018-01", "2018-06")], "2018-07-01", [["missed"]]],
  ["paused", [plan("2018-01", "2018-06"), then("paused", "2018-03")], "2019-01-01", [["paused"]]],
  ["made sharper", [plan("2018-01", "2018"), plan("2018-02", "2018-12")], "2018-03-01", [["moved", "open"]]],
  ["said twice", [plan("2018-01", "2018-06"), plan("2018-02", "2018-06")], "2018-03-01", [["open", "open"]]],
  [
    "planned anew after a pause",
    [plan("2018-01", "2018-06"), then("paused", "2018-02"), plan("2018-03", "2018-09")],
    "2018-04-01",
    [["paused"], ["open"]],
  ],
  ["without a target", [plan("2018-01")], "2018-04-01", [[]]],
])("%s", (_, claims, on, expected) => {
  expect(outcomes(claims, on)).toEqual(expected);
});

test("a target is later when it moves as a whole", () => {
  expect(isLater(date("2018-09/2018-11"), date("2018-06/2018-08"))).toBe(true);
  expect(isLater(date("2018-12"), date("2018"))).toBe(false);
  expect(isLater(date("2018"), date("2018-06"))).toBe(false);
  expect(isLater(date("2018-06"), date("2018-06"))).toBe(false);
});
