import { dayWords } from "@/domain/date-words";
import type { ReachPoint } from "@/domain/deals-past";
import { type Day, daysBetween } from "@/domain/edtf";
import { countScale, everyNth, GridLine, percent } from "./grid-lines";
import { NumberLink } from "./number-link";

const TOP = 8;
const BOTTOM = 180;
const HEIGHT = BOTTOM + 24;
const LINES = ["carriers", "countries"] as const;

/** Carriers and countries with a device on sale over time, on the first day of each quarter in which that moved. */
export function ReachChart({ points, on }: { points: readonly ReachPoint[]; on: Day }) {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  // The axis stops soon after the last event: years of nothing would squeeze the story.
  const span = Math.max(365, daysBetween(first.day, last.day) + 180);
  const end = Math.min(span, Math.max(1, daysBetween(first.day, on)));
  const x = (day: Day) => percent(Math.min(1, daysBetween(first.day, day) / end));
  const { y, ticks } = countScale(Math.max(...points.map((p) => p.carriers)), TOP, BOTTOM);
  const [from, to] = [Number(first.day.slice(0, 4)), Number(last.day.slice(0, 4))];
  const years = Array.from({ length: to - from + 1 }, (_, i) => `${from + i}-01-01`).filter(
    (day) => day >= first.day,
  );
  return (
    <svg
      width="100%"
      height={HEIGHT}
      role="img"
      className="pct ends"
      aria-label={`Carriers and countries with a device on sale from ${dayWords(first.day)} to ${dayWords(last.day)}; the numbers are in the table below.`}
    >
      {ticks.map((n) => (
        <GridLine key={n} y={y(n)} word={String(n)} strong={n === 0} />
      ))}
      {LINES.map((what) => (
        <g key={what} className={`curve-${what}`}>
          {points.map((point, i) => {
            const before = points[i - 1];
            const next = points[i + 1];
            const level = y(point[what]);
            return (
              <g key={point.day}>
                {before && (
                  <line
                    x1={x(point.day)}
                    x2={x(point.day)}
                    y1={y(before[what])}
                    y2={level}
                    className="curve"
                  />
                )}
                <line
                  x1={x(point.day)}
                  x2={next ? x(next.day) : "100%"}
                  y1={level}
                  y2={level}
                  className="curve"
                />
              </g>
            );
          })}
          <text x="100%" dx="6" y={endLabel(what, last, y)} className="ax end">
            {last[what]} {last[what] === 1 ? ONE[what] : what}
          </text>
        </g>
      ))}
      {everyNth(years).map((day) => (
        <text key={day} x={x(day)} y={HEIGHT - 6} textAnchor="middle" className="ax">
          {day.slice(0, 4)}
        </text>
      ))}
    </svg>
  );
}

const ONE = { carriers: "carrier", countries: "country" } as const;

/** Labels at the end of both lines, kept apart when the lines meet. */
function endLabel(what: (typeof LINES)[number], last: ReachPoint, y: (n: number) => number): number {
  const near = Math.abs(y(last.carriers) - y(last.countries)) < 16;
  const shift = near ? (what === "carriers" ? -4 : 12) : 4;
  return y(last[what]) + shift;
}

type TableProps = { points: readonly ReachPoint[]; open: (day: Day) => string };

/** The same as numbers, the latest first; each opens the carriers of that day. */
export function ReachTable({ points, open }: TableProps) {
  return (
    <div className="tw">
      <table>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col" className="num">
              carriers
            </th>
            <th scope="col" className="num">
              in countries
            </th>
          </tr>
        </thead>
        <tbody>
          {[...points].reverse().map(({ day, carriers, countries }) => (
            <tr key={day}>
              <th scope="row">{dayWords(day)}</th>
              <td className="num">
                <NumberLink n={carriers} href={open(day)} />
              </td>
              <td className="num">
                <NumberLink n={countries} href={open(day)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
