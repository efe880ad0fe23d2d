import { STACK_ORDER, STATUS_FILL } from "@/components/charts/status-fill";
import { StatusWord } from "@/components/status/status-mark";
import { type Day, daysBetween } from "@/domain/edtf";
import { sumOf } from "@/domain/overview";
import { type AroundCount, binsOf, type PolicyDetail, type Who } from "@/domain/policy";

const WIDTH = 640;
const HEIGHT = 150;
const TOP = 18;
const BOTTOM = 24;
const LEFT = 40;

type Props = { policy: PolicyDetail; who: Who; label: string };

/** When changes began, counted from the action's first day, which stands as a line; stacked by the new status. */
export function AroundChart({ policy, who, label }: Props) {
  const { date, around } = policy;
  const first: Day = date.earliest;
  const until = daysBetween(first, date.latest) + around.days;
  const own = around.counts.filter((c) => c.who === who);
  const bins = binsOf(own, { first, days: around.days, until });
  const most = Math.max(1, ...bins.map((bin) => sumOf(bin.counts)));
  const width = (WIDTH - LEFT) / bins.length;
  const x = (i: number) => LEFT + i * width;
  const y = (n: number) => round(HEIGHT - BOTTOM - (n * (HEIGHT - BOTTOM - TOP)) / most);
  const zero = x(bins.findIndex((bin) => bin.from === 0));
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width="100%"
      role="img"
      aria-label={label}
      className="plot around-chart"
    >
      {[...new Set([most, Math.ceil(most / 2)])].map((n) => (
        <g key={n}>
          <line x1={LEFT} x2={WIDTH} y1={y(n)} y2={y(n)} className="gm" />
          <text x={LEFT - 6} y={y(n) + 4} textAnchor="end" className="ax">
            {n}
          </text>
        </g>
      ))}
      {bins.map(({ from, counts }, i) => {
        let below = 0;
        return STACK_ORDER.filter((status) => counts[status] > 0).map((status) => {
          const start = below;
          below += counts[status];
          return (
            <rect
              key={`${from} ${status}`}
              x={round(x(i) + 2)}
              width={round(width - 4)}
              y={y(below)}
              height={round(y(start) - y(below))}
              {...STATUS_FILL[status]}
            />
          );
        });
      })}
      <line x1={LEFT} x2={WIDTH} y1={y(0)} y2={y(0)} className="gy" />
      <line x1={round(zero)} x2={round(zero)} y1={4} y2={HEIGHT - BOTTOM + 6} className="zero" />
      <text x={LEFT} y={HEIGHT - 4} className="ax">
        {around.days} days before
      </text>
      <text x={round(zero)} y={HEIGHT - 4} textAnchor="middle" className="ax">
        the day itself
      </text>
      <text x={WIDTH} y={HEIGHT - 4} textAnchor="end" className="ax">
        {around.days} after
      </text>
    </svg>
  );
}

const round = (n: number) => Math.round(n * 10) / 10;

/** What the fills mean, for those that occur. */
export function AroundLegend({ counts }: { counts: readonly AroundCount[] }) {
  const used = STACK_ORDER.filter((status) => counts.some((c) => c.status === status));
  return (
    <p className="leg">
      {used.map((status) => (
        <span key={status} className="fill-key">
          <svg width="18" height="10" aria-hidden="true">
            <rect x=".5" y=".5" width="17" height="9" {...STATUS_FILL[status]} />
          </svg>{" "}
          <StatusWord status={status} />
        </span>
      ))}
    </p>
  );
}
