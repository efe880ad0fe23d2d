import { scaleLinear, scaleTime } from "d3-scale";
import { area, curveStepAfter, stack } from "d3-shape";
import { dayWords } from "@/domain/date-words";
import type { Day } from "@/domain/edtf";
import { sumOf, type TrendPoint } from "@/domain/overview";
import type { Status } from "@/domain/status";
import { STATUS_WORDS } from "@/domain/words";
import { roomFor, round } from "./chart";
import { Linked } from "./linked";
import { STACK_ORDER, STATUS_FILL } from "./status-fill";

/** A dated event across the chart, numbered as in the list beside it. */
export type Flag = { readonly day: Day; readonly n: number; readonly title: string; readonly href: string };

type Props = {
  points: readonly TrendPoint[];
  flags: readonly Flag[];
  width: number;
  height: number;
  /** Where a day leads, or a status on it; null: nowhere. */
  hrefOf: ((day: Day, status?: Status) => string) | null;
};

const BOTTOM = 24;
const TOP = 34;
const FLAG = 16;
const LABEL = 15;

const time = (day: string) => new Date(`${day}T00:00:00Z`);

/** Deals by status over time, stacked, what is on sale at the bottom. Each status says its name and number at its end. */
export function TrendPlot({ points, flags, width, height, hrefOf }: Props) {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const isWide = width > 500;
  const y = scaleLinear(
    [0, Math.max(1, ...points.map((p) => sumOf(p.counts)))],
    [height - BOTTOM, TOP],
  ).nice();
  const ticks = y.ticks(4).map((n) => ({ n, label: n.toLocaleString("en-GB") }));
  const left = Math.max(36, ...ticks.map(({ label }) => roomFor(label) + 6));
  const says = (status: Status) =>
    isWide
      ? `${STATUS_WORDS[status].word} ${last.counts[status].toLocaleString("en-GB")}`
      : STATUS_WORDS[status].word;
  const room = STACK_ORDER.filter((s) => last.counts[s] > 0).map((s) => roomFor(`X ${says(s)}`) + 22);
  const right = width - Math.max(96, ...room);
  const x = scaleTime([time(first.day), time(last.day)], [left, right]);
  const layers = stack<TrendPoint, Status>()
    .keys([...STACK_ORDER])
    .value((p, status) => p.counts[status])([...points]);
  const draw = area<(typeof layers)[number][number]>()
    .x((d) => round(x(time(d.data.day))))
    .y0((d) => round(y(d[0])))
    .y1((d) => round(y(d[1])))
    .curve(curveStepAfter);
  const ends = layers.flatMap((layer) => {
    const end = layer.at(-1);
    const n = last.counts[layer.key];
    return end && n > 0 ? [{ status: layer.key, n, y: (y(end[0]) + y(end[1])) / 2 }] : [];
  });
  return (
    <>
      <text x="0" y="10" fill="var(--ink-3)">
        deals
      </text>
      {ticks.map(({ n, label }) => (
        <g key={n}>
          <line x1={left} x2={right} y1={round(y(n))} y2={round(y(n))} stroke="var(--rule)" />
          <text x={left - 6} y={round(y(n)) + 4} textAnchor="end" fill="var(--ink-3)">
            {label}
          </text>
        </g>
      ))}
      {layers.map((layer) => (
        <path key={layer.key} d={draw(layer) ?? ""} {...STATUS_FILL[layer.key]} strokeWidth=".5" />
      ))}
      {hrefOf &&
        yearsOf(points).map((point, i, years) => {
          const [from, to] = [x(time(point.day)), x(time(years[i + 1]?.day ?? last.day))];
          const deals = sumOf(point.counts);
          if (deals === 0 || to <= from) return null;
          return (
            <Linked
              key={point.day}
              href={hrefOf(point.day)}
              label={`Deals with a status on ${dayWords(point.day)}: ${deals}`}
            >
              <rect
                x={round(from)}
                y={TOP}
                width={round(to - from)}
                height={height - BOTTOM - TOP}
                className="hit"
              />
              <circle cx={round(from)} cy={round(y(deals))} r="3" fill="var(--ink)" />
            </Linked>
          );
        })}
      {x.ticks(isWide ? 8 : 4).map((at) => (
        <text key={at.getTime()} x={round(x(at))} y={height - 6} fill="var(--ink-3)" textAnchor="middle">
          {at.getUTCFullYear()}
        </text>
      ))}
      {staggered(flags, (day) => round(x(time(day)))).map(({ n, title, href, at, low }) => (
        <Linked key={n} href={hrefOf && href} label={`Policy action ${n}: ${title}`}>
          <line
            x1={at}
            x2={at}
            y1={low ? 2 * FLAG + 1 : FLAG}
            y2={height - BOTTOM}
            stroke="var(--ink)"
            strokeDasharray="1 3"
          />
          <rect x={at - 7.5} y={low ? FLAG + 2 : 1} width="15" height="15" fill="var(--ink)" rx="2" />
          <text
            x={at}
            y={low ? FLAG + 13 : 12}
            textAnchor="middle"
            fontSize="10"
            fontWeight="600"
            fill="var(--bg)"
          >
            {n}
          </text>
        </Linked>
      ))}
      {spaced(ends, TOP + 8, height - BOTTOM).map(({ status, n, y: at }) => (
        <Linked
          key={status}
          href={hrefOf?.(last.day, status)}
          label={`${STATUS_WORDS[status].letter} ${STATUS_WORDS[status].word} ${n.toLocaleString("en-GB")}, on ${dayWords(last.day)}`}
        >
          <use href={`#s-${status}`} x={right + 8} y={round(at) - 9} width="10" height="10" />
          <text x={right + 22} y={round(at)} fill="var(--ink)">
            <tspan fontWeight="600">{STATUS_WORDS[status].letter}</tspan> {says(status)}
          </text>
        </Linked>
      ))}
    </>
  );
}

/** The first point of each year: a part of the picture a year leads to the deals of that day. */
const yearsOf = (points: readonly TrendPoint[]): TrendPoint[] =>
  points.filter((p, i) => p.day.slice(0, 4) !== points[i - 1]?.day.slice(0, 4));

type Placed = Flag & { readonly at: number; readonly low: boolean };

/** Flags from the left; one that would cover the flag before it stands lower. */
function staggered(flags: readonly Flag[], place: (day: Day) => number): Placed[] {
  const placed: Placed[] = [];
  for (const flag of [...flags].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const at = place(flag.day);
    const before = placed.at(-1);
    placed.push({ ...flag, at, low: before !== undefined && !before.low && at - before.at < FLAG });
  }
  return placed;
}

type End = { readonly status: Status; readonly n: number; readonly y: number };

/** Labels top down, moved apart where they would touch. */
function spaced(ends: readonly End[], top: number, bottom: number): End[] {
  const placed: End[] = [];
  for (const end of [...ends].sort((a, b) => a.y - b.y)) {
    const above = placed.at(-1)?.y ?? top - LABEL;
    placed.push({ ...end, y: Math.max(end.y + 4, above + LABEL) });
  }
  const over = (placed.at(-1)?.y ?? bottom) - bottom;
  return over <= 0 ? placed : liftedBy(placed, over);
}

/** From the bottom up, only as far as needed. */
function liftedBy(placed: readonly End[], over: number): End[] {
  const lifted: End[] = [];
  let limit = (placed.at(-1)?.y ?? 0) - over;
  for (const end of [...placed].reverse()) {
    const y = Math.min(end.y, limit);
    lifted.unshift({ ...end, y });
    limit = y - LABEL;
  }
  return lifted;
}
