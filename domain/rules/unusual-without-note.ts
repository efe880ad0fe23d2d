import { isUsual } from "@/domain/transitions";
import { unusualTransition } from "@/domain/words";
import type { ClaimFacts } from "./claim-facts";
import type { Rule } from "./rule";

export const unusualWithoutNote: Rule<ClaimFacts> = {
  code: "unusual-without-note",
  level: "must",
  says: "An unusual change, such as paused again after paused, has a note that explains it.",
  field: "note",
  // The note may stand at either of the two: the later news was perhaps there first.
  check: ({ before, status, note }) =>
    note !== null || before?.noted || isUsual(before?.status ?? null, status)
      ? null
      : unusualTransition(before?.status ?? null, status),
};
