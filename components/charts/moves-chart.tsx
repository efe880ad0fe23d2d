import type { MoveYear } from "@/domain/deals-past";
import { presentIn } from "@/domain/deals-past";
import { STATUS_WORDS } from "@/domain/words";
import { countScale, everyNth, GridLine, percent } from "./grid-lines";
import { NumberLink, type Opens } from "./number-link";
import { STACK_ORDER, STATUS_FILL } from "./status-fill";

const UP = 96;
const DOWN = 72;
const MIDDLE = UP + 8;
const HEIGHT = MIDDLE + DOWN + 28;

type Props = { years: readonly MoveYear[]; open: Opens };

/** Above the line the deals whose sale began in a year, below it those whose sale ended, by what they became. */
export function MovesChart({ years }: Pick<Props, "years">) {
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return null;
  const most = Math.max(...years.map((y) => y.entered));
  const leaving = (y: MoveYear) => STACK_ORDER.reduce((n, s) => n + y.became[s], 0);
  const up = countScale(most, 8, MIDDLE);
  // One scale for both ways, so that a bar below can be compared with one above.
  const unit = (MIDDLE - 8) / (up.y.domain()[1] ?? 1);
  const deepest = Math.max(...years.map(leaving));
  const down = Math.min(unit, deepest > 0 ? DOWN / deepest : unit);
  const scale = Math.min(unit, down);
  const width = 1 / years.length;
  return (
    <svg
      width="100%"
      height={HEIGHT}
      role="img"
      className="pct"
      aria-label={`Deals whose sale began and ended each year from ${first.year} to ${last.year}; the numbers are in the table below.`}
    >
      {up.ticks
        .filter((n) => n > 0)
        .map((n) => (
          <GridLine key={n} y={MIDDLE - n * scale} word={String(n)} />
        ))}
      {years.map((year, i) => {
        let y = MIDDLE;
        const x = percent((i + 0.15) * width);
        const w = percent(0.7 * width);
        return (
          <g key={year.year}>
            <rect
              x={x}
              width={w}
              y={MIDDLE - year.entered * scale}
              height={year.entered * scale}
              {...STATUS_FILL.carried}
            />
            {STACK_ORDER.filter((s) => year.became[s] > 0).map((s) => {
              const from = y;
              y += year.became[s] * scale;
              return <rect key={s} x={x} width={w} y={from} height={y - from} {...STATUS_FILL[s]} />;
            })}
          </g>
        );
      })}
      <GridLine y={MIDDLE} word="0" strong />
      {everyNth(years).map((year) => (
        <text
          key={year.year}
          x={percent((year.year - first.year + 0.5) * width)}
          y={HEIGHT - 6}
          textAnchor="middle"
          className="ax"
        >
          {year.year}
        </text>
      ))}
    </svg>
  );
}

/** The same as numbers, each opening its deals; the latest year first. */
export function MovesTable({ years, open }: Props) {
  const became = presentIn(years.map((y) => y.became));
  const shown = years.filter((y) => y.entered + y.left > 0).reverse();
  return (
    <div className="tw">
      <table>
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col" className="num">
              Sale began
            </th>
            <th scope="col" className="num">
              Sale ended
            </th>
            {became.map((s) => (
              <th scope="col" key={s} className="num">
                then {STATUS_WORDS[s].word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ year, entered, left, became: counts }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td className="num">
                <NumberLink n={entered} href={open({ entered: String(year) })} />
              </td>
              <td className="num">
                <NumberLink n={left} href={open({ left: String(year) })} />
              </td>
              {became.map((s) => (
                <td key={s} className="num">
                  <NumberLink n={counts[s]} href={open({ left: String(year), became: s })} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
