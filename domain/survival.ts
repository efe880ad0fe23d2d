/** How long things last, when not all of them have ended yet: the Kaplan–Meier estimate. */

/** `n` things that lasted `time`: till their end, or (`ended` false) as far as is known. */
export type Lasting = { readonly time: number; readonly ended: boolean; readonly n: number };

export type SurvivalStep = {
  readonly time: number;
  /** How many had lasted that long and were still watched. */
  readonly atRisk: number;
  readonly ended: number;
  /** The share that lasts longer than `time`. */
  readonly share: number;
};

/**
 * The product-limit estimate: a step for each time at which something ended, in order. What is lost sight of at a time
 * counts as watched up to and including it.
 */
export function survivalOf(lastings: readonly Lasting[]): SurvivalStep[] {
  // In one pass over the days: a large record has ten thousands of plans and thousands of days.
  const days = new Map<number, { n: number; ended: number }>();
  for (const { time, ended, n } of lastings) {
    const day = days.get(time) ?? { n: 0, ended: 0 };
    days.set(time, { n: day.n + n, ended: day.ended + (ended ? n : 0) });
  }
  let atRisk = lastings.reduce((all, { n }) => all + n, 0);
  let share = 1;
  const steps: SurvivalStep[] = [];
  for (const [time, { n, ended }] of [...days].sort(([a], [b]) => a - b)) {
    if (ended > 0) {
      share *= 1 - ended / atRisk;
      steps.push({ time, atRisk, ended, share });
    }
    atRisk -= n;
  }
  return steps;
}

/** The time after which half is over; null: more than half last as far as is known. */
export const medianOf = (steps: readonly SurvivalStep[]): number | null =>
  steps.find(({ share }) => share <= 0.5)?.time ?? null;

/** The share that lasts longer than a time. */
export const shareAfter = (steps: readonly SurvivalStep[], time: number): number =>
  steps.findLast((step) => step.time <= time)?.share ?? 1;

/** How many had lasted that long and were still watched. */
export const atRiskAt = (lastings: readonly Lasting[], time: number): number =>
  lastings.reduce((n, l) => (l.time >= time ? n + l.n : n), 0);

/** What a chart asks of lastings, worked out once however often it is drawn: there are thousands of days. */
export type Followed = {
  readonly steps: readonly SurvivalStep[];
  /** The longest time that any lasted; 0: there is none. */
  readonly last: number;
  /** As `atRiskAt`. */
  readonly atRisk: (time: number) => number;
};

export function followedOf(lastings: readonly Lasting[]): Followed {
  const counted = new Map<number, number>();
  return {
    steps: survivalOf(lastings),
    last: lastings.reduce((most, { time }) => Math.max(most, time), 0),
    atRisk: (time) => {
      const n = counted.get(time) ?? atRiskAt(lastings, time);
      counted.set(time, n);
      return n;
    },
  };
}
