import type { ClaimFacts } from "./claim-facts";
import type { Rule } from "./rule";

export const namedWithoutSpeaker: Rule<ClaimFacts> = {
  code: "named-without-speaker",
  level: "may",
  says: "Evidence that somebody named gives says who it is.",
  field: "evidence",
  check: ({ support }) => {
    const bare = support.find(({ attribution, speaker }) => attribution === "named" && speaker === null);
    return bare
      ? `The evidence from ${bare.source.publisher} is attributed to somebody named, but nobody is named. Enter the speaker.`
      : null;
  },
};
