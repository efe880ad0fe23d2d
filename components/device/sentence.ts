import { counted, listedNames } from "@/components/timeline/words";
import type { View } from "@/domain/claims";
import { dayWords } from "@/domain/date-words";
import type { DealLane } from "@/domain/device-history";
import type { Day } from "@/domain/edtf";
import { CERTAINTIES, type Certainty, STATUSES, type Status } from "@/domain/status";
import { CERTAINTY_WORDS } from "@/domain/words";
import { countryName } from "@/formats/countries";

/** How carriers that do not sell a device stand to it. */
const STANDING: Readonly<Record<Status, string>> = {
  carried: "on sale at",
  planned: "planned at",
  paused: "paused at",
  withdrawn: "withdrawn at",
  declined: "declined by",
  "retail-only": "left to retailers at",
  ended: "ended at",
};
const MOST = 4;

const namesOf = (lanes: readonly DealLane[]): string =>
  listedNames(
    lanes.map((lane) => lane.carrier.name),
    MOST,
    "carriers",
  );

/** The page's question, answered: where the device is on sale on the day, and where not. Without a full stop. */
export function answerOf(lanes: readonly DealLane[], view: View, today: Day): string {
  const prefix = prefixOf(view, today);
  const open = lanes.filter((lane) => lane.now !== null);
  if (lanes.every((lane) => lane.history.length === 0)) return `${prefix}no carrier is on record`;
  if (open.length === 0) return `${prefix}no carrier had taken a decision on record`;
  const carried = open.filter((lane) => lane.now?.status === "carried");
  const fresh = carried.filter((lane) => !lane.stale?.stale);
  const old = carried.filter((lane) => lane.stale?.stale);
  const parts = [
    ...(fresh.length > 0 ? [`on sale at ${namesOf(fresh)}`] : []),
    ...(old.length > 0 ? [`last known on sale at ${namesOf(old)}`] : []),
  ];
  if (parts.length > 0) return prefix + parts.join(", ") + elsewhere(open, carried);
  const groups = STATUSES.flatMap((status) => {
    const own = open.filter((lane) => lane.now?.status === status);
    return own.length > 0 ? [`${STANDING[status]} ${namesOf(own)}`] : [];
  });
  return `${prefix}on sale at no carrier on record: ${groups.join(", ")}`;
}

/** "On 15 Jan 2018, as published by 20 Jan 2018: "; nothing while a page shows today. */
export function prefixOf({ on, known }: View, today: Day): string {
  if (known !== null && known !== on) return `On ${dayWords(on)}, as published by ${dayWords(known)}: `;
  if (known !== null) return `As published by ${dayWords(known)}: `;
  return on === today ? "" : `On ${dayWords(on)}: `;
}

/** ", at no carrier in the United States on record": countries with a deal and without a sale, when they are few. */
function elsewhere(open: readonly DealLane[], carried: readonly DealLane[]): string {
  const selling = new Set(carried.map((lane) => lane.carrier.country));
  const others = [...new Set(open.map((lane) => lane.carrier.country))].filter((c) => !selling.has(c));
  if (others.length === 0 || others.length > 2) return "";
  const names = others.map((code) =>
    code === "US" || code === "GB" ? `the ${countryName(code)}` : countryName(code),
  );
  return `, at no carrier in ${names.join(" or ")} on record`;
}

/** "Of 8 claims at 4 carriers 3 are confirmed, 2 corroborated, 1 reported and 2 rumoured, both about Verizon." */
export function restOf(lanes: readonly DealLane[]): string {
  const entries = lanes.flatMap((lane) => lane.history.map((entry) => ({ lane, entry })));
  if (entries.length === 0) return "";
  const carriers = counted(lanes.filter((lane) => lane.history.length > 0).length, "carrier");
  const of = (certainty: Certainty) => entries.filter(({ entry }) => entry.certainty.certainty === certainty);
  const disputed = entries.filter(({ entry }) => entry.certainty.disputed).length;
  const against =
    disputed > 0 ? ` ${disputed} ${disputed === 1 ? "is" : "are"} disputed by an official source.` : "";
  const present = CERTAINTIES.filter((c) => of(c).length > 0);
  const only = present.length === 1 ? present[0] : undefined;
  if (only !== undefined) {
    const word = CERTAINTY_WORDS[only].word;
    const said =
      entries.length === 1
        ? `The one claim on record is ${word}`
        : `All ${entries.length} claims at ${carriers} are ${word}`;
    return `${said}.${against}`;
  }
  const parts = present.map((certainty, i) => {
    const own = of(certainty);
    const verb = i === 0 ? (own.length === 1 ? " is" : " are") : "";
    return `${own.length}${verb} ${CERTAINTY_WORDS[certainty].word}${certainty === "rumoured" ? whose(own) : ""}`;
  });
  return `Of ${entries.length} claims at ${carriers} ${listedNames(parts, parts.length, "")}.${against}`;
}

function whose(own: readonly { lane: DealLane }[]): string {
  const names = new Set(own.map(({ lane }) => lane.carrier.name));
  if (names.size !== 1) return "";
  return `, ${own.length === 1 ? "" : own.length === 2 ? "both " : "all "}about ${[...names][0]}`;
}

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
