import { expect, test } from "vitest";
import type { StatusClaim } from "./claims";
import { type Axis, type Difference, differences } from "./difference";
import { claim, date, evidence, graphOf, minute, NOW, source } from "./testing/samples";

const graph = graphOf([
  source("dec", "2017-12-05"),
  source("jan", "2018-01-30"),
  source("feb", "2018-02-10"),
  source("took-back", "2018-01-05", {
    retracted: { on: date("2018-02-05"), at: minute(0), reason: "Wrong." },
  }),
]);
const DAY = 24 * 60;
const saying = (from: string, at = 0) => ({ at, evidence: [evidence(from, { at })] });
const plan = claim("planned", "2017-12-01", { id: "plan", ...saying("dec") });
const drop = claim("withdrawn", "2018-01-08", { id: "drop", ...saying("jan", DAY) });

const told = (claims: StatusClaim[], axis: Axis, from: string, to: string) =>
  differences({ claims, graph, knowledge: NOW }, axis, from, to).map((d: Difference) => {
    const before = d.kind === "world-changed" ? "" : `${d.before.claim.id} → `;
    return `${d.day} ${d.kind} ${before}${d.after?.claim.id ?? "nothing"}`;
  });

test("the world changed: by publication, by effect and by recording on different days", () => {
  expect(told([plan, drop], "published", "2018-01-20", "2018-02-01")).toEqual([
    "2018-01-30 world-changed drop",
  ]);
  expect(told([plan, drop], "effective", "2018-01-01", "2018-01-20")).toEqual([
    "2018-01-08 world-changed drop",
  ]);
  expect(told([plan, drop], "recorded", "2026-01-01", "2026-01-02")).toEqual([
    "2026-01-02 world-changed drop",
  ]);
  expect(told([plan, drop], "published", "2018-01-30", "2018-02-20")).toEqual([]);
  expect(told([plan, drop], "effective", "2018-01-08", "2018-02-20")).toEqual([]);
});

test("we corrected: by recording for our own slip, by publication for one that rests on later reports", () => {
  const slip = claim("withdrawn", "2018-01-09", {
    id: "slip",
    supersedes: "drop",
    ...saying("jan", 2 * DAY),
  });
  expect(told([plan, drop, slip], "recorded", "2026-01-02", "2026-01-03")).toEqual([
    "2026-01-03 we-corrected drop → slip",
  ]);
  expect(told([plan, drop, slip], "published", "2018-01-20", "2018-02-20")).toEqual([
    "2018-01-30 world-changed slip",
  ]);
  const later = claim("withdrawn", "2018-01-09", {
    id: "later",
    supersedes: "drop",
    ...saying("feb", 2 * DAY),
  });
  expect(told([plan, drop, later], "published", "2018-02-01", "2018-02-20")).toEqual([
    "2018-02-10 we-corrected drop → later",
  ]);
});

test("we corrected: a retraction leaves nothing", () => {
  const wrong = claim("withdrawn", "2018-01-08", { id: "wrong", retracted: 3 * DAY, ...saying("jan", DAY) });
  expect(told([plan, wrong], "recorded", "2026-01-03", "2026-01-05")).toEqual([
    "2026-01-04 we-corrected wrong → nothing",
  ]);
  expect(told([plan, wrong], "recorded", "2026-01-01", "2026-01-05")).toEqual([]);
  expect(told([plan, wrong], "published", "2018-01-01", "2018-02-05")).toEqual([]);
});

test("only the evidence changed: added, or its source taken back", () => {
  const more = { ...plan, evidence: [...plan.evidence, evidence("feb", { at: DAY })] };
  expect(told([more], "published", "2018-02-01", "2018-02-20")).toEqual([
    "2018-02-10 evidence-changed plan → plan",
  ]);
  expect(told([more], "recorded", "2026-01-01", "2026-01-02")).toEqual([
    "2026-01-02 evidence-changed plan → plan",
  ]);
  const fallen = { ...plan, evidence: [...plan.evidence, evidence("took-back")] };
  expect(told([fallen], "published", "2018-02-01", "2018-02-20")).toEqual([
    "2018-02-20 evidence-changed plan → plan",
  ]);
});

test("several differences come in the order of their days", () => {
  expect(told([drop, plan], "published", "2017-01-01", "2018-12-31")).toEqual([
    "2017-12-05 world-changed plan",
    "2018-01-30 world-changed drop",
  ]);
});
