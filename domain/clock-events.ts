import type { Day } from "./edtf";

/** A day on which something began, that the clock can step to. */
export type ClockEvent = { readonly day: Day; readonly what: string };

/** The first event of all, and those next to the day looked at. null: there is none. */
export type ClockEvents = {
  readonly first: ClockEvent | null;
  readonly previous: ClockEvent | null;
  readonly next: ClockEvent | null;
};

/** Those next to `on` among events in any order; what lies ahead of today is no event yet. */
export function clockEvents(events: readonly ClockEvent[], on: Day, today: Day): ClockEvents {
  const past = events.filter(({ day }) => day <= today).sort((a, b) => (a.day < b.day ? -1 : 1));
  return {
    first: past[0] ?? null,
    previous: past.findLast(({ day }) => day < on) ?? null,
    next: past.find(({ day }) => day > on) ?? null,
  };
}
