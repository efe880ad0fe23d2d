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
  const ends = [...new Set(lastings.filter((l) => l.ended && l.n > 0).map((l) => l.time))].sort(
    (a, b) => a - b,
  );
  let share = 1;
  return ends.map((time) => {
    const atRisk = atRiskAt(lastings, time);
    const ended = atRiskAt(
      lastings.filter((l) => l.ended && l.time === time),
      time,
    );
    share *= 1 - ended / atRisk;
    return { time, atRisk, ended, share };
  });
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
