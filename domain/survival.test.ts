import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atRiskAt, followedOf, type Lasting, medianOf, shareAfter, survivalOf } from "./survival";

const lastings = fc.array(
  fc.record({ time: fc.nat(60), ended: fc.boolean(), n: fc.integer({ min: 1, max: 5 }) }),
  { maxLength: 30 },
);
const count = (all: readonly Lasting[], of: (l: Lasting) => boolean) =>
  all.filter(of).reduce((n, l) => n + l.n, 0);

describe("survivalOf", () => {
  it("is the estimate of a worked example", () => {
    // Six were watched: ends at 2, 5, 5; lost sight of at 3, 8, 8.
    const steps = survivalOf([
      { time: 2, ended: true, n: 1 },
      { time: 3, ended: false, n: 1 },
      { time: 5, ended: true, n: 2 },
      { time: 8, ended: false, n: 2 },
    ]);
    expect(steps.map((s) => [s.time, s.atRisk, s.ended])).toEqual([
      [2, 6, 1],
      [5, 4, 2],
    ]);
    expect(steps[0]?.share).toBeCloseTo(5 / 6);
    expect(steps[1]?.share).toBeCloseTo((5 / 6) * (2 / 4));
    expect(medianOf(steps)).toBe(5);
    expect(shareAfter(steps, 4)).toBeCloseTo(5 / 6);
    expect(shareAfter(steps, 1)).toBe(1);
  });

  it("is the plain share when everything has ended", () => {
    fc.assert(
      fc.property(lastings, (all) => {
        const done = all.map((l) => ({ ...l, ended: true }));
        for (const { time, share } of survivalOf(done))
          expect(share).toBeCloseTo(count(done, (l) => l.time > time) / count(done, () => true));
      }),
    );
  });

  it("only falls, stays within 0 and 1, and counts every end once", () => {
    fc.assert(
      fc.property(lastings, (all) => {
        const steps = survivalOf(all);
        expect(steps.reduce((n, s) => n + s.ended, 0)).toBe(count(all, (l) => l.ended));
        let before = 1;
        for (const { share } of steps) {
          expect(share).toBeLessThanOrEqual(before);
          expect(share).toBeGreaterThanOrEqual(0);
          before = share;
        }
      }),
    );
  });

  it("does not hang on how equal ones are grouped, nor on their order", () => {
    fc.assert(
      fc.property(lastings, (all) => {
        const single = all.flatMap((l) => Array.from({ length: l.n }, () => ({ ...l, n: 1 })));
        expect(survivalOf([...single].reverse())).toEqual(survivalOf(all));
      }),
    );
  });

  it("never ends sooner when something is watched for longer", () => {
    fc.assert(
      fc.property(lastings, fc.nat(60), (all, time) => {
        const more = [...all, { time: 61, ended: false, n: 1 }];
        expect(shareAfter(survivalOf(more), time)).toBeGreaterThanOrEqual(
          shareAfter(survivalOf(all), time) - 1e-12,
        );
      }),
    );
  });

  it("is at each step the product of its definition", () => {
    fc.assert(
      fc.property(lastings, (all) => {
        for (const step of survivalOf(all)) {
          const times = [...new Set(all.filter((l) => l.ended && l.time <= step.time).map((l) => l.time))];
          const product = times.reduce((share, at) => {
            const ended = count(all, (l) => l.ended && l.time === at);
            return share * (1 - ended / count(all, (l) => l.time >= at));
          }, 1);
          expect(step.share).toBeCloseTo(product, 10);
          expect(step.atRisk).toBe(atRiskAt(all, step.time));
        }
      }),
    );
  });

  it("is never higher for shorter times, where no end is missing", () => {
    const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(spans, fc.nat(90), (all, time) => {
        const lastingBeyond = (pick: (short: number, more: number) => number) =>
          shareAfter(
            survivalOf(all.map(([short, more]) => ({ time: pick(short, more), ended: true, n: 1 }))),
            time,
          );
        expect(lastingBeyond((short) => short)).toBeLessThanOrEqual(
          lastingBeyond((short, more) => short + more) + 1e-12,
        );
      }),
    );
  });
});

describe("followedOf", () => {
  it("says of lastings what is worked out from them anew, whatever was asked before", () => {
    fc.assert(
      fc.property(lastings, fc.array(fc.nat(70)), (all, times) => {
        const { steps, last, atRisk } = followedOf(all);
        expect(steps).toEqual(survivalOf(all));
        expect(last).toBe(Math.max(0, ...all.map(({ time }) => time)));
        for (const time of [...times, ...times]) expect(atRisk(time)).toBe(atRiskAt(all, time));
      }),
    );
  });
});
