import { scaleLinear } from "d3-scale";

export const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/** At most four whole numbers above 0 and up to `most` at which an axis of counts has its lines. */
export const countTicks = (most: number): number[] =>
  scaleLinear([0, Math.max(1, most)], [0, 1])
    .ticks(4)
    .filter((n) => n > 0 && n <= most && Number.isInteger(n));

/** At most so many of some labels, evenly spread, the first always among them. */
export const everyNth = <T>(items: readonly T[], most: number): T[] => {
  const step = Math.ceil(items.length / Math.max(1, most));
  return items.filter((_, i) => i % step === 0);
};
