import fc from "fast-check";
import { expect, test } from "vitest";
import { historyOf } from "./history";
import { courseOf } from "./plans";
import { plansOf } from "./slips";
import { steps } from "./testing/arbitraries";
import { claim, evidence, graphOf, NOW, source } from "./testing/samples";
import { play } from "./testing/steps";

const graph = graphOf([source("s", "2018-01-01")]);
const says = { evidence: [evidence("s")] };
const planned = (effective: string, target?: string) =>
  claim("planned", effective, { id: effective, ...says, ...(target ? { target } : {}) });
const course = (claims: ReturnType<typeof claim>[], on = "2019-01-01") =>
  plansOf(historyOf(claims, graph, NOW), on).map((plan) => courseOf(plan, on));

test("exact dates give one length, uncertain ones the shortest and the longest", () => {
  const sold = claim("carried", "2018-03-01", { id: "sold", ...says });
  expect(course([planned("2018-01-30"), sold])).toEqual([
    { year: 2018, outcome: "carried", slips: 0, shortest: 30, longest: 30 },
  ]);
  const vague = claim("carried", "2018-03", { id: "sold", ...says });
  expect(course([planned("2018-01"), vague])).toMatchObject([{ shortest: 29, longest: 89 }]);
});

test("an open plan is followed to the day looked at, and a date that reaches past it no further", () => {
  expect(course([planned("2018-12-22")])).toMatchObject([{ outcome: "planned", shortest: 10, longest: 10 }]);
  expect(course([planned("2018-12/2019-12")])).toMatchObject([{ shortest: 0, longest: 31 }]);
});

test("an outcome that may have come at once takes no day at the least", () => {
  const dropped = claim("withdrawn", "../2018-02-10", { id: "dropped", ...says });
  expect(course([planned("2018-02-01"), dropped])).toMatchObject([{ shortest: 0, longest: 9 }]);
});

test("slips are those of its targets", () => {
  const later = planned("2018-02-01", "2018-10");
  expect(course([planned("2018-01-01", "2018-06"), later])).toMatchObject([{ slips: 1 }]);
});

test("on any history the longest is never below the shortest, and neither is negative", () => {
  fc.assert(
    fc.property(steps(), (record) => {
      const { claims, graph: sources } = play(record);
      const history = historyOf(claims, sources, NOW).filter((entry) => entry.begins <= "2019-06-30");
      for (const plan of plansOf(history, "2019-06-30")) {
        const { shortest, longest } = courseOf(plan, "2019-06-30");
        expect(shortest).toBeGreaterThanOrEqual(0);
        expect(longest).toBeGreaterThanOrEqual(shortest);
      }
    }),
  );
});
