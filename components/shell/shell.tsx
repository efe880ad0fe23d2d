import type { ReactNode } from "react";
import type { ClockEvents } from "@/domain/clock-events";
import type { Actor } from "@/domain/permissions";
import { viewsPath, withQuery } from "@/formats/paths";
import { printView, SAVED, type ViewReading } from "@/formats/view";
import { Clock } from "./clock";
import { Footer } from "./footer";
import { Header, type Room } from "./header";

type Props = {
  /** Which entry of the navigation is this page's. */
  at: Room | null;
  actor: Actor;
  /** Path of this page without its query, for the clock's form. */
  path: string;
  /** Today, UTC. */
  today: string;
  /** The three times, where the page shows a status; null: it does not look at any day. */
  reading: ViewReading | null;
  /** Other parameters that the clock's form keeps, such as filters. */
  keep?: Readonly<Record<string, string>>;
  /** The events around the day looked at, for the clock to step to. */
  events?: ClockEvents | null;
  /** A bar of the page's own under the clock; `instead`: the clock is of no use beside it. */
  bar?: ReactNode;
  instead?: boolean;
  children: ReactNode;
};

/** Header, clock, page and footer. Links of the navigation keep the view. */
export function Shell(props: Props) {
  const { at, actor, path, today, reading, keep, events, bar, instead, children } = props;
  const query = reading && printView(reading.view, today);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <Header at={at} actor={actor} query={query} path={path} />
      {reading && !instead && (
        <Clock
          reading={reading}
          path={path}
          today={today}
          keep={keep ?? {}}
          events={events ?? null}
          saveHref={actor.kind === "user" ? viewsPath({ address: withQuery(path, query, keep) }) : null}
        />
      )}
      {bar}
      <main id="main" tabIndex={-1}>
        {reading?.saved && (
          <p className="wrap saved" role="status">
            {SAVED[reading.saved]}
          </p>
        )}
        {children}
      </main>
      <Footer viewed={reading !== null} />
    </>
  );
}
