import type { ClaimFacts } from "./claim-facts";
import type { Rule } from "./rule";

export const unknownBesideReasons: Rule<ClaimFacts> = {
  code: "unknown-beside-reasons",
  level: "should",
  says: "“Reason not known” stands alone.",
  field: "reasons",
  check: ({ reasons }) =>
    reasons.length > 1 && reasons.includes("unknown")
      ? "“Reason not known” stands beside a reason that is known. Take one of the two away."
      : null,
};
