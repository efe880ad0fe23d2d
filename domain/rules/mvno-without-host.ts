import type { CarrierFacts } from "./carrier-facts";
import type { Rule } from "./rule";

export const mvnoWithoutHost: Rule<CarrierFacts> = {
  code: "mvno-without-host",
  level: "should",
  says: "An MVNO says on whose network it runs.",
  field: "host",
  check: ({ kind, host }) =>
    kind === "MVNO" && host === null
      ? "An MVNO runs on the network of another carrier. Enter its host, or make it an MNO."
      : null,
};
