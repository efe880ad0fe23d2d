import type { Rule } from "./rule";
import type { SourceFacts } from "./source-facts";

export const sourceWithoutAddress: Rule<SourceFacts> = {
  code: "source-without-address",
  level: "should",
  says: "A source that was read has an address, so that others can read it too.",
  field: "url",
  check: ({ seen, url, retracted }) =>
    seen && !retracted && url === null
      ? "It was read, but has no address. Paste it, or mark the source as unseen."
      : null,
};
