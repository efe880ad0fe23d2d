import { dateWords } from "@/domain/date-words";
import type { ClaimFacts } from "./claim-facts";
import type { Rule } from "./rule";

export const targetBeforePlan: Rule<ClaimFacts> = {
  code: "target-before-plan",
  level: "must",
  says: "The target of a plan does not lie before the plan.",
  field: "target",
  check: ({ target, effective }) =>
    target && target.latest < effective.earliest
      ? `The target (${dateWords(target)}) lies before the plan itself (${dateWords(effective)}). Check both years.`
      : null,
};
