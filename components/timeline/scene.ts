import type { Id, View } from "@/domain/claims";
import type { DeviceHistory } from "@/domain/device-history";
import type { Day, Edtf } from "@/domain/edtf";
import { type Query, withQuery } from "@/formats/paths";
import { type Axis, axisOf, type Tick, ticksOf, xOf } from "./axis";
import { flagsOf, type PolicyFlag } from "./policy-flags";

/** What all lanes of a chart share. */
export type Scene = {
  readonly axis: Axis;
  readonly ticks: readonly Tick[];
  readonly flags: readonly PolicyFlag[];
  readonly view: View;
  readonly today: Day;
  /** Where the day looked at lies; null: after the chart's end, so that nothing lies under a veil. */
  readonly veilFrom: number | null;
  readonly selected: Id | null;
  readonly query: Query;
  /** Address of the page without its query. */
  readonly path: string;
  /** Address of this page with a claim open; it leads to the panel also without script. */
  readonly hrefOf: (claim: Id) => string;
};

const boundsOf = (date: Edtf | null): Day[] => (date ? [date.earliest, date.latest] : []);

/** The days on which something happened to the device: they make the axis. */
function eventDays({ lanes, retailers, statements, device }: DeviceHistory): Day[] {
  const claims = lanes.flatMap((lane) => lane.history);
  const about = [...statements, ...lanes.flatMap((lane) => lane.statements)].filter(
    (s) => s.about.device === device.id,
  );
  return [
    ...claims.flatMap((e) => [...boundsOf(e.from), e.begins]),
    ...retailers.flatMap((r) =>
      r.entries.flatMap((e) => [...boundsOf(e.listing.from), ...boundsOf(e.listing.to)]),
    ),
    ...about.flatMap((s) => boundsOf(s.date)),
  ];
}

type At = { view: View; today: Day; selected: Id | null; path: string; query: Query };

/** null: nothing has happened, so there is nothing to draw. */
export function sceneOf(history: DeviceHistory, at: At): Scene | null {
  const axis = axisOf(eventDays(history));
  if (!axis) return null;
  const { view, today, selected, path, query } = at;
  return {
    ...sceneOn(axis, { view, today, query }),
    flags: flagsOf(history.policies, axis),
    selected,
    path,
    hrefOf: (claim) => `${withQuery(path, query, { claim })}#claim`,
  };
}

/** A scene on an axis that is given, with nothing across it and nothing open. */
export const sceneOn = (axis: Axis, { view, today, query }: Pick<At, "view" | "today" | "query">): Scene => ({
  axis,
  ticks: ticksOf(axis),
  flags: [],
  view,
  today,
  veilFrom: view.on < today && view.on <= axis.last ? xOf(axis, view.on) : null,
  selected: null,
  query,
  path: "",
  hrefOf: (claim) => `#${claim}`,
});
