import { describe, expect, it } from "vitest";
import { read, said } from "./testing/dossier";
import { PHRASES, SHORT } from "./testing/phrases";
import { PRESS } from "./testing/press";

/** "6t tmo planned/paused" in the record's names: each answer that is right. */
const answers = (short: string): string[] => {
  const [device = "", seller = "", statuses = ""] = short.split(" ");
  return statuses.split("/").map((status) => `${SHORT[device]} ${SHORT[seller]} ${status}`);
};

describe.each(Object.entries({ ...PHRASES, ...PRESS }))("sentences of %s", (_, sentences) => {
  it.each(sentences)("%s", (text, ...expected) => {
    const found = said(read(text));
    const right = expected.map(answers);
    expect(found.filter((one) => !right.some((any) => any.includes(one)))).toEqual([]);
    expect(right.filter((any) => !any.some((one) => found.includes(one)))).toEqual([]);
  });
});
