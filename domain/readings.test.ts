import fc from "fast-check";
import { expect, it } from "vitest";
import type { Id } from "./claims";
import { type Day, type Instant, parseEdtf } from "./edtf";
import type { SourceText } from "./moments";
import { type Readings, readingsOf } from "./readings";
import { type DealSpan, spansOf } from "./spans";
import { closeDay, closeEdtf, steps } from "./testing/arbitraries";
import { minute } from "./testing/samples";
import { play, type Step, stepInstants } from "./testing/steps";
import { isRecordedBy } from "./visibility";

/** The texts of each source, with the instants of the steps that wrote them. */
function textsOf(record: readonly Step[]): Map<Id, SourceText[]> {
  const instants = stepInstants(record);
  const texts = new Map<Id, SourceText[]>();
  for (const [i, step] of record.entries()) {
    if (step.do !== "source") continue;
    const { id, publisher, published } = step;
    texts.set(id, [...(texts.get(id) ?? []), { at: instants[i] ?? "", publisher, published }]);
  }
  return texts;
}

const readings = (record: readonly Step[]): Readings => {
  const { claims, graph } = play(record);
  return readingsOf(claims, graph, textsOf(record));
};

type Row = DealSpan & { readonly [more: string]: unknown };

const bare = ({ broken, knownFrom, recordedFrom, from, until, ...span }: Row) => span as DealSpan;
const inOrder = (rows: readonly Row[]) => rows.map(bare).sort((a, b) => a.place - b.place);

/** What a view reads from the stored rows, by either of its times. */
const knownBy = ({ spans, byKnown }: Readings, day: Day) =>
  inOrder([
    ...spans.filter(({ knownFrom }) => knownFrom <= day),
    ...byKnown.filter(({ from, until }) => from <= day && day < until),
  ]);
const recordedBy = ({ spans, byRecord }: Readings, at: Instant) =>
  inOrder([
    ...spans.filter(({ recordedFrom }) => isRecordedBy(recordedFrom, at)),
    ...byRecord.filter(({ from, until }) => isRecordedBy(from, at) && !isRecordedBy(until, at)),
  ]);

/** Records whose sources are given another text now and then. */
const edited = steps().chain((record) =>
  fc
    .array(
      fc.record({ after: fc.nat(), source: fc.nat(), publisher: fc.nat({ max: 4 }), published: closeEdtf }),
      {
        maxLength: 3,
      },
    )
    .map((edits) => {
      const all = [...record];
      for (const { after, source, publisher, published } of edits) {
        const place = after % (all.length + 1);
        const known = all.slice(0, place).flatMap((step) => (step.do === "source" ? [step.id] : []));
        const id = known[source % Math.max(1, known.length)];
        if (id)
          all.splice(place, 0, {
            do: "source",
            sameInstant: false,
            id,
            publisher: `Paper ${publisher}`,
            published,
          });
      }
      return all;
    }),
);

it("what is kept by days of publication reads as the fold by that day", () => {
  const met = { past: 0 };
  fc.assert(
    fc.property(edited, fc.array(closeDay, { maxLength: 5 }), (record, days) => {
      const { claims, graph } = play(record);
      const all = readings(record);
      met.past += all.byKnown.length;
      const own = all.byKnown.flatMap(({ from, until }) => [from, until]);
      for (const known of [...days, ...own])
        expect(knownBy(all, known)).toEqual(spansOf(claims, graph, { known, record: null }));
    }),
    { numRuns: 1_500 },
  );
  expect(met.past).toBeGreaterThan(1_000);
}, 60_000);

it("what is kept by instants of the record reads as the record did then", () => {
  const met = { past: 0 };
  fc.assert(
    fc.property(edited, (record) => {
      const all = readings(record);
      met.past += all.byRecord.length;
      const instants = stepInstants(record);
      for (const at of [minute(0), ...instants]) {
        const then = play(record.filter((_, i) => isRecordedBy(instants[i] ?? "", at)));
        expect(recordedBy(all, at)).toEqual(spansOf(then.claims, then.graph));
      }
    }),
    { numRuns: 1_500 },
  );
  expect(met.past).toBeGreaterThan(1_000);
}, 60_000);

it("a row stays one for as long as it reads the same", () => {
  fc.assert(
    fc.property(edited, (record) => {
      const { spans, byKnown, byRecord } = readings(record);
      for (const [past, now] of [
        [byKnown, spans.map((span) => ({ ...span, from: span.knownFrom }))],
        [byRecord, spans.map((span) => ({ ...span, from: span.recordedFrom }))],
      ] as const)
        for (const row of past) {
          expect(row.from < row.until).toBe(true);
          const next = [...past, ...now].find((o) => o.claim === row.claim && o.from === row.until);
          if (next) expect(bare(next as Row)).not.toEqual(bare(row as Row));
        }
    }),
    { numRuns: 500 },
  );
});

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
  const all = readings([
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
  ]);
  expect(all).toMatchObject({
    spans: [{ certainty: "unsupported", knownFrom: "2018-03-31", recordedFrom: minute(6) }],
    byKnown: [{ certainty: "reported", from: "2018-01-03", until: "2018-03-31" }],
    byRecord: [{ certainty: "reported", from: minute(5), until: minute(6) }],
    firstRecordedAt: minute(5),
    settledAt: minute(6),
  });
});
