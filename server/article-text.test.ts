import { describe, expect, it } from "vitest";
import { articleOfHtml, decoded, isHtml } from "./article-text";

const LONG = "Verizon has dropped its plan to sell the Mate 10 Pro. ".repeat(8).trim();

describe("an article from a page", () => {
  it("is its article element, with the headline, without menus, scripts and captions", () => {
    const html = `<!doctype html><html><head><title>x</title><meta property="og:site_name" content="The Paper">
      <meta property="article:published_time" content="2018-01-30T10:00:00Z"><meta name="author" content="Jane Doe">
      <link rel="canonical" href="https://paper.test/a"><script>alert("no")</script></head><body>
      <nav>Home Sport</nav><h1>Verizon drops the Mate&nbsp;10 Pro</h1><article><p>${LONG}</p>
      <figure><img><figcaption>A phone</figcaption></figure><ul><li>One</li><li>Two</li></ul></article>
      <aside>Read this too</aside><footer>Copyright</footer></body></html>`;
    expect(articleOfHtml(html)).toEqual({
      text: `Verizon drops the Mate 10 Pro\n\n${LONG}\n\nOne\n\nTwo`,
      publisher: "The Paper",
      author: "Jane Doe",
      published: "2018-01-30T10:00:00Z",
      url: "https://paper.test/a",
    });
  });

  it("is the whole page where no article is marked; entities are read", () => {
    expect(articleOfHtml("<div>AT&amp;T &#8212; it&rsquo;s <b>here</b></div><p>More").text).toBe(
      "AT&T — it’s here\n\nMore",
    );
  });

  it.each([
    ["nested without end", `${"<div>".repeat(200_000)}text`],
    ["never closed", `<p${" a".repeat(200_000)}`],
    ["open comments", "<!--".repeat(200_000)],
    ["closing tags alone", "</div>".repeat(200_000)],
  ])(
    "survives %s",
    (_, html) => {
      expect(typeof articleOfHtml(html).text).toBe("string");
    },
    30_000,
  );
});

describe("the characters of a file", () => {
  it.each([
    ["UTF-8", new TextEncoder().encode("Düsseldorf “x”"), "Düsseldorf “x”"],
    ["Windows-1252", new Uint8Array([0x93, 0x44, 0xfc, 0x94]), "“Dü”"],
    ["UTF-16 with its mark", new Uint8Array([0xff, 0xfe, 0x44, 0x00, 0xfc, 0x00]), "Dü"],
  ])("%s", (_, bytes, text) => {
    expect(decoded(bytes)).toBe(text);
  });

  it("tells a page by its name or its beginning", () => {
    expect(isHtml("a.html", "")).toBe(true);
    expect(isHtml("a.txt", "\n<!DOCTYPE html>")).toBe(true);
    expect(isHtml("a.txt", "a < b")).toBe(false);
  });
});
