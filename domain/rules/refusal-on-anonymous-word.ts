import { STATUS_WORDS } from "@/domain/words";
import { type ClaimFacts, isRefusal } from "./claim-facts";
import type { Rule } from "./rule";

export const refusalOnAnonymousWord: Rule<ClaimFacts> = {
  code: "refusal-on-anonymous-word",
  level: "should",
  says: "That a carrier withdrew, paused or declined a device rests on more than anonymous word.",
  field: "evidence",
  check: (facts) =>
    isRefusal(facts) &&
    facts.support.length > 0 &&
    facts.support.every(({ attribution }) => attribution === "anonymous")
      ? `Only people who are not named say that it was ${STATUS_WORDS[facts.status].word}. Look for a document, a name or an official word.`
      : null,
};
