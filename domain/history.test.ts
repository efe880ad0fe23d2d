import fc from "fast-check";
import { expect, test } from "vitest";
import type { StatusClaim } from "./claims";
import { addDays } from "./edtf";
import { historyOf, publishedOn, statusOn, visibleChain, visibleClaims } from "./history";
import { closeDay, questions, steps } from "./testing/arbitraries";
import { claim, evidence, graphOf, minute, NOW, retraction, source } from "./testing/samples";
import { play, stepInstants } from "./testing/steps";
import type { Knowledge } from "./visibility";

const graph = graphOf([source("dec", "2017-12-05"), source("jan", "2018-01-30"), source("feb", "2018-02")]);
const saying = (from: string, at = 0) => ({ evidence: [evidence(from, { at })] });
const plan = claim("planned", "2017-12", { id: "plan", target: "2018-06/2018-08", ...saying("dec") });
const drop = claim("withdrawn", "2018-01-30", { id: "drop", ...saying("jan") });

const answer = (claims: readonly StatusClaim[], on: string, knowledge: Knowledge = NOW) => {
  const found = statusOn(historyOf(claims, graph, knowledge), on);
  return found && `${found.status}${found.certain ? "" : "?"}`;
};

test("a status lasts until the next one begins, and is uncertain between its earliest and latest day", () => {
  const claims = [plan, drop];
  expect(answer(claims, "2017-11-30")).toBeNull();
  expect(answer(claims, "2017-12-01")).toBe("planned?");
  expect(answer(claims, "2017-12-31")).toBe("planned");
  expect(answer(claims, "2018-01-29")).toBe("planned");
  expect(answer(claims, "2018-01-30")).toBe("withdrawn");
  expect(answer(claims, "2030-01-01")).toBe("withdrawn");
});

test("a claim is known from the day on which its support was published", () => {
  const known = (day: string) => ({ known: day, record: null });
  expect(answer([plan, drop], "2018-01-20", known("2018-01-20"))).toBe("planned");
  expect(answer([plan, drop], "2018-02-01", known("2018-01-29"))).toBe("planned");
  expect(answer([plan, drop], "2018-02-01", known("2018-02-01"))).toBe("withdrawn");
});

test("an imprecise publication counts by its latest day, the earliest support counts", () => {
  const late = claim("carried", "2018-02", { evidence: [evidence("feb")] });
  expect(publishedOn(late, graph, null)).toBe("2018-02-28");
  const both = claim("carried", "2018-02", {
    evidence: [evidence("feb"), evidence("dec", { stance: "disputes" })],
  });
  expect(publishedOn(both, graph, null)).toBe("2018-02-28");
  const early = claim("carried", "2018-02", { evidence: [evidence("feb"), evidence("jan")] });
  expect(publishedOn(early, graph, null)).toBe("2018-01-30");
});

test("retracted support no longer dates a claim, unless there is no other", () => {
  const gone = { ...evidence("dec"), retraction: retraction(5) };
  const left = claim("carried", "2018-02", { evidence: [gone, evidence("jan")] });
  expect(publishedOn(left, graph, minute(4))).toBe("2017-12-05");
  expect(publishedOn(left, graph, minute(5))).toBe("2018-01-30");
  const none = claim("carried", "2018-02", { evidence: [gone] });
  expect(publishedOn(none, graph, null)).toBe("2017-12-05");
  expect(historyOf([none], graph, NOW)[0]?.certainty.certainty).toBe("unsupported");
});

test("the days before an open start belong to the claim before it and are uncertain", () => {
  const by = claim("withdrawn", "../2018-01-30", saying("jan"));
  const claims = [claim("carried", "2017-12-01", saying("dec")), by];
  expect(answer(claims, "2017-12-01")).toBe("carried?");
  expect(answer(claims, "2018-01-29")).toBe("carried?");
  expect(answer(claims, "2018-01-30")).toBe("withdrawn");
  expect(historyOf(claims, graph, NOW)[1]?.mayBeginFrom).toBe("2017-12-01");
  // With nothing before it, nothing is known of those days.
  expect(answer([by], "2018-01-29")).toBeNull();
  expect(historyOf([by], graph, NOW)[0]?.mayBeginFrom).toBeNull();
});

test("an open end is never certain", () => {
  expect(answer([claim("carried", "2018-01-08/..", saying("jan"))], "2030-01-01")).toBe("carried?");
});

test("a correction on later reports takes over when they are published; one of our own slip at once", () => {
  const later = claim("withdrawn", "2018-01-08", { at: 1, supersedes: "drop", ...saying("feb", 1) });
  const day = (known: string) => answer([plan, drop, later], "2018-01-10", { known, record: null });
  expect(day("2018-02-01")).toBe("planned");
  expect(day("2018-02-28")).toBe("withdrawn");
  const slip = claim("withdrawn", "2018-01-08", { at: 1, supersedes: "drop", ...saying("jan", 1) });
  expect(answer([plan, drop, slip], "2018-01-10", { known: "2018-01-30", record: null })).toBe("withdrawn");
  expect(answer([plan, drop, slip], "2018-01-10", { known: null, record: minute(0) })).toBe("planned");
});

test("of a chain only the newest version that is out shows, whatever lies between", () => {
  const first = claim("withdrawn", "2018-01-30", { id: "a", ...saying("dec") });
  const second = claim("paused", "2018-01-30", { id: "b", at: 1, supersedes: "a", ...saying("feb", 1) });
  const third = claim("ended", "2018-01-30", { id: "c", at: 2, supersedes: "b", ...saying("jan", 2) });
  const visible = (known: string) =>
    visibleClaims([first, second, third], graph, { known, record: null }).map((c) => c.id);
  expect(visible("2018-01-01")).toEqual(["a"]);
  expect(visible("2018-01-31")).toEqual(["c"]);
  expect(visible("2018-03-01")).toEqual(["c"]);
});

