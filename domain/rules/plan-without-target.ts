import type { ClaimFacts } from "./claim-facts";
import type { Rule } from "./rule";

export const planWithoutTarget: Rule<ClaimFacts> = {
  code: "plan-without-target",
  level: "may",
  says: "A plan says when sale is to begin, as vaguely as its source does.",
  field: "target",
  check: ({ status, target }) =>
    status === "planned" && target === null
      ? "The plan has no target. If the source says when sale is to begin (“this summer”), enter it."
      : null,
};
