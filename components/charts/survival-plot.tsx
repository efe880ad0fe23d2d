import { scaleLinear } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import type { Followed } from "@/domain/survival";
import { roomFor, round } from "./chart";
import { Linked } from "./linked";

type Props = {
  shortest: Followed;
  longest: Followed;
  width: number;
  height: number;
  /** Where the number of plans at risk leads, by the curve that counts it. */
  hrefOf: ((curve: "shortest" | "longest", days: number) => string) | null;
};

const LEFT = 64;
const TOP = 22;
const RIGHT = 24;
const RISK = 58;
const YEAR = 365;

/** Days at which the numbers at risk stand, out of those within the range. */
export const marksUpTo = (days: number): number[] =>
  [0, 90, 180, YEAR, 2 * YEAR, 3 * YEAR, 4 * YEAR, 6 * YEAR, 8 * YEAR, 12 * YEAR].filter((d) => d <= days);

/** The day on which the drawing ends: where all is decided, but not later than four years, unless most is open then. */
export function horizonOf({ steps, last: longest }: Followed): number {
  const last = Math.max(1, longest);
  const decided = steps.at(-1)?.time ?? last;
  return Math.max(90, Math.min(last, Math.max(decided, 180), 4 * YEAR));
}

/**
 * The share of plans still open by days since they became known: two curves, every uncertain date read as early and as late
 * as it can have been, and below them the numbers at risk.
 */
export function SurvivalPlot({ shortest, longest, width, height, hrefOf }: Props) {
  const end = horizonOf(longest);
  const said = (n: number) => n.toLocaleString("en-GB");
  const room = Math.max(roomFor(said(shortest.atRisk(0))), roomFor(said(longest.atRisk(0))));
  // The first numbers at risk stand beside the words before them.
  const left = Math.max(LEFT, 50 + room / 2);
  const x = scaleLinear([0, end], [left, width - RIGHT]);
  const y = scaleLinear([0, 1], [height - RISK, TOP]);
  const path = line<{ time: number; share: number }>()
    .x((s) => round(x(s.time)))
    .y((s) => round(y(s.share)))
    .curve(curveStepAfter);
  // From everything open to the last day on which something is still followed.
  const stepsOf = ({ steps, last }: Followed) => {
    const stop = Math.min(end, last);
    const inside = steps.filter(({ time }) => time <= stop);
    return [{ time: 0, share: 1 }, ...inside, { time: stop, share: inside.at(-1)?.share ?? 1 }];
  };
  const curves = [
    { key: "shortest", followed: shortest, steps: stepsOf(shortest) },
    { key: "longest", followed: longest, steps: stepsOf(longest) },
  ] as const;
  const marks = spaced(marksUpTo(end), (d) => x(d), Math.max(34, room + 6));
  const words = (d: number) => (d > 0 && d % YEAR === 0 ? `${d / YEAR} y` : `${d} d`);
  return (
    <>
      <text x="0" y="8" fill="var(--ink-3)">
        share still open
      </text>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line
            x1={round(left)}
            x2={width - RIGHT}
            y1={round(y(share))}
            y2={round(y(share))}
            stroke="var(--rule)"
          />
          <text x={round(left - 6)} y={round(y(share)) + 4} textAnchor="end" fill="var(--ink-3)">
            {100 * share}%
          </text>
        </g>
      ))}
      {curves.map(({ key, steps: own }) => (
        <path
          key={key}
          d={path(own) ?? ""}
          fill="none"
          stroke="var(--st-planned)"
          strokeWidth="2"
          strokeDasharray={key === "longest" ? "5 3" : undefined}
        />
      ))}
      {marks.map((d) => (
        <g key={d}>
          <line x1={round(x(d))} x2={round(x(d))} y1={y(0)} y2={y(0) + 4} stroke="var(--edge)" />
          <text x={round(x(d))} y={height - RISK + 16} textAnchor="middle" fill="var(--ink-3)">
            {words(d)}
          </text>
          {curves.map(({ key, followed, steps: own }, row) => {
            const n = followed.atRisk(d);
            // Who is at risk on a day has not ended on it: the point stands before the step.
            const share = own.findLast(({ time }) => time < d)?.share ?? 1;
            return (
              <Linked
                key={key}
                href={n > 0 ? hrefOf?.(key, d) : null}
                label={`${n} plans ${key === "shortest" ? "surely" : "perhaps"} open for ${d} days`}
              >
                {n > 0 && (
                  <circle
                    cx={round(x(d))}
                    cy={round(y(share))}
                    r="3.5"
                    fill={key === "shortest" ? "var(--st-planned)" : "var(--bg)"}
                    stroke="var(--st-planned)"
                    strokeWidth="1.5"
                  />
                )}
                <text x={round(x(d))} y={height - RISK + 34 + 15 * row} textAnchor="middle" fill="var(--ink)">
                  {said(n)}
                </text>
              </Linked>
            );
          })}
        </g>
      ))}
      <text x="0" y={height - RISK + 34} fill="var(--ink-3)">
        at least
      </text>
      <text x="0" y={height - RISK + 49} fill="var(--ink-3)">
        at most
      </text>
    </>
  );
}

/** Days whose numbers stand apart by so many pixels: of those too close to the one before none is marked. */
function spaced(days: readonly number[], at: (day: number) => number, apart: number): number[] {
  const kept: number[] = [];
  for (const day of days) {
    const before = kept.at(-1);
    if (before === undefined || at(day) - at(before) > apart) kept.push(day);
  }
  return kept;
}
