import fc from "fast-check";
import { expect, test } from "vitest";
import { judge } from "./certainty";
import { articlesAndOrigins } from "./certainty-words";
import type { Evidence } from "./claims";
import { CERTAINTIES } from "./status";
import { questions, steps } from "./testing/arbitraries";
import { date, evidence, graphOf, minute, NOW, retraction, source } from "./testing/samples";
import { play } from "./testing/steps";

const papers = ["bloomberg", "verge", "cnet", "engadget", "wsj"].map((id) => source(id, "2018-01-30"));
const retelling = graphOf(papers, ["verge>bloomberg", "cnet>verge", "engadget>bloomberg"]);
const anonymous = { attribution: "anonymous" } as const;

test.each<[string, Evidence[], string]>([
  ["a carrier says so", [evidence("wsj", { attribution: "official" })], "confirmed"],
  ["a document shows it", [evidence("wsj", { attribution: "document" })], "confirmed"],
  [
    "two that do not rest on each other",
    [evidence("wsj", anonymous), evidence("bloomberg", anonymous)],
    "corroborated",
  ],
  ["one with a named speaker", [evidence("wsj", { attribution: "named" })], "reported"],
  ["one without attribution", [evidence("wsj")], "reported"],
  [
    "one anonymous and three that retell it",
    ["bloomberg", "verge", "cnet", "engadget"].map((s) => evidence(s, anonymous)),
    "rumoured",
  ],
  [
    "an official dispute alone is no support",
    [evidence("wsj", { stance: "disputes", attribution: "official" })],
    "unsupported",
  ],
  ["nothing", [], "unsupported"],
  ["retracted evidence", [{ ...evidence("wsj"), retraction: retraction(1) }], "unsupported"],
])("%s", (_, list, certainty) => {
  expect(judge(list, retelling, NOW).certainty).toBe(certainty);
});

test("ten articles that retell one report are one origin", () => {
  const judged = judge(
    ["bloomberg", "verge", "cnet", "engadget"].map((s) => evidence(s, anonymous)),
    retelling,
    NOW,
  );
  expect(articlesAndOrigins(judged)).toBe("4 articles, 1 origin");
  expect(judged.origins).toMatchObject([{ publisher: "bloomberg", sources: ["bloomberg"] }]);
  expect(judged.origins[0]?.evidence).toHaveLength(4);
  expect(judged.why).toBe("4 articles, 1 origin: bloomberg, which gives no name.");
});

test("a thousand retellings of one origin are one origin", () => {
  const retellers = Array.from({ length: 1000 }, (_, i) => source(`r${i}`, "2018-01-30"));
  // Half retell the report itself, half the reteller before them: a chain of five hundred.
  const cites = retellers.map((_, i) => (i % 2 ? `r${i}>o` : `r${i}>${i > 1 ? `r${i - 2}` : "o"}`));
  const graph = graphOf([source("o", "2018-01-29"), ...retellers], cites);
  const judged = judge(
    retellers.map((r) => evidence(r.id, anonymous)),
    graph,
    NOW,
  );
  expect(articlesAndOrigins(judged)).toBe("1000 articles, 1 origin");
  expect(judged.certainty).toBe("rumoured");
});

test("via holds for this claim only, and instead of the source's citations", () => {
  const own = evidence("verge", { via: ["verge"] });
  expect(judge([own, evidence("bloomberg")], retelling, NOW).certainty).toBe("corroborated");
  const beside = evidence("verge", { via: ["verge", "bloomberg"] });
  expect(judge([beside], retelling, NOW).origins.map((o) => o.publisher)).toEqual(["verge", "bloomberg"]);
  const upstream = evidence("wsj", { via: ["cnet"] });
  expect(judge([upstream], retelling, NOW).origins.map((o) => o.publisher)).toEqual(["bloomberg"]);
});

test("who retells without saying whom adds no origin", () => {
  const judged = judge([evidence("wsj", { via: "not-named" }), evidence("bloomberg")], retelling, NOW);
  expect(articlesAndOrigins(judged)).toBe("2 articles, 1 origin");
  expect(judged.certainty).toBe("reported");
  expect(judge([evidence("wsj", { via: "not-named", ...anonymous })], retelling, NOW).certainty).toBe(
    "rumoured",
  );
});

test("one publisher counts once, however it is spelt", () => {
  const graph = graphOf([
    source("a", "2018", { publisher: "The Verge" }),
    source("b", "2018", { publisher: "the  VERGE" }),
  ]);
  expect(judge([evidence("a"), evidence("b")], graph, NOW).origins).toMatchObject([{ sources: ["a", "b"] }]);
});

test("a circle of citations ends and counts as one origin, from wherever it is entered", () => {
  const graph = graphOf(papers, ["verge>cnet", "cnet>engadget", "engadget>verge", "wsj>verge"]);
  const judged = judge([evidence("wsj"), evidence("cnet"), evidence("engadget")], graph, NOW);
  expect(judged.origins.map((o) => o.publisher)).toEqual(["cnet"]);
  const left = graphOf(papers, ["verge>cnet", "cnet>verge", "cnet>bloomberg"]);
  expect(judge([evidence("verge")], left, NOW).origins.map((o) => o.publisher)).toEqual(["bloomberg"]);
});

