import { expect, it } from "vitest";
import type { Statement } from "@/domain/claims";
import type { PolicyRef } from "@/domain/device-history";
import { historyOf } from "@/domain/history";
import { claim, date, evidence, graphOf, NOW, source } from "@/domain/testing/samples";
import { marksOf } from "./marks";
import { flagsOf, shortened } from "./policy-flags";
import { targetsOf } from "./targets";

const axis = { first: "2018-01-01", last: "2018-04-11" };
const said = (id: string, on: string) => ({ id, date: date(on) }) as Statement;
const policy = (slug: string, on: string) =>
  ({ id: slug, slug, title: `The ${slug} act`, date: date(on) }) as PolicyRef;

it("bubbles nearer than 18 pixels become one", () => {
  const all = [
    said("a", "2018-01-11"),
    said("b", "2018-01-12"),
    said("c", "2018-02-10"),
    said("z", "2019-01-01"),
  ];
  expect(marksOf(all, axis, 600).map((m) => m.statements.map((s) => s.id))).toEqual([["a", "b"], ["c"]]);
  expect(marksOf(all, axis, 2000).map((m) => m.statements.length)).toEqual([1, 1, 1]);
});

it("policy actions outside the axis are left out; the others are numbered in time, on two lines", () => {
  const flags = flagsOf(
    [policy("first", "2017-01-01"), policy("second", "2018-01-11"), policy("third", "2018-02")],
    axis,
  );
  expect(flags.map(({ policy: { slug }, number, line }) => [slug, number, line])).toEqual([
    ["second", 1, 0],
    ["third", 2, 1],
  ]);
  expect(flags[1]).toMatchObject({ x: 31, to: 58 });
});

it("a title is cut at a word, or left out where little would remain", () => {
  expect(shortened("Letter of the committee", 40)).toBe("Letter of the committee");
  expect(shortened("Letter of the committee", 18)).toBe("Letter of the…");
  expect(shortened("Letter of the committee", 8)).toBeNull();
});

it("targets say how they slipped and ended; one beyond the chart is told by a chevron", () => {
  const graph = graphOf([source("a", "2018-01-01")]);
  const plan = (on: string, target: string) => claim("planned", on, { target, evidence: [evidence("a")] });
  const history = historyOf(
    [
      plan("2018-01-05", "2018-03"),
      plan("2018-01-20", "2018-09/2018-11"),
      claim("withdrawn", "2018-02-01", { evidence: [evidence("a")] }),
    ],
    graph,
    NOW,
  );
  const targets = targetsOf(history, axis, "2018-12-01");
  expect(targets?.boxes.map(({ beyond, struck }) => [beyond, struck])).toEqual([
    [null, true],
    ["after", true],
  ]);
  expect(targets?.wide.words).toBe("target Mar 2018, slipped to between Sep and Nov 2018, dropped");
  expect(targets?.narrow.words).toBe("target between Sep and Nov 2018, dropped");
});
