import { STATUS_WORDS } from "@/domain/words";
import { type ClaimFacts, isRefusal } from "./claim-facts";
import type { Rule } from "./rule";

export const refusalWithoutReason: Rule<ClaimFacts> = {
  code: "refusal-without-reason",
  level: "should",
  says: "A withdrawal, a pause or a refusal says why, or says that the reason is not known.",
  field: "reasons",
  check: (facts) =>
    isRefusal(facts) && facts.reasons.length === 0
      ? `Nothing says why it was ${STATUS_WORDS[facts.status].word}. Tick a reason, or “reason not known”.`
      : null,
};
