import fc from "fast-check";
import { expect, test } from "vitest";
import { mentionsIn } from "./mentions";

const ann = { id: "1", name: "Ann" };
const annLee = { id: "2", name: "Ann Lee" };
const zoe = { id: "3", name: "Zoë Ng" };
const people = [ann, annLee, zoe];

test.each([
  ["@Ann, look at this", ["1"]],
  ["@ann lee and @ZOË NG: which?", ["2", "3"]],
  ["mail ann@annex.example", []],
  ["@Annette is somebody else", []],
  ["Ann said so, nobody is asked", []],
  ["@@Ann", ["1"]],
])("%s", (text, ids) => {
  expect(mentionsIn(text, people)).toEqual(ids);
});

test("whoever is named with @ between other words is meant, and nobody else", () => {
  const word = fc.constantFrom("see", "the claim,", "(again)", "—", "名");
  fc.assert(
    fc.property(fc.subarray(people), fc.array(word, { minLength: 1 }), (meant, words) => {
      const text = [...words, ...meant.flatMap((p) => [`@${p.name}`, words[0] ?? ""])].join(" ");
      expect(mentionsIn(text, people)).toEqual(meant.map((p) => p.id));
    }),
  );
});
