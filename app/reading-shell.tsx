import type { ReactNode } from "react";
import type { Room } from "@/components/shell/header";
import { Shell } from "@/components/shell/shell";
import { type EventScope, eventsAround } from "@/data/read/events-around";
import type { Actor } from "@/domain/permissions";
import type { ViewReading } from "@/formats/view";
import { recall } from "@/server/recall";

type Props = {
  /** Who reads, when, and the view that is asked for. */
  opened: { readonly actor: Actor; readonly today: string; readonly reading: ViewReading };
  at: Room | null;
  path: string;
  /** Other parameters that the clock's form keeps, such as filters. */
  keep?: Readonly<Record<string, string>>;
  /** Whose events the clock steps through; left out: those of all. */
  events?: EventScope;
  /** The page is for today alone. */
  withoutClock?: boolean;
  children: ReactNode;
};

/** The shell of a page that looks at a day, with the events around that day for its clock. */
export async function ReadingShell({
  opened,
  at,
  path,
  keep,
  events,
  withoutClock = false,
  children,
}: Props) {
  const { actor, today, reading } = opened;
  const around = withoutClock
    ? null
    : await recall(eventsAround, reading.view, today, ...(events ? [events] : []));
  return (
    <Shell
      at={at}
      actor={actor}
      path={path}
      today={today}
      reading={reading}
      events={around}
      {...(keep && { keep })}
      instead={withoutClock}
    >
      {children}
    </Shell>
  );
}
