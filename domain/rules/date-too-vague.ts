import { dateWords } from "@/domain/date-words";
import { daysBetween } from "@/domain/edtf";
import type { ClaimFacts } from "./claim-facts";
import type { Rule } from "./rule";

/** A leap year and the day after it. */
const YEAR = 366;

export const dateTooVague: Rule<ClaimFacts> = {
  code: "date-too-vague",
  level: "may",
  says: "It is known within a year when a status began.",
  field: "effective",
  check: ({ effective }) => {
    const { earliest, latest, openStart, openEnd } = effective;
    if (!openStart && !openEnd && daysBetween(earliest, latest) <= YEAR) return null;
    return `“${dateWords(effective)}” leaves more than a year open. Narrow it with another source.`;
  },
};
