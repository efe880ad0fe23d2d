import { articlesAndOrigins } from "@/domain/certainty-words";
import type { View } from "@/domain/claims";
import { dateWords, dayWords } from "@/domain/date-words";
import type { CarrierRef, DealLane, DeviceRef } from "@/domain/device-history";
import type { Day } from "@/domain/edtf";
import { CERTAINTY_WORDS, STATUS_WORDS, statusDeed } from "@/domain/words";

type Props = {
  lane: DealLane | undefined;
  device: DeviceRef;
  carrier: CarrierRef;
  view: View;
  today: Day;
};

/** "Verizon dropped its plan, 30 Jan 2018." and how well that is known. */
export function DealLead({ lane, device, carrier, view, today }: Props) {
  if (!lane || lane.claims.length === 0)
    return (
      <>
        <b>
          Nothing is recorded about the {device.name} at {carrier.name}.
        </b>{" "}
        That is neither a yes nor a no.
      </>
    );
  const { now, history, stale } = lane;
  const then = view.on === today ? "" : `On ${dayWords(view.on)}: `;
  if (!now) {
    const first = history[0];
    return (
      <>
        <b>
          {then || "Today "}no status is known of the {device.name} at {carrier.name}.
        </b>
        {first && ` The first is from ${dateWords(first.from)}.`}
      </>
    );
  }
  const { entry, status, certain } = now;
  const before = history.find((e) => e.claim.id === entry.previous);
  const { certainty, disputed } = entry.certainty;
  return (
    <>
      <b>
        {then}
        {carrier.name} {statusDeed(before?.claim.status ?? null, status)}, {dateWords(entry.from)}.
      </b>{" "}
      The status is {STATUS_WORDS[status].word}
      {!certain && ", not certain on this day"}. It is {CERTAINTY_WORDS[certainty].word}:{" "}
      {articlesAndOrigins(entry.certainty)}
      {disputed && ", and an official source disputes it"}.{stale?.why && ` ${stale.why}`}
    </>
  );
}