test("a retraction leaves nothing and does not bring back what it had replaced", () => {
  const wrong = claim("withdrawn", "2018-01-08", {
    id: "w",
    at: 1,
    supersedes: "drop",
    retracted: 2,
    ...saying("jan", 1),
  });
  expect(answer([plan, drop, wrong], "2018-02-01", { known: null, record: minute(1) })).toBe("withdrawn");
  expect(answer([plan, drop, wrong], "2018-02-01")).toBe("planned");
});

test("support recorded later does not date a claim before it was recorded", () => {
  const gone = { ...evidence("jan"), retraction: retraction(5) };
  const late = claim("carried", "2018-02", { evidence: [gone, evidence("dec", { at: 9 })] });
  expect(publishedOn(late, graph, minute(8))).toBe("2018-01-30");
  expect(publishedOn(late, graph, minute(9))).toBe("2017-12-05");
});

test("the record's instant may be written with fewer digits", () => {
  const later = claim("carried", "2018-02", { at: 1.01, ...saying("feb", 1.01) });
  const at = (record: string) => answer([drop, later], "2018-03-01", { known: null, record });
  expect(at("2026-01-01T00:01:00.6Z")).toBe("carried");
  expect(at("2026-01-01T00:01:00Z")).toBe("withdrawn");
  expect(at("2026-01-01T00:02Z")).toBe("carried");
});

test("a claim with a publication of its own is visible from its recording on", () => {
  const visible = (record: string) =>
    visibleChain([{ ...plan, recorded: { at: minute(3) } }], { known: null, record }, () => "2018-01-01");
  expect(visible(minute(2))).toEqual([]);
  expect(visible(minute(3))).toHaveLength(1);
});

test("claims that begin together go by latest day, publication, recording, place in the record", () => {
  const list = [
    claim("carried", "2018-01-01/2018-01-02", { id: "latest", ...saying("dec") }),
    claim("carried", "2018-01-01", { id: "published", ...saying("jan") }),
    claim("carried", "2018-01-01", { id: "recorded", at: 1, ...saying("dec", 1) }),
    claim("carried", "2018-01-01", { id: "first", ...saying("dec") }),
    claim("carried", "2018-01-01", { id: "second", ...saying("dec") }),
  ];
  const ids = historyOf([...list].reverse(), graph, NOW).map((entry) => entry.claim.id);
  expect(ids).toEqual(["first", "second", "recorded", "published", "latest"]);
});

test("folding is independent of the input's order", () => {
  const shuffled = steps().chain((record) => {
    const { claims, graph } = play(record);
    const mixed = fc.shuffledSubarray(claims, { minLength: claims.length });
    return fc.record({ claims: fc.constant(claims), mixed, graph: fc.constant(graph), q: questions(record) });
  });
  fc.assert(
    fc.property(shuffled, ({ claims, mixed, graph, q }) => {
      expect(historyOf(mixed, graph, q)).toEqual(historyOf(claims, graph, q));
    }),
    { numRuns: 300 },
  );
});

test("what comes later never changes what the record said before it (D6)", () => {
  const cut = steps(40).chain((record) =>
    fc.record({ record: fc.constant(record), at: fc.nat({ max: record.length }), q: questions(record) }),
  );
  fc.assert(
    fc.property(cut, ({ record, at, q }) => {
      // Steps of one instant come together, so the cut is moved to a border between instants.
      const instants = stepInstants(record);
      const end = instants.findIndex((instant, i) => i >= at && instant !== instants[i - 1]);
      const before = play(record.slice(0, end < 0 ? record.length : end));
      const after = play(record);
      const last = instants[(end < 0 ? record.length : end) - 1] ?? minute(0);
      const view = { known: q.known, record: q.record !== null && q.record < last ? q.record : last };
      const told = ({ claims, graph }: ReturnType<typeof play>) =>
        historyOf(claims, graph, view).map(({ claim, certainty, ...rest }) => ({
          ...rest,
          claim: claim.id,
          status: claim.status,
          certainty: certainty.certainty,
          disputed: certainty.disputed,
          why: certainty.why,
        }));
      expect(told(after)).toEqual(told(before));
    }),
    { numRuns: 500 },
  );
});

test("the three runs of an entry say the same as the status on each of its days", () => {
  const asked = steps().chain((record) => fc.tuple(fc.constant(record), questions(record), closeDay));
  fc.assert(
    fc.property(asked, ([record, q, day]) => {
      const { claims, graph } = play(record);
      const history = historyOf(claims, graph, q);
      for (const { begins, ends, certainFrom, certainUntil, claim, next } of history) {
        const order = [begins, certainFrom, certainUntil ?? "9", ends ?? "9"];
        expect([...order].sort()).toEqual(order);
        expect(ends === null).toBe(next === null);
        if (day < begins || (ends !== null && day >= ends)) continue;
        const certain = day >= certainFrom && (certainUntil === null || day < certainUntil);
        expect(statusOn(history, day)).toMatchObject({ claim: { id: claim.id }, certain });
      }
    }),
    { numRuns: 300 },
  );
});

test("an entry follows the one before it without gap or overlap", () => {
  fc.assert(
    fc.property(steps(), (record) => {
      const { claims, graph } = play(record);
      const history = historyOf(claims, graph, NOW);
      for (const [i, entry] of history.entries()) {
        expect(entry.ends).toBe(history[i + 1]?.begins ?? null);
        expect(entry.previous).toBe(history[i - 1]?.claim.id ?? null);
        const dayBefore = addDays(entry.begins, -1);
        expect(statusOn(history, dayBefore)?.claim.id).not.toBe(entry.claim.id);
      }
    }),
  );
});
