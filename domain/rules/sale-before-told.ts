import { dateWords } from "@/domain/date-words";
import type { ClaimFacts } from "./claim-facts";
import type { Rule } from "./rule";

export const saleBeforeTold: Rule<ClaimFacts> = {
  code: "sale-before-told",
  level: "should",
  says: "That a device is on sale rests on something that was published once it was.",
  field: "effective",
  check: ({ status, effective, support }) =>
    status === "carried" &&
    support.length > 0 &&
    support.every(({ source }) => source.published.latest < effective.earliest)
      ? `Everything cited is older than the sale itself (${dateWords(effective)}): that is a plan with a target. Add a source that saw it on sale, or record it as planned.`
      : null,
};
