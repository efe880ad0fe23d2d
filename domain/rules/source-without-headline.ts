import type { Rule } from "./rule";
import type { SourceFacts } from "./source-facts";

export const sourceWithoutHeadline: Rule<SourceFacts> = {
  code: "source-without-headline",
  level: "should",
  says: "A source that was read has its headline.",
  field: "title",
  check: ({ seen, title, retracted }) =>
    seen && !retracted && title === null
      ? "It was read, but has no headline. Copy it, or mark the source as unseen."
      : null,
};
