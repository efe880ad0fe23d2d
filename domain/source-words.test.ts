import { expect, test } from "vitest";
import { effectOf } from "./resting";
import { effectWords, sourceTitle } from "./source-words";
import { evidence, graphOf, NOW, source } from "./testing/samples";

test.each([
  [{ title: "[not seen] report of a plan", seen: false }, "Report of a plan"],
  [{ title: "[not seen] a film", seen: true }, "[not seen] a film"],
  [{ title: "iPhones for all", seen: true }, "iPhones for all"],
  [{ title: null, seen: true }, "Paper, 30 Jan 2018"],
])("%j is called %s", (more, words) => {
  expect(sourceTitle(source("a", "2018-01-30", { publisher: "Paper", ...more }))).toBe(words);
});

test("what a retraction would do is said from now to then", () => {
  const graph = graphOf([source("a", "2018"), source("b", "2018")]);
  const effect = effectOf("a", graph, NOW);
  expect(effectWords(effect([evidence("a")]))).toBe("reported now, no support left");
  expect(effectWords(effect([evidence("a"), evidence("b")]))).toBe("corroborated now, reported then");
  expect(effectWords(effect([evidence("b")]))).toBe("reported either way");
});
