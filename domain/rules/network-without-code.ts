import type { CarrierFacts } from "./carrier-facts";
import type { Rule } from "./rule";

export const networkWithoutCode: Rule<CarrierFacts> = {
  code: "network-without-code",
  level: "may",
  says: "A carrier with a network of its own has an MCC-MNC among its names.",
  field: "aliases",
  check: ({ kind, networkCodes }) =>
    kind === "MNO" && networkCodes === 0
      ? "It has no MCC-MNC, by which imported lists find it. Add a line such as “mcc-mnc: 310-410”."
      : null,
};
