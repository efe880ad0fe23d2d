import { counted } from "@/components/timeline/words";
import { dayWords } from "@/domain/date-words";
import type { ReachPoint } from "@/domain/deals-past";
import { type Day, daysBetween } from "@/domain/edtf";
import { type Chart, round, WIDE } from "./chart";
import { countTicks, everyNth } from "./grid-lines";
import { Linked } from "./linked";

const LEFT = 36;
const RIGHT = 96;
const TOP = 20;
const BOTTOM = 190;
const LINES = ["carriers", "countries"] as const;
const COUNTED = {
  carriers: (n: number) => counted(n, "carrier"),
  countries: (n: number) => counted(n, "country", "countries"),
} as const;
const DASH = { carriers: undefined, countries: "4 3" } as const;

/** Where the carriers of a day are listed: those that sold a device then. */
type OpenOn = (day: Day) => string;

/** Carriers and countries with a device on sale over time, on the first day of each quarter in which that moved. */
export function reachChart(points: readonly ReachPoint[], on: Day, open: OpenOn): Chart {
  const latestFirst = [...points].reverse();
  return {
    id: "reach",
    title: "Reach over time",
    note: "Carriers, and their countries, with a device on sale on the first day of each quarter in which that moved. A sale counts until its end is reported.",
    none: "No sale at a carrier is on record up to this day.",
    table: {
      columns: ["day", "carriers", "countries"],
      rows: latestFirst.map(({ day, carriers, countries }) => [day, carriers, countries]),
    },
    href: (row, column) => {
      const point = latestFirst[row];
      return point && column > 0 && point.carriers > 0 ? open(point.day) : null;
    },
    widths: WIDE,
    draw: (width, linked) => ({
      height: BOTTOM + 22,
      content: <Curves points={points} on={on} width={width} open={linked ? open : null} />,
    }),
  };
}

type CurvesProps = { points: readonly ReachPoint[]; on: Day; width: number; open: OpenOn | null };

function Curves({ points, on, width, open }: CurvesProps) {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  // The axis stops soon after the last event: years of nothing would squeeze the story.
  const span = Math.max(365, daysBetween(first.day, last.day) + 180);
  const end = Math.min(span, Math.max(1, daysBetween(first.day, on)));
  const right = width - RIGHT;
  const x = (day: Day) => round(LEFT + (right - LEFT) * Math.min(1, daysBetween(first.day, day) / end));
  const most = Math.max(1, ...points.map((p) => p.carriers));
  const y = (n: number) => round(BOTTOM - ((BOTTOM - TOP) * n) / most);
  const [from, to] = [Number(first.day.slice(0, 4)), Number(last.day.slice(0, 4))];
  const years = Array.from({ length: to - from + 1 }, (_, i) => `${from + i}-01-01`).filter(
    (day) => day >= first.day,
  );
  const stairs = (what: (typeof LINES)[number]) =>
    points
      .map((p, i) => `${i === 0 ? "M" : "H"}${i === 0 ? `${x(p.day)} ` : `${x(p.day)}V`}${y(p[what])}`)
      .join("");
  return (
    <>
      {[0, ...countTicks(most)].map((n) => (
        <g key={n}>
          <line x1={LEFT} x2={right} y1={y(n)} y2={y(n)} stroke={n === 0 ? "var(--edge)" : "var(--rule)"} />
          <text x={LEFT - 6} y={y(n) + 4} textAnchor="end" fill="var(--ink-3)">
            {n}
          </text>
        </g>
      ))}
      {LINES.map((what) => (
        <g key={what}>
          <path
            d={`${stairs(what)}H${right}`}
            fill="none"
            stroke={what === "carriers" ? "var(--ink)" : "var(--ink-2)"}
            strokeWidth="1.5"
            strokeDasharray={DASH[what]}
          />
          <Linked
            href={last.carriers > 0 ? open?.(last.day) : null}
            label={`${COUNTED[what](last[what])} from ${dayWords(last.day)}`}
          >
            <text x={right + 6} y={endLabel(what, last, y)} fill="var(--ink)" fontWeight="500">
              {COUNTED[what](last[what])}
            </text>
          </Linked>
        </g>
      ))}
      {points.map(({ day, carriers, countries }) => (
        <Linked
          key={day}
          href={carriers > 0 ? open?.(day) : null}
          label={`${dayWords(day)}: ${COUNTED.carriers(carriers)} in ${COUNTED.countries(countries)}`}
        >
          <circle cx={x(day)} cy={y(carriers)} r="3" fill="var(--ink)" />
        </Linked>
      ))}
      {everyNth(years, Math.floor((right - LEFT) / 48)).map((day) => (
        <text key={day} x={x(day)} y={BOTTOM + 16} textAnchor="middle" fill="var(--ink-3)">
          {day.slice(0, 4)}
        </text>
      ))}
    </>
  );
}

/** Labels at the end of both lines, kept apart when the lines meet. */
function endLabel(what: (typeof LINES)[number], last: ReachPoint, y: (n: number) => number): number {
  const near = Math.abs(y(last.carriers) - y(last.countries)) < 16;
  const shift = near ? (what === "carriers" ? -4 : 12) : 4;
  return y(last[what]) + shift;
}
