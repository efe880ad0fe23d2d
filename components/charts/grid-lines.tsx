import { scaleLinear } from "d3-scale";

/**
 * Charts whose x is in percent: they fit any width without script, and their type keeps its size. Labels stand outside of
 * the plot, where the class `pct` leaves room for them.
 */

export const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/** A scale from counts to pixels, 0 at the bottom, with at most four whole ticks. */
export function countScale(most: number, top: number, bottom: number) {
  const y = scaleLinear([0, Math.max(1, most)], [bottom, top]).nice(4);
  return { y, ticks: y.ticks(4).filter(Number.isInteger) };
}

/** A hairline across the plot with its number at the left. */
export function GridLine({ y, word, strong = false }: { y: number; word: string; strong?: boolean }) {
  return (
    <>
      <line x1="0" x2="100%" y1={y} y2={y} className={strong ? "gy" : "gm"} />
      <text x="-8" y={y + 4} textAnchor="end" className="ax">
        {word}
      </text>
    </>
  );
}

/** At most six of some labels, evenly spread, the first always among them. */
export const everyNth = <T,>(items: readonly T[], most = 6): T[] => {
  const step = Math.ceil(items.length / most);
  return items.filter((_, i) => i % step === 0);
};
