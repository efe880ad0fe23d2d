import fc from "fast-check";
import { expect, it } from "vitest";
import type { Id } from "./claims";
import { type Day, type Instant, parseEdtf } from "./edtf";
import { settledBy } from "./settled";
import { knownOf, spansOf } from "./spans";
import { closeDay, steps } from "./testing/arbitraries";
import { minute } from "./testing/samples";
import { play, type Step, stepInstants } from "./testing/steps";
import { isRecordedBy } from "./visibility";

/** When each source's text was taken: its step's instant. */
const textsOf = (record: readonly Step[]): Map<Id, Instant> => {
  const instants = stepInstants(record);
  return new Map(record.flatMap((step, i) => (step.do === "source" ? [[step.id, instants[i] ?? ""]] : [])));
};

/** Days and instants of all sorts, and the very ones from which the deal is settled. */
const cases = steps().chain((record) => {
  const { claims, graph } = play(record);
  const settled = settledBy(graph, textsOf(record))(claims, knownOf(claims, graph));
  const own = <T>(value: T | null, or: fc.Arbitrary<T>) =>
    fc.option(value === null ? or : fc.oneof(or, fc.constant(value)));
  return fc.record({
    claims: fc.constant(claims),
    graph: fc.constant(graph),
    settled: fc.constant(settled),
    known: own<Day>(settled.settledKnown, closeDay),
    record: own<Instant>(settled.settledAt, fc.constantFrom(...stepInstants(record))),
  });
});

it("a deal reads as it does now from when on it is settled, and has nothing before its first claim", () => {
  const met = { asNow: 0, nothing: 0 };
  fc.assert(
    fc.property(cases, ({ claims, graph, settled, known, record }) => {
      const { firstKnown, settledKnown, settledAt, firstRecordedAt } = settled;
      const then = () => spansOf(claims, graph, { known, record });
      const inRecord = settledAt !== null && isRecordedBy(settledAt, record);
      if (inRecord && settledKnown !== null && (known === null || settledKnown <= known)) {
        if (known !== null || record !== null) met.asNow += 1;
        expect(then()).toEqual(spansOf(claims, graph));
      }
      const unknown = inRecord && known !== null && (firstKnown === null || known < firstKnown);
      if (firstRecordedAt === null || !isRecordedBy(firstRecordedAt, record) || unknown) {
        met.nothing += 1;
        expect(then()).toEqual([]);
      }
    }),
    { numRuns: 2_000 },
  );
  // A property that met neither would hold for any code.
  expect(met.asNow).toBeGreaterThan(100);
  expect(met.nothing).toBeGreaterThan(100);
}, 30_000);

it("a deal also rests on the sources that its evidence names, and on those that they cite", () => {
  const sameInstant = false;
  const date = (text: string) => {
    const read = parseEdtf(text);
    if (!read.ok) throw new Error(text);
    return read.value;
  };
  const source = (id: string, day: string): Step => ({
    do: "source",
    sameInstant,
    id,
    publisher: id,
    published: date(day),
  });
  const evidence = {
    id: "evidence",
    source: "relay",
    stance: "supports",
    attribution: "named",
    via: ["paper"],
  } as const;
  const record: Step[] = [
    source("agency", "2018-01-01"),
    source("paper", "2018-01-02"),
    source("relay", "2018-01-03"),
    { do: "cite", sameInstant, citing: "paper", cited: "agency" },
    {
      do: "claim",
      sameInstant,
      id: "claim",
      status: "carried",
      effective: date("2018-01"),
      target: null,
      supersedes: null,
      evidence: [evidence],
    },
    { do: "retract-source", sameInstant, source: "agency", on: date("2018-03") },
  ];
  const { claims, graph } = play(record);
  expect(settledBy(graph, textsOf(record))(claims, knownOf(claims, graph))).toEqual({
    firstKnown: "2018-01-03",
    settledKnown: "2018-03-31",
    firstRecordedAt: minute(5),
    settledAt: minute(6),
  });
});
