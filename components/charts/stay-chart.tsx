import type { Stays } from "@/domain/deals-past";
import { type Lasting, shareAfter, survivalOf } from "@/domain/survival";
import { GridLine, percent } from "./grid-lines";

const TOP = 8;
const BOTTOM = 160;
const HEIGHT = BOTTOM + 24;
const YEAR = 12;

const longest = ({ atMost }: Stays): number => Math.max(YEAR, ...atMost.map((l) => l.time));
const yOf = (share: number): number => Math.round((BOTTOM - share * (BOTTOM - TOP)) * 10) / 10;

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

/** The share of devices still on sale so long after their sale began; the band is what the dates leave open. */
export function StayChart({ stays }: { stays: Stays }) {
  const end = longest(stays);
  const x = (months: number) => percent(months / end);
  const steps = stepsOf(stays);
  const every = YEAR * Math.ceil(end / YEAR / 6);
  return (
    <svg
      width="100%"
      height={HEIGHT}
      role="img"
      className="pct"
      aria-label="The share of devices still on sale by the time since their sale began; the numbers are in the table below."
    >
      {[0, 0.5, 1].map((share) => (
        <GridLine key={share} y={yOf(share)} word={`${share * 100} %`} strong={share === 0} />
      ))}
      {steps.map(({ from, to, low, high }, i) => {
        const before = steps[i - 1];
        return (
          <g key={from}>
            {high > low && (
              <rect
                x={x(from)}
                width={percent((to - from) / end)}
                y={yOf(high)}
                height={yOf(low) - yOf(high)}
                className="band"
              />
            )}
            <line x1={x(from)} x2={x(to)} y1={yOf(low)} y2={yOf(low)} className="curve" />
            <line x1={x(from)} x2={x(to)} y1={yOf(high)} y2={yOf(high)} className="curve" />
            {before && (
              <>
                <line x1={x(from)} x2={x(from)} y1={yOf(before.low)} y2={yOf(low)} className="curve" />
                <line x1={x(from)} x2={x(from)} y1={yOf(before.high)} y2={yOf(high)} className="curve" />
              </>
            )}
          </g>
        );
      })}
      {Array.from({ length: Math.floor(end / every) + 1 }, (_, i) => i * every).map((months) => (
        <text key={months} x={x(months)} y={HEIGHT - 6} textAnchor="middle" className="ax">
          {months / YEAR} y
        </text>
      ))}
    </svg>
  );
}

const watched = (all: readonly Lasting[], time: number) =>
  all.reduce((n, l) => (l.time >= time ? n + l.n : n), 0);
const range = (low: number, high: number, word: (n: number) => string): string =>
  word(low) === word(high) ? word(low) : `${word(low)} to ${word(high)}`;
const sharePercent = (share: number): string => `${Math.round(share * 100)} %`;

/** Year by year: how many were still watched, and the share still on sale. */
export function StayTable({ stays }: { stays: Stays }) {
  const [least, most] = [survivalOf(stays.atLeast), survivalOf(stays.atMost)];
  const years = Array.from({ length: Math.floor(longest(stays) / YEAR) + 1 }, (_, i) => i);
  return (
    <div className="tw">
      <table>
        <thead>
          <tr>
            <th scope="col">After</th>
            <th scope="col" className="num">
              known to that point
            </th>
            <th scope="col" className="num">
              still on sale
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => {
            const at = year * YEAR;
            const known = [watched(stays.atLeast, at), watched(stays.atMost, at)] as const;
            const shares = [shareAfter(least, at), shareAfter(most, at)];
            return (
              <tr key={year}>
                <th scope="row">
                  {year} {year === 1 ? "year" : "years"}
                </th>
                <td className="num">{range(Math.min(...known), Math.max(...known), String)}</td>
                <td className="num">{range(Math.min(...shares), Math.max(...shares), sharePercent)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
