import Link from "next/link";
import { dayWords } from "@/domain/date-words";
import type { Day } from "@/domain/edtf";
import { viewSentence } from "@/domain/words";
import { withQuery } from "@/formats/paths";
import { printView, type ViewReading } from "@/formats/view";
import { Hidden } from "./hidden";

/** An event that the reader can step to. */
export type Step = { readonly day: Day; readonly what: string };

type Props = {
  reading: ViewReading;
  path: string;
  today: Day;
  keep: Readonly<Record<string, string>>;
  previous?: Step | null;
  next?: Step | null;
};

/** Which day of the world the page shows, going by what had been published by which day. A GET form, with or without script. */
export function Clock({ reading, path, today, keep, previous, next }: Props) {
  const { view, past, problems } = reading;
  const at = (day: Day) => withQuery(path, printView({ ...view, on: day }, today), keep);
  return (
    <div className={past ? "clock past" : "clock"}>
      <form className="wrap" action={path} method="get" aria-label="Which day the page shows">
        <span className="fld">
          <label htmlFor="clock-on">World on</label>
          <input
            id="clock-on"
            type="date"
            name="on"
            min="1970-01-01"
            max="2100-12-31"
            defaultValue={view.on}
          />
        </span>
        <span className="fld">
          <label htmlFor="clock-known">as published by</label>
          <input
            id="clock-known"
            type="date"
            name="known"
            min="1970-01-01"
            max="2100-12-31"
            defaultValue={view.known ?? ""}
          />
        </span>
        {view.record && <Hidden query={{ record: view.record }} />}
        <Hidden query={keep} />
        <button className="btn" type="submit">
          Show
        </button>
        {(previous || next) && (
          <span className="btns only-w">
            {previous && (
              <Link
                className="btn t"
                rel="prev"
                prefetch={false}
                href={at(previous.day)}
                title={stepTitle(previous)}
              >
                <kbd>[</kbd> Previous event
              </Link>
            )}
            {next && (
              <Link className="btn t" rel="next" prefetch={false} href={at(next.day)} title={stepTitle(next)}>
                Next event <kbd>]</kbd>
              </Link>
            )}
          </span>
        )}
        {past && (
          <Link className="btn" prefetch={false} href={withQuery(path, keep)}>
            Back to today
          </Link>
        )}
        <p className="say" role="status">
          {viewSentence(view, today) ?? "The world today, with everything recorded so far"}
        </p>
        {problems.map(({ param, message }) => (
          <p key={param} className="error" role="alert">
            {message}
          </p>
        ))}
      </form>
    </div>
  );
}

const stepTitle = ({ day, what }: Step) => `${dayWords(day)}: ${what}`;
