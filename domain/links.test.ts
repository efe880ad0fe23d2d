import { expect, it } from "vitest";
import { readLink } from "./links";

it.each([
  ["https://www.wsj.test/articles/2018/01/30/verizon?utm_source=x&id=7#top", "2018-01-30"],
  ["https://paper.test/2018/1/9/story", "2018-01-09"],
  ["https://paper.test/news/2018-01-30-story", "2018-01-30"],
  ["https://paper.test/2018/01/", "2018-01"],
  ["https://paper.test/2018/13/02/story", null],
  ["https://paper.test/story-2018", null],
  ["https://paper.test/a/12018/01/02", null],
])("an address says by its path when it was published: %s", (url, published) => {
  expect(readLink(url).published).toBe(published);
});

it("an address is kept without what only tracks its readers", () => {
  expect(readLink("https://www.Paper.test/a?utm_source=x&id=7&fbclid=1#top")).toEqual({
    url: "https://www.paper.test/a?id=7",
    host: "paper.test",
    published: null,
  });
});
