import { type MoveYear, presentIn } from "@/domain/deals-past";
import { sumOf } from "@/domain/overview";
import { STATUSES } from "@/domain/status";
import { STATUS_WORDS } from "@/domain/words";
import { type Chart, round } from "./chart";
import { countTicks, everyNth } from "./grid-lines";
import { Linked } from "./linked";
import type { Opens } from "./number-link";
import { STACK_ORDER, STATUS_FILL } from "./status-fill";

const LEFT = 36;
const TOP = 20;
/** Both ways together; a year's label stands below, the key of the fills below that. */
const ROOM = 170;
const FOOT = 44;
const KEY = 104;

/** What a sale can become when it ends. */
const AFTER = STATUSES.filter((s) => s !== "carried");

/** Above the line the deals whose sale began in a year, below it those whose sale ended, by what they became. */
export function movesChart(moves: readonly MoveYear[], open: Opens, widths: Chart["widths"]): Chart {
  const became = presentIn(moves.map((y) => y.became));
  const shown = moves.filter((y) => y.entered + y.left > 0).reverse();
  return {
    id: "moves",
    title: "Entries and exits",
    note: "Deals by the year in which their sale began (above the line) and ended (below it, by what they became); each deal once a year.",
    none: "No beginning and no end of sale is on record up to this day.",
    table: {
      columns: ["year", "sale_began", "sale_ended", ...AFTER.map((s) => `then_${s}`)],
      rows: shown.map((y) => [y.year, y.entered, y.left, ...AFTER.map((s) => y.became[s])]),
    },
    href: (row, column) => {
      const of = shown[row];
      if (!of) return null;
      const { year, entered, left } = of;
      if (column === 1) return entered > 0 ? open({ entered: String(year) }) : null;
      if (column === 2) return left > 0 ? open({ left: String(year) }) : null;
      const status = AFTER[column - 3];
      return status && of.became[status] > 0 ? open({ left: String(year), became: status }) : null;
    },
    widths,
    draw: (width, linked) => ({
      height: TOP + ROOM + FOOT,
      content: (
        <>
          <Columns years={moves} width={width} open={linked ? open : null} />
          {[...(moves.some((y) => y.entered > 0) ? ["carried" as const] : []), ...became].map((s, i) => (
            <g key={s} transform={`translate(${KEY * i} ${TOP + ROOM + FOOT - 12})`}>
              <rect y=".5" width="17" height="9" {...STATUS_FILL[s]} />
              <text x="23" y="9" fill="var(--ink-2)">
                {s === "carried" ? "sale began" : STATUS_WORDS[s].word}
              </text>
            </g>
          ))}
        </>
      ),
    }),
  };
}

type ColumnsProps = { years: readonly MoveYear[]; width: number; open: Opens | null };

function Columns({ years, width, open }: ColumnsProps) {
  const highest = Math.max(1, ...years.map((y) => y.entered));
  const deepest = Math.max(0, ...years.map((y) => sumOf(y.became)));
  // One scale for both ways, so that a bar below can be compared with one above.
  const unit = ROOM / (highest + deepest);
  const zero = TOP + highest * unit;
  const step = (width - LEFT) / years.length;
  const labelled = new Set(everyNth(years, Math.floor((width - LEFT) / 44)).map(({ year }) => year));
  const ticks = [...countTicks(highest), ...countTicks(deepest).map((n) => -n)].filter((n) => n !== 0);
  return (
    <>
      <text x="0" y="8" fill="var(--ink-3)">
        deals
      </text>
      {ticks.map((n) => (
        <g key={n}>
          <line
            x1={LEFT}
            x2={width}
            y1={round(zero - n * unit)}
            y2={round(zero - n * unit)}
            stroke="var(--rule)"
          />
          <text x={LEFT - 6} y={round(zero - n * unit) + 4} textAnchor="end" fill="var(--ink-3)">
            {Math.abs(n)}
          </text>
        </g>
      ))}
      {years.map(({ year, entered, became }, i) => {
        const [x, w] = [round(LEFT + step * (i + 0.15)), round(step * 0.7)];
        let y = zero;
        return (
          <g key={year}>
            {entered > 0 && (
              <Linked href={open?.({ entered: String(year) })} label={`Sale began ${year}: ${entered} deals`}>
                <rect
                  x={x}
                  width={w}
                  y={round(zero - entered * unit)}
                  height={round(entered * unit)}
                  {...STATUS_FILL.carried}
                />
              </Linked>
            )}
            {STACK_ORDER.filter((s) => became[s] > 0).map((s) => {
              const from = y;
              y += became[s] * unit;
              return (
                <Linked
                  key={s}
                  href={open?.({ left: String(year), became: s })}
                  label={`Sale ended ${year}, then ${STATUS_WORDS[s].word}: ${became[s]} deals`}
                >
                  <rect x={x} width={w} y={round(from)} height={round(y - from)} {...STATUS_FILL[s]} />
                </Linked>
              );
            })}
            {labelled.has(year) && (
              <text x={round(x + w / 2)} y={TOP + ROOM + 16} textAnchor="middle" fill="var(--ink-3)">
                {year}
              </text>
            )}
          </g>
        );
      })}
      <line x1={LEFT} x2={width} y1={round(zero)} y2={round(zero)} stroke="var(--edge)" />
    </>
  );
}
