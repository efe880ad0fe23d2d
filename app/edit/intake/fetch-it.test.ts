import { describe, expect, it } from "vitest";
import { type ArticleText, NO_ARTICLE } from "@/server/article-text";
import { filledIn } from "./fetch-it";

const PAGE: ArticleText = {
  text: "Koodo adds a phone",
  title: "Koodo adds a phone",
  publisher: "The Paper",
  author: "Jane Doe",
  published: "2020-06-15T23:30:00-04:00",
  url: "https://paper.test/koodo",
};

describe("a fetched page in the form", () => {
  it("fills what is empty, and its day is that of the place where it was written", () => {
    expect(filledIn({ command: "c", publisher: " ", url: "https://paper.test/k" }, PAGE)).toEqual({
      ok: true,
      text: PAGE.text,
      values: {
        command: "c",
        title: "Koodo adds a phone",
        author: "Jane Doe",
        publisher: "The Paper",
        published: "2020-06-15",
        url: "https://paper.test/koodo",
      },
    });
  });

  it("leaves what was typed", () => {
    expect(filledIn({ publisher: "Paper, The", published: "2020-06-14" }, PAGE)).toMatchObject({
      values: { publisher: "Paper, The", published: "2020-06-14" },
    });
  });

  it("keeps nothing that cannot be kept, guesses no day, and says when there is too much", () => {
    const hostile = {
      ...PAGE,
      text: "a\0b\ud800",
      title: "\0",
      published: "2020-02-30",
      publisher: "x".repeat(300),
    };
    expect(filledIn({}, hostile)).toMatchObject({
      text: "a b\ufffd",
      values: { title: " ", published: "", publisher: "x".repeat(200) },
    });
    expect(filledIn({}, { ...NO_ARTICLE, text: "x".repeat(200_001) })).toEqual({
      ok: false,
      message:
        "The text of this page has 200,001 characters; at most 200,000 are read. Open it yourself and paste the article alone.",
    });
  });
});
