import type { Step } from "@/components/shell/clock";
import type { DealLane } from "@/domain/device-history";
import type { Day } from "@/domain/edtf";
import { statusDeed } from "@/domain/words";

/** The events next to the day looked at, for stepping through a history. */
export function stepsAround(
  lanes: readonly DealLane[],
  on: Day,
  today: Day,
): { previous: Step | null; next: Step | null } {
  const events = lanes
    .flatMap(({ carrier, history }) =>
      history.map(({ begins, claim }, i) => ({
        day: begins,
        what: `${carrier.name} ${statusDeed(history[i - 1]?.claim.status ?? null, claim.status)}`,
      })),
    )
    .filter(({ day }) => day <= today)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  return {
    previous: events.findLast(({ day }) => day < on) ?? null,
    next: events.find(({ day }) => day > on) ?? null,
  };
}
