import type { CarrierFacts } from "./carrier-facts";
import type { Rule } from "./rule";

export const hostWithoutNetwork: Rule<CarrierFacts> = {
  code: "host-without-network",
  level: "should",
  says: "The host of an MVNO runs a network of its own.",
  field: "host",
  check: ({ host }) =>
    host?.kind === "MVNO"
      ? `${host.name} is an MVNO itself. Enter the carrier whose network both use.`
      : null,
};
