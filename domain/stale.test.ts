import { expect, test } from "vitest";
import { historyOf } from "./history";
import { lastHeardOf, staleness } from "./stale";
import type { Status } from "./status";
import { claim, date, evidence, graphOf, NOW, source } from "./testing/samples";
import type { Knowledge } from "./visibility";

const of = (status: Status, on: string, target: string | null = null) =>
  staleness({ status, target: target === null ? null : date(target), lastHeard: "2018-01-30", on });

test.each<[Status, string | null, string, string]>([
  ["carried", null, "2022-01-29", "2022-01-30"],
  ["paused", null, "2019-01-29", "2019-01-30"],
  ["planned", null, "2019-01-29", "2019-01-30"],
  ["planned", "2018-06/2018-08", "2019-02-26", "2019-02-27"],
  ["planned", "2018-06/..", "2019-01-29", "2019-01-30"],
])(
  "%s with target %s, last heard of on 30 Jan 2018, is fresh on %s and stale on %s",
  (status, target, fresh, stale) => {
    expect(of(status, fresh, target)).toMatchObject({ stale: false, why: null });
    expect(of(status, stale, target).stale).toBe(true);
  },
);

test.each<Status>(["withdrawn", "declined", "retail-only", "ended"])("%s never gets stale", (status) => {
  expect(of(status, "2030-01-01").stale).toBe(false);
});

test("a stale status says its age and why", () => {
  expect(of("carried", "2026-01-30")).toEqual({
    stale: true,
    ageDays: 2922,
    why: "Nothing was published about this deal since 30 Jan 2018.",
  });
  expect(of("planned", "2020-01-30", "2018-08").why).toBe(
    "Sale was to begin by 31 Aug 2018, and nothing says that it did.",
  );
  expect(of("carried", "2017-01-30").ageDays).toBe(0);
});

test("what was last heard is the latest publication that is visible, whatever its stance", () => {
  const graph = graphOf([source("a", "2018-01-30"), source("b", "2019-05")]);
  const claims = [
    claim("carried", "2018", { evidence: [evidence("a"), evidence("b", { stance: "no-comment", at: 3 })] }),
  ];
  const heard = (knowledge: Knowledge) => lastHeardOf(historyOf(claims, graph, knowledge), graph, knowledge);
  expect(heard(NOW)).toBe("2019-05-31");
  expect(heard({ known: "2019-05-30", record: null })).toBe("2018-01-30");
  expect(lastHeardOf([], graph, NOW)).toBeNull();
});
