import { type Chart, round } from "@/components/charts/chart";
import { countTicks } from "@/components/charts/grid-lines";
import { Linked } from "@/components/charts/linked";
import { STACK_ORDER, STATUS_FILL } from "@/components/charts/status-fill";
import { counted } from "@/components/timeline/words";
import { dateWords, rangeWords } from "@/domain/date-words";
import { addDays, daysBetween } from "@/domain/edtf";
import { sumOf } from "@/domain/overview";
import { type AroundBin, type AroundFilter, binsOf, type PolicyDetail, type Who } from "@/domain/policy";
import { STATUSES, type Status } from "@/domain/status";
import { STATUS_WORDS } from "@/domain/words";

const TOP = 20;
const PLOT = 110;
const LEFT = 36;
const FOOT = 44;
const KEY = 92;

const AROUND_IDS: Readonly<Record<Who, string>> = {
  named: "around-named",
  others: "around-others",
};

export const WHO_WORDS: Readonly<Record<Who, string>> = {
  named: "Manufacturers that it names",
  others: "All other manufacturers",
};

/** When changes began, counted from the action's first day, which stands as a line; stacked by the new status. */
export function aroundChart(policy: PolicyDetail, who: Who, hrefOf: (filter: AroundFilter) => string): Chart {
  const { date, around, affects, title } = policy;
  const first = date.earliest;
  const own = around.counts.filter((c) => c.who === who);
  const until = daysBetween(first, date.latest) + around.days;
  const bins = binsOf(own, { first, days: around.days, until });
  const spans = bins.map(({ from, days }) => ({
    from: addDays(first, from),
    to: addDays(first, from + days - 1),
  }));
  const open = (bin: number, status: Status | null) =>
    hrefOf({ who, side: null, status, began: spans[bin] ?? null });
  const names = affects.map((m) => m.name).join(", ");
  return {
    id: AROUND_IDS[who],
    title: who === "named" && names !== "" ? `${names} around the same time` : WHO_WORDS[who],
    note: `Status changes by the day on which they began, from ${around.days} days before “${title}” (${dateWords(date)}) to ${around.days} after it; together in time, which is not a cause.`,
    none: "No status change on record began in these days.",
    table: {
      columns: ["from", "to", ...STATUSES, "changes"],
      rows:
        own.length === 0
          ? []
          : bins.map(({ counts }, i) => [
              spans[i]?.from ?? null,
              spans[i]?.to ?? null,
              ...STATUSES.map((s) => counts[s]),
              sumOf(counts),
            ]),
    },
    href: (row, column) => {
      const counts = bins[row]?.counts;
      if (!counts || column < 2) return null;
      const status = STATUSES[column - 2];
      if (status) return counts[status] > 0 ? open(row, status) : null;
      return sumOf(counts) > 0 ? open(row, null) : null;
    },
    widths: [560, 380],
    draw: (width, linked) => ({
      height: TOP + PLOT + FOOT,
      content: (
        <Bins bins={bins} spans={spans} days={around.days} width={width} open={linked ? open : null} />
      ),
    }),
  };
}

type BinsProps = {
  bins: readonly AroundBin[];
  spans: readonly { from: string; to: string }[];
  days: number;
  width: number;
  open: ((bin: number, status: Status) => string) | null;
};

function Bins({ bins, spans, days, width, open }: BinsProps) {
  const most = Math.max(1, ...bins.map((bin) => sumOf(bin.counts)));
  const step = (width - LEFT) / bins.length;
  const x = (i: number) => round(LEFT + i * step);
  const y = (n: number) => round(TOP + PLOT - (n * PLOT) / most);
  const zero = x(bins.findIndex((bin) => bin.from === 0));
  const used = STACK_ORDER.filter((s) => bins.some((bin) => bin.counts[s] > 0));
  return (
    <>
      <text x="0" y="8" fill="var(--ink-3)">
        changes
      </text>
      {countTicks(most).map((n) => (
        <g key={n}>
          <line x1={LEFT} x2={width} y1={y(n)} y2={y(n)} stroke="var(--rule)" />
          <text x={LEFT - 6} y={y(n) + 4} textAnchor="end" fill="var(--ink-3)">
            {n}
          </text>
        </g>
      ))}
      {bins.map(({ from, counts }, i) => {
        const span = spans[i];
        let below = 0;
        return STACK_ORDER.filter((status) => counts[status] > 0).map((status) => {
          const start = below;
          below += counts[status];
          return (
            <Linked
              key={`${from} ${status}`}
              href={open?.(i, status)}
              label={`${span ? rangeWords(span.from, span.to) : ""}: ${counted(counts[status], "change")} to ${STATUS_WORDS[status].word}`}
            >
              <rect
                x={round(x(i) + 2)}
                width={round(step - 4)}
                y={y(below)}
                height={round(y(start) - y(below))}
                {...STATUS_FILL[status]}
              />
            </Linked>
          );
        });
      })}
      <line x1={LEFT} x2={width} y1={y(0)} y2={y(0)} stroke="var(--edge)" />
      <line x1={zero} x2={zero} y1={TOP - 12} y2={TOP + PLOT + 6} stroke="var(--ink)" strokeWidth="1.5" />
      <text x={LEFT} y={TOP + PLOT + 18} fill="var(--ink-3)">
        {days} days before
      </text>
      <text x={zero} y={TOP + PLOT + 18} textAnchor="middle" fill="var(--ink)">
        the day itself
      </text>
      <text x={width} y={TOP + PLOT + 18} textAnchor="end" fill="var(--ink-3)">
        {days} after
      </text>
      {used.map((s, i) => (
        <g key={s} transform={`translate(${KEY * i} ${TOP + PLOT + FOOT - 12})`}>
          <rect y=".5" width="17" height="9" {...STATUS_FILL[s]} />
          <text x="23" y="9" fill="var(--ink-2)">
            {STATUS_WORDS[s].letter} {STATUS_WORDS[s].word}
          </text>
        </g>
      ))}
    </>
  );
}
