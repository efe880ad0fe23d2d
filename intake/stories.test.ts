import { describe, expect, it } from "vitest";
import { read, said } from "./testing/dossier";
import { SHORT } from "./testing/phrases";
import { STORIES, STORY_SHORT } from "./testing/stories";

/** What a story says: the answers that are right, and whether it may go unsaid (a "-" behind the statuses). */
function expectation(short: string): { right: string[]; optional: boolean } {
  const [device = "", seller = "", statuses = ""] = short.split(" ");
  const name = (word: string) => STORY_SHORT[word] ?? SHORT[word] ?? `(${word})`;
  const right = statuses.split("/").map((status) => `${name(device)} ${name(seller)} ${status}`);
  return { right, optional: statuses.endsWith("-") };
}

describe("short texts", () => {
  it.each(STORIES.map(([text, ...expected]) => [text.split("\n")[0] ?? "", text, expected] as const))(
    "%s",
    (_headline, text, expected) => {
      const found = said(read(text));
      const wanted = expected.map(expectation);
      expect(found.filter((one) => !wanted.some(({ right }) => right.includes(one)))).toEqual([]);
      const missing = wanted.filter(
        ({ right, optional }) => !optional && !right.some((one) => found.includes(one)),
      );
      expect(missing.map(({ right }) => right[0])).toEqual([]);
    },
  );
});
