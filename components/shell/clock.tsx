import Form from "next/form";
import Link from "next/link";
import type { ClockEvent, ClockEvents } from "@/domain/clock-events";
import { dayWords } from "@/domain/date-words";
import { addYears, type Day } from "@/domain/edtf";
import { viewSentence } from "@/domain/words";
import { withQuery } from "@/formats/paths";
import { printView, type ViewReading } from "@/formats/view";
import { DayField } from "./day-field";
import { DaySlider } from "./day-slider";
import { Hidden } from "./hidden";

type Props = {
  reading: ViewReading;
  path: string;
  today: Day;
  keep: Readonly<Record<string, string>>;
  /** Days to step to; null: the page knows none. */
  events: ClockEvents | null;
  /** Where the reader may keep this view; null: they keep none. */
  saveHref: string | null;
};

/**
 * Which day of the world the page shows, going by what had been published by which day. A GET form: with script it moves
 * without a reload, and a slider stands beside the field.
 */
export function Clock({ reading, path, today, keep, events, saveHref }: Props) {
  const { view, past, problems } = reading;
  const at = (day: Day) => withQuery(path, printView({ ...view, on: day }, today), keep);
  const first = events?.first?.day;
  const marked = { ...view, on: "DAY" };
  return (
    <div className={past ? "clock past" : "clock"}>
      <Form className="wrap" action={path} scroll={false} aria-label="Which day the page shows">
        <span className="fld">
          <label htmlFor="clock-on">World on</label>
          <DayField id="clock-on" name="on" value={view.on} />
        </span>
        <span className="fld">
          <label htmlFor="clock-known">as published by</label>
          <DayField id="clock-known" name="known" value={view.known ?? ""} />
        </span>
        {view.record && <Hidden query={{ record: view.record }} />}
        <Hidden query={keep} />
        <button className="btn" type="submit">
          Show
        </button>
        {first && first < today && (
          <DaySlider
            from={first}
            to={today}
            on={view.on}
            href={withQuery(path, printView(marked, today), keep)}
          />
        )}
        {events && <Steps events={events} at={at} />}
        <Presets {...{ reading, path, today, keep, first: first ?? null }} />
        {past && (
          <Link className="btn" prefetch={false} scroll={false} href={withQuery(path, keep)}>
            Back to today
          </Link>
        )}
        {saveHref && (
          <Link className="btn t" prefetch={false} href={saveHref}>
            Keep this view
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
      </Form>
    </div>
  );
}

function Steps({ events: { previous, next }, at }: { events: ClockEvents; at: (day: Day) => string }) {
  if (!previous && !next) return null;
  const title = ({ day, what }: ClockEvent) => `${dayWords(day)}: ${what}`;
  const common = { className: "btn t", prefetch: false, scroll: false } as const;
  return (
    <span className="btns only-w">
      {previous && (
        <Link {...common} rel="prev" href={at(previous.day)} title={title(previous)}>
          <kbd>[</kbd> Previous event
        </Link>
      )}
      {next && (
        <Link {...common} rel="next" href={at(next.day)} title={title(next)}>
          Next event <kbd>]</kbd>
        </Link>
      )}
    </span>
  );
}

type PresetProps = Pick<Props, "reading" | "path" | "today" | "keep"> & { first: Day | null };

/** Days that are often asked for. Closed again after each step, since it belongs to one view. */
function Presets({ reading: { view }, path, today, keep, first }: PresetProps) {
  const to = (on: Day, known: Day | null) => withQuery(path, printView({ ...view, on, known }, today), keep);
  const presets: readonly (readonly [string, string])[] = [
    ["Today", to(today, null)],
    ...(first ? [[`First event, ${dayWords(first)}`, to(first, view.known)] as const] : []),
    ["A year before this day", to(addYears(view.on, -1), view.known)],
    ["A year after this day", to(addYears(view.on, 1), view.known)],
    ["What was published by this day", to(view.on, view.on)],
    ["Everything published since", to(view.on, null)],
  ];
  return (
    <details className="presets" key={`${view.on} ${view.known}`}>
      <summary className="btn">Go to</summary>
      <ul>
        {presets.map(([word, href]) => (
          <li key={word}>
            <Link prefetch={false} scroll={false} href={href}>
              {word}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