test("a retracted source is no origin, and what rested on it alone drops from that day", () => {
  const retracted = { on: date("2018-03-01"), at: minute(7), reason: "Made up." };
  const graph = graphOf(
    papers.map((s) => (s.id === "bloomberg" ? { ...s, retracted } : s)),
    ["verge>bloomberg", "cnet>bloomberg", "cnet>wsj"],
  );
  const list = [evidence("bloomberg"), evidence("verge", { attribution: "official" }), evidence("cnet")];
  const judged = judge(list, graph, NOW);
  expect(judged.origins.map((o) => o.publisher)).toEqual(["wsj"]);
  expect(judged.supports.map((e) => e.source)).toEqual(["cnet"]);
  expect(judged.fallen.map((e) => e.source).sort()).toEqual(["bloomberg", "verge"]);
  expect(judged.certainty).toBe("reported");
  expect(judge(list, graph, { known: "2018-02-28", record: null }).certainty).toBe("confirmed");
  expect(judge(list, graph, { known: null, record: minute(6) }).certainty).toBe("confirmed");
});

test("a retracted source passes nothing on, neither from upstream nor by naming others", () => {
  const retracted = { on: date("2018-03-01"), at: minute(7), reason: "Made up." };
  const graph = graphOf(
    papers.map((s) => (s.id === "bloomberg" ? { ...s, retracted } : s)),
    ["verge>bloomberg", "bloomberg>wsj"],
  );
  expect(judge([evidence("verge")], graph, NOW).certainty).toBe("unsupported");
  expect(judge([evidence("bloomberg", { via: ["cnet"] })], graph, NOW).certainty).toBe("unsupported");
  expect(judge([evidence("bloomberg", { via: "not-named" })], graph, NOW).certainty).toBe("unsupported");
});

test("a source that supports a claim twice is one article", () => {
  expect(judge([evidence("cnet"), evidence("cnet", { at: 1 })], retelling, NOW).articles).toBe(1);
});

test("an official dispute marks a claim; a dispute by others or by a retracted source does not", () => {
  const dispute = (attribution: Evidence["attribution"]) =>
    evidence("wsj", { stance: "disputes", attribution });
  expect(judge([evidence("cnet"), dispute("official")], retelling, NOW).disputed).toBe(true);
  expect(judge([evidence("cnet"), dispute("anonymous")], retelling, NOW).disputed).toBe(false);
  const retracted = { on: date("2018-03-01"), at: minute(0), reason: "Wrong." };
  const graph = graphOf(papers.map((s) => (s.id === "wsj" ? { ...s, retracted } : s)));
  expect(judge([evidence("cnet"), dispute("official")], graph, NOW).disputed).toBe(false);
});

test("evidence counts from its publication and its recording on", () => {
  const graph = graphOf([source("a", "2018-01-30"), source("b", "2018-02")]);
  const list = [evidence("a"), evidence("b", { at: 5 })];
  expect(judge(list, graph, { known: "2018-02-27", record: null }).articles).toBe(1);
  expect(judge(list, graph, { known: "2018-02-28", record: null }).articles).toBe(2);
  expect(judge(list, graph, { known: null, record: minute(4) }).articles).toBe(1);
});

test("citations count as they stood at the record's instant", () => {
  const { sources } = graphOf(papers);
  const citations = [{ citing: "verge", cited: "bloomberg", recordedAt: minute(2), retractedAt: minute(4) }];
  const originAt = (record: string | null) =>
    judge([evidence("verge")], { sources, citations }, { known: null, record }).origins[0]?.publisher;
  expect(originAt(minute(1))).toBe("verge");
  expect(originAt(minute(2))).toBe("bloomberg");
  expect(originAt(minute(4))).toBe("verge");
  expect(originAt(null)).toBe("verge");
});

test("certainty never rises by removing supporting evidence", () => {
  const asked = steps().chain((record) => fc.tuple(fc.constant(record), questions(record), fc.nat()));
  fc.assert(
    fc.property(asked, ([record, q, n]) => {
      const { claims, graph } = play(record);
      const all = claims.flatMap((c) => c.evidence);
      const removed = all[n % Math.max(1, all.length)];
      const rank = (list: readonly Evidence[]) => CERTAINTIES.indexOf(judge(list, graph, q).certainty);
      expect(rank(all.filter((e) => e !== removed))).toBeGreaterThanOrEqual(
        removed?.stance === "supports" ? rank(all) : 0,
      );
      for (const { evidence: own } of claims) {
        for (const piece of own.filter((e) => e.stance === "supports")) {
          expect(rank(own.filter((e) => e !== piece))).toBeGreaterThanOrEqual(rank(own));
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("each origin is rested on by support that counts", () => {
  fc.assert(
    fc.property(steps(), (record) => {
      const { claims, graph } = play(record);
      const judged = judge(
        claims.flatMap((c) => c.evidence),
        graph,
        NOW,
      );
      const counting = new Set(judged.supports.map((e) => e.id));
      expect(
        judged.origins.every((o) => o.evidence.length > 0 && o.evidence.every((id) => counting.has(id))),
      ).toBe(true);
      expect(judged.why).toMatch(/\.$/);
    }),
  );
});
