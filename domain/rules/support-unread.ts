import type { ClaimFacts } from "./claim-facts";
import type { Rule } from "./rule";

export const supportUnread: Rule<ClaimFacts> = {
  code: "support-unread",
  level: "should",
  says: "Somebody here has read at least one of the sources of a claim.",
  field: "evidence",
  check: ({ support }) =>
    support.length > 0 && support.every(({ source }) => !source.seen)
      ? "Nobody here has read any of the sources that support it. Add the article that named them."
      : null,
};
