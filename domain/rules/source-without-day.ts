import { dateWords } from "@/domain/date-words";
import type { Rule } from "./rule";
import type { SourceFacts } from "./source-facts";

export const sourceWithoutDay: Rule<SourceFacts> = {
  code: "source-without-day",
  level: "may",
  says: "The day is known on which a news report, a blog or a press release was published.",
  field: "published",
  check: ({ kind, seen, published }) =>
    seen &&
    (kind === "news" || kind === "blog" || kind === "press-release") &&
    published.earliest !== published.latest
      ? `“${dateWords(published)}” is not a day; until its last day the claims that rest on it count as unpublished. The article itself says the day.`
      : null,
};
