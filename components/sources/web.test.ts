import { expect, test } from "vitest";
import type { SourcedStatus, SourceRecord } from "@/domain/source-page";
import { weighSource } from "@/domain/source-page";
import { date, evidence, graphOf, NOW, source } from "@/domain/testing/samples";
import { webOf } from "./web";

const graph = graphOf(
  ["bloomberg", "verge", "cnet", "wsj"].map((id) => source(id, "2018-01-30")),
  ["verge>bloomberg", "cnet>verge"],
);
const claim = (id: string, sources: readonly string[]): SourcedStatus => ({
  id,
  dealId: id,
  deal: { device: { slug: "d", name: "D" }, carrier: { slug: "c", name: "C", country: "US" } },
  status: "withdrawn",
  effective: date("2018-01-30"),
  evidence: sources.map((s) => evidence(s)),
});
const weigh = (id: string, statuses: readonly SourcedStatus[], more: Partial<SourceRecord> = {}) => {
  const it = graph.sources.get(id);
  if (!it) throw new Error(id);
  const rest = { versions: [], policies: [], listings: [], statements: [], statementsTotal: 0, left: 0 };
  return weighSource({ source: it, graph, statuses, ...rest, ...more }, NOW);
};
const shape = (columns: ReturnType<typeof webOf>) =>
  columns.map(({ head, boxes, lines }) => [head, boxes.length, lines.map((l) => l.join(">"))]);

test("a report, those that retell it, and the claims that each tells", () => {
  const web = webOf(weigh("bloomberg", [claim("a", ["verge", "cnet"]), claim("b", ["cnet"])]));
  expect(web.map(({ head }) => head)).toEqual(["Origin", "Retold by", "What rests on it"]);
  expect(web[0]?.lines).toEqual([
    [0, 0],
    [0, 1],
  ]);
  expect(web[1]?.boxes.map((b) => (b.is === "source" ? b.source.id : b.is))).toEqual(["cnet", "verge"]);
  expect(web[1]?.lines.map((l) => l.join(">")).sort()).toEqual(["0>0", "0>1", "1>0"]);
});

test("a source in between shows whom it rests on, and itself beside those that retell it", () => {
  const web = webOf(weigh("verge", [claim("a", ["verge"]), claim("b", ["cnet", "wsj"])]));
  expect(shape(web)).toEqual([
    ["It rests on", 1, ["0>0"]],
    ["This source", 1, ["0>0", "0>1"]],
    ["Told by", 2, ["0>0", "1>1"]],
    ["What rests on it", 2, []],
  ]);
});

test("what nobody retells leads straight to its claims, and what is too much becomes one box", () => {
  const many = Array.from({ length: 20 }, (_, i) => claim(`c${i}`, ["wsj"]));
  const web = webOf(weigh("wsj", many));
  expect(web.map(({ boxes }) => boxes.length)).toEqual([1, 7]);
  expect(web[0]?.lines).toHaveLength(7);
  expect(web[1]?.boxes.at(-1)).toEqual({ is: "more", count: 14, of: "claims" });
});
