import { scaleLinear, scaleTime } from "d3-scale";
import { area, curveStepAfter, stack } from "d3-shape";
import { StatusWord } from "@/components/status/status-mark";
import { dayWords } from "@/domain/date-words";
import { sumOf, type TrendPoint } from "@/domain/overview";
import { STATUSES } from "@/domain/status";
import { STATUS_WORDS } from "@/domain/words";
import { STACK_ORDER, STATUS_FILL } from "./status-fill";

const WIDTH = 800;
const HEIGHT = 280;
const LEFT = 36;
const BOTTOM = 24;
const TOP = 8;

const time = (day: string) => new Date(`${day}T00:00:00Z`);

/** Deals by status over time, stacked; the same numbers as a table below. */
export function TrendChart({ points }: { points: readonly TrendPoint[] }) {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  const x = scaleTime([time(first.day), time(last.day)], [LEFT, WIDTH]);
  const y = scaleLinear(
    [0, Math.max(1, ...points.map((p) => sumOf(p.counts)))],
    [HEIGHT - BOTTOM, TOP],
  ).nice();
  const layers = stack<TrendPoint, (typeof STATUSES)[number]>()
    .keys([...STACK_ORDER])
    .value((p, status) => p.counts[status])([...points]);
  const draw = area<(typeof layers)[number][number]>()
    .x((d) => round(x(time(d.data.day))))
    .y0((d) => round(y(d[0])))
    .y1((d) => round(y(d[1])))
    .curve(curveStepAfter);
  const used = STACK_ORDER.filter((s) => last.counts[s] > 0);
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width="100%"
        role="img"
        aria-label={`Deals by status from ${dayWords(first.day)} to ${dayWords(last.day)}; the numbers are in the table below.`}
        className="plot"
      >
        {y.ticks(4).map((n) => (
          <g key={n}>
            <line x1={LEFT} x2={WIDTH} y1={y(n)} y2={y(n)} className="gm" />
            <text x={LEFT - 6} y={y(n) + 4} textAnchor="end" className="ax">
              {n}
            </text>
          </g>
        ))}
        {layers.map((layer) => {
          const { fill, stroke } = STATUS_FILL[layer.key as keyof typeof STATUS_FILL];
          return <path key={layer.key} d={draw(layer) ?? ""} fill={fill} stroke={stroke} strokeWidth=".5" />;
        })}
        {x.ticks(8).map((at) => (
          <text key={at.getTime()} x={x(at)} y={HEIGHT - 6} className="ax">
            {at.getUTCFullYear()}
          </text>
        ))}
      </svg>
      <figcaption className="leg">
        {used.map((status) => (
          <span key={status}>
            <StatusWord status={status} /> {last.counts[status]}
          </span>
        ))}
      </figcaption>
      <details>
        <summary>The same as a table</summary>
        <div className="tw">
          <table>
            <thead>
              <tr>
                <th>Day</th>
                {STATUSES.map((s) => (
                  <th key={s} className="num">
                    {STATUS_WORDS[s].word}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {points.map((p) => (
                <tr key={p.day}>
                  <th scope="row">{dayWords(p.day)}</th>
                  {STATUSES.map((s) => (
                    <td key={s} className="num">
                      {p.counts[s]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

const round = (n: number) => Math.round(n * 10) / 10;
