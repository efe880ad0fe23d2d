import type { Stays } from "@/domain/deals-past";
import { atRiskAt, shareAfter, survivalOf } from "@/domain/survival";
import { type Chart, round } from "./chart";

const LEFT = 44;
const TOP = 20;
const BOTTOM = 170;
const YEAR = 12;

/**
 * Months up to which it is told: as long as a sale surely lasted. One whose beginning nobody dates may have lasted since any
 * time before, and would stretch the axis over decades.
 */
const longest = ({ atLeast }: Stays): number => Math.max(YEAR, ...atLeast.map((l) => l.time));

type Open = (more: Readonly<Record<string, string>>) => string;

/**
 * The share of devices still on sale so long after their sale began; the band is what inexact dates leave open. `open`: the
 * address of the spells that are counted, given the filters that it adds.
 */
export function stayChart(stays: Stays, open: Open, widths: Chart["widths"]): Chart {
  const [least, most] = [survivalOf(stays.atLeast), survivalOf(stays.atMost)];
  const years = Array.from({ length: Math.floor(longest(stays) / YEAR) + 1 }, (_, i) => i);
  const ordered = (a: number, b: number) => [Math.min(a, b), Math.max(a, b)];
  const rows =
    least.length + most.length === 0
      ? []
      : years.map((year) => [
          year,
          atRiskAt(stays.atLeast, year * YEAR),
          atRiskAt(stays.atMost, year * YEAR),
          ...ordered(shareAfter(least, year * YEAR), shareAfter(most, year * YEAR)).map((s) =>
            round(100 * s),
          ),
        ]);
  return {
    id: "stay",
    title: "How long devices stay",
    note: "Share still on sale by the time since their sale began, as far as one surely lasted (Kaplan–Meier). Sales without a known end count as far as the last news of them; the band is what inexact dates leave open.",
    none: "No end of sale is on record up to this day, so how long sales last is not known.",
    table: {
      columns: [
        "years",
        "watched_at_least",
        "watched_at_most",
        "on_sale_percent_least",
        "on_sale_percent_most",
      ],
      rows,
    },
    href: (row, column) => {
      const [year = 0, ...counts] = rows[row] ?? [];
      const bound = column === 1 ? "lasted" : column === 2 ? "maylast" : null;
      if (bound === null || !counts[column - 1]) return null;
      return open(year === 0 ? {} : { [bound]: String(year * YEAR) });
    },
    widths,
    draw: (width) => ({ height: BOTTOM + 22, content: <Band stays={stays} width={width} /> }),
  };
}

/** Months at which one of the curves steps, and the level of each until the next. */
function stepsOf(stays: Stays) {
  const [least, most] = [survivalOf(stays.atLeast), survivalOf(stays.atMost)];
  const end = longest(stays);
  const at = [...new Set([0, ...least.map((s) => s.time), ...most.map((s) => s.time), end])]
    .filter((t) => t <= end)
    .sort((a, b) => a - b);
  return at.map((from, i) => {
    const shares = [shareAfter(least, from), shareAfter(most, from)];
    return { from, to: at[i + 1] ?? end, low: Math.min(...shares), high: Math.max(...shares) };
  });
}

function Band({ stays, width }: { stays: Stays; width: number }) {
  const end = longest(stays);
  const x = (months: number) => round(LEFT + ((width - LEFT - 12) * months) / end);
  const y = (share: number) => round(BOTTOM - share * (BOTTOM - TOP));
  const steps = stepsOf(stays);
  const edge = (level: "low" | "high") =>
    steps
      .map(({ from, to, [level]: share }, i) => `${i === 0 ? `M${x(from)} ` : "V"}${y(share)}H${x(to)}`)
      .join("");
  const every = YEAR * Math.ceil(end / YEAR / (width > 500 ? 10 : 6));
  return (
    <>
      <text x="0" y="8" fill="var(--ink-3)">
        share still on sale, by years
      </text>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line
            x1={LEFT}
            x2={width - 12}
            y1={y(share)}
            y2={y(share)}
            stroke={share === 0 ? "var(--edge)" : "var(--rule)"}
          />
          <text x={LEFT - 6} y={y(share) + 4} textAnchor="end" fill="var(--ink-3)">
            {share * 100}%
          </text>
        </g>
      ))}
      {steps
        .filter(({ low, high }) => high > low)
        .map(({ from, to, low, high }) => (
          <rect
            key={from}
            x={x(from)}
            width={round(x(to) - x(from))}
            y={y(high)}
            height={round(y(low) - y(high))}
            fill="var(--rule)"
          />
        ))}
      {(["low", "high"] as const).map((level) => (
        <path key={level} d={edge(level)} fill="none" stroke="var(--ink)" strokeWidth="1.5" />
      ))}
      {Array.from({ length: Math.floor(end / every) + 1 }, (_, i) => i * every).map((months) => (
        <text key={months} x={x(months)} y={BOTTOM + 16} textAnchor="middle" fill="var(--ink-3)">
          {months / YEAR} y
        </text>
      ))}
    </>
  );
}
