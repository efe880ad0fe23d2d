import fc from "fast-check";
import { expect, test } from "vitest";
import type { Evidence } from "./claims";
import { effectOf, type Way, wayTo } from "./resting";
import { CERTAINTIES } from "./status";
import { questions, steps } from "./testing/arbitraries";
import { evidence, graphOf, NOW, source } from "./testing/samples";
import { play } from "./testing/steps";

const papers = ["bloomberg", "verge", "cnet", "wsj"].map((id) => source(id, "2018-01-30"));
const graph = graphOf(papers, ["verge>bloomberg", "cnet>verge"]);
const anonymous = { attribution: "anonymous" } as const;

test.each<[string, Evidence, Way | null]>([
  ["a source's own piece", evidence("bloomberg"), "own"],
  ["its own dispute", evidence("bloomberg", { stance: "disputes" }), "own"],
  ["a retelling that cites it", evidence("verge"), "cites"],
  ["a retelling of a retelling", evidence("cnet"), "cites"],
  ["one that names it for this claim", evidence("wsj", { via: ["bloomberg"] }), "via"],
  ["one that names a reteller", evidence("wsj", { via: ["verge"] }), "cites"],
  ["one that reports for itself here", evidence("verge", { via: ["verge"] }), null],
  ["one that does not say whom it retells", evidence("verge", { via: "not-named" }), null],
  ["somebody else's dispute", evidence("verge", { stance: "disputes" }), null],
  ["another paper", evidence("wsj"), null],
])("whether and how it comes to the report: %s", (_, piece, way) => {
  expect(wayTo("bloomberg", graph, NOW)(piece)).toBe(way);
});

test("nothing comes through a source that was taken back", () => {
  const broken = graphOf(
    papers.map((p) =>
      p.id === "verge"
        ? source("verge", "2018-01-30", {
            retracted: { on: p.published, at: "2026-01-01T00:00:00Z", reason: "Wrong." },
          })
        : p,
    ),
    ["verge>bloomberg", "cnet>verge"],
  );
  expect(wayTo("bloomberg", broken, NOW)(evidence("cnet"))).toBeNull();
});

test("what rests on one report alone has no support left, what rests on two is less certain", () => {
  const effect = effectOf("bloomberg", graph, NOW);
  const retold = [evidence("verge", anonymous), evidence("cnet", anonymous)];
  expect(effect(retold)).toMatchObject({
    fall: "alone",
    now: { certainty: "rumoured" },
    after: { certainty: "unsupported", articles: 0 },
  });
  expect(effect([...retold, evidence("wsj")])).toMatchObject({
    fall: "weaker",
    now: { certainty: "corroborated" },
    after: { certainty: "reported" },
  });
  expect(effect([...retold, evidence("wsj", { attribution: "official" })]).fall).toBe("same");
});

const cases = steps().chain((record) =>
  fc.record({
    record: fc.constant(record),
    asked: fc.array(questions(record), { minLength: 3, maxLength: 5 }),
  }),
);

test("to take a source back never makes a claim more certain, and only touches what leads to it", () => {
  const fallen = { alone: 0, weaker: 0, same: 0 };
  fc.assert(
    fc.property(cases, ({ record, asked }) => {
      const { claims, graph: random } = play(record);
      for (const view of asked) {
        for (const id of random.sources.keys()) {
          const effect = effectOf(id, random, view);
          const way = wayTo(id, random, view);
          for (const claim of claims) {
            const { now, after, fall } = effect(claim.evidence);
            const rank = (judged: typeof now) => CERTAINTIES.indexOf(judged.certainty);
            expect(rank(after)).toBeGreaterThanOrEqual(rank(now));
            expect(after.articles).toBeLessThanOrEqual(now.articles);
            expect(after.origins.length).toBeLessThanOrEqual(now.origins.length);
            expect(now.disputed || !after.disputed).toBe(true);
            if (claim.evidence.every((e) => way(e) === null)) expect(after).toEqual(now);
            fallen[fall] += 1;
          }
        }
      }
    }),
    { numRuns: 100 },
  );
  // A property that never met a fall would hold for any code.
  expect(fallen.alone).toBeGreaterThan(30);
  expect(fallen.weaker).toBeGreaterThan(5);
}, 60_000);
