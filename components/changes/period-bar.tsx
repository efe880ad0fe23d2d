import Link from "next/link";
import { Hidden } from "@/components/shell/hidden";
import { rangeWords } from "@/domain/date-words";
import { addDays, type Day, daysBetween } from "@/domain/edtf";
import { AXES, type ChangesQuery, printChangesQuery } from "@/formats/changes-query";
import { changesPath, type Query, withQuery } from "@/formats/paths";
import { AXIS_WORDS } from "./words";

type Props = { asked: ChangesQuery; query: Query; today: Day; problems: readonly string[] };

/** Which two days are compared, and by what. A GET form; the links beside it are the periods that reports are written for. */
export function PeriodBar({ asked, query, today, problems }: Props) {
  const { period } = asked;
  const keep = printChangesQuery({
    ...asked,
    period: null,
    by: "published",
    part: null,
    page: 1,
    all: false,
  });
  const between = (from: Day, to: Day) =>
    withQuery(
      changesPath(),
      query,
      printChangesQuery({ ...asked, period: { from, to }, part: null, page: 1, all: false }),
    );
  const { from, to } = asked.given;
  const swapped = from && to && from > to ? { from: to, to: from } : null;
  const length = period ? Math.max(1, daysBetween(period.from, period.to)) : 7;
  return (
    <div className="clock period">
      <form className="wrap" action={changesPath()} method="get" aria-label="Which days are compared">
        <span className="fld">
          <label htmlFor="period-from">From</label>
          <input
            id="period-from"
            type="date"
            name="from"
            min="1970-01-01"
            max="2100-12-31"
            defaultValue={asked.given.from ?? ""}
          />
        </span>
        <span className="fld">
          <label htmlFor="period-to">to</label>
          <input
            id="period-to"
            type="date"
            name="to"
            min="1970-01-01"
            max="2100-12-31"
            defaultValue={asked.given.to ?? ""}
          />
        </span>
        <span className="fld">
          <label htmlFor="period-by">the world</label>
          <select id="period-by" name="by" defaultValue={asked.by}>
            {AXES.map((axis) => (
              <option key={axis} value={axis}>
                {AXIS_WORDS[axis].word}
              </option>
            ))}
          </select>
        </span>
        <Hidden query={query} />
        <Hidden query={keep} />
        <button className="btn" type="submit">
          {period ? "Compare" : "Compare two days"}
        </button>
        <span className="btns">
          {period ? (
            <>
              <Link
                className="btn t"
                prefetch={false}
                rel="prev"
                title="Key ["
                href={between(addDays(period.from, -length), period.from)}
              >
                The {days(length)} before
              </Link>
              {period.to < today && (
                <Link
                  className="btn t"
                  prefetch={false}
                  rel="next"
                  title="Key ]"
                  href={between(period.to, addDays(period.to, length))}
                >
                  The {days(length)} after
                </Link>
              )}
              <Link
                className="btn t"
                prefetch={false}
                href={withQuery(
                  changesPath(),
                  query,
                  printChangesQuery({ ...asked, period: null, part: null, page: 1, all: false }),
                )}
              >
                Latest changes
              </Link>
            </>
          ) : (
            [7, 30, 365].map((n) => (
              <Link key={n} className="btn t" prefetch={false} href={between(addDays(today, -n), today)}>
                Last {n === 365 ? "year" : days(n)}
              </Link>
            ))
          )}
        </span>
        {swapped && (
          <p>
            <Link prefetch={false} href={between(swapped.from, swapped.to)}>
              Compare {rangeWords(swapped.from, swapped.to)}
            </Link>
          </p>
        )}
        {problems.map((problem) => (
          <p key={problem} className="error" role="alert">
            {problem}
          </p>
        ))}
      </form>
    </div>
  );
}

const days = (n: number): string => (n === 1 ? "day" : `${n.toLocaleString("en-GB")} days`);
