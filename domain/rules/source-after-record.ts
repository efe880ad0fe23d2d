import { dateWords, dayWords } from "@/domain/date-words";
import type { ClaimFacts } from "./claim-facts";
import type { Rule } from "./rule";

export const sourceAfterRecord: Rule<ClaimFacts> = {
  code: "source-after-record",
  level: "must",
  says: "No source is dated after the day on which a claim that rests on it was recorded.",
  field: "evidence",
  check: ({ support, recorded }) => {
    const late = support.find(({ source }) => source.published.earliest > recorded);
    return late
      ? `${late.source.publisher} is dated ${dateWords(late.source.published)}, after ${dayWords(recorded)}, when the claim was recorded. Check the date of the source.`
      : null;
  },
};
