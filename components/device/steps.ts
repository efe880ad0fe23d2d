import { type ClockEvents, clockEvents } from "@/domain/clock-events";
import type { DealLane } from "@/domain/device-history";
import type { Day } from "@/domain/edtf";
import { statusDeed } from "@/domain/words";

/** The events of some deals around the day looked at, for stepping through their history. */
export const stepsAround = (lanes: readonly DealLane[], on: Day, today: Day): ClockEvents =>
  clockEvents(
    lanes.flatMap(({ carrier, history }) =>
      history.map(({ begins, claim }, i) => ({
        day: begins,
        what: `${carrier.name} ${statusDeed(history[i - 1]?.claim.status ?? null, claim.status)}`,
      })),
    ),
    on,
    today,
  );
