import { describe, expect, it } from "vitest";
import { articleOfHtml, isHtml } from "./article-text";
import { decoded, decodedAs } from "./page-charset";

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
      title: "Verizon drops the Mate 10 Pro",
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

  const told = (linked: unknown, rest = "") =>
    articleOfHtml(
      `<head><script>{"@type":"NewsArticle","headline":"no"}</script><script type="application/ld+json">${
        typeof linked === "string" ? linked : JSON.stringify(linked)
      }</script>${rest}</head><body><time datetime="2001-01-01">old</time><p>Text`,
    );
  const NEWS = {
    "@type": "NewsArticle",
    headline: "Verizon drops a phone",
    datePublished: "2018-01-30T09:00:00-05:00",
    author: [{ "@type": "Person", name: "Jane Doe" }, "https://paper.test/jo", { name: "Jo Roe" }],
    publisher: { "@type": "Organization", name: "The Paper" },
  };
  it.each([
    ["one thing", NEWS],
    ["a list", [{ "@type": "WebSite", name: "no" }, NEWS]],
    ["a graph", { "@graph": [{ "@type": ["WebPage"] }, { ...NEWS, "@type": ["Thing", "NewsArticle"] }] }],
  ])("is described to programs by %s", (_, linked) => {
    expect(told(linked)).toEqual({
      text: "Verizon drops a phone\n\nold\n\nText",
      title: "Verizon drops a phone",
      publisher: "The Paper",
      author: "Jane Doe, Jo Roe",
      published: "2018-01-30T09:00:00-05:00",
      url: "",
    });
  });
  it("is described by its own tags before that, and by neither where what is told is broken", () => {
    const tags = `<meta property="og:title" content="In &quot;tags&quot;"><meta property="article:published_time"
      content="2018-01-31"><meta property="article:author" content="https://social.test/jane">`;
    expect(told(NEWS, tags)).toMatchObject({
      title: 'In "tags"',
      published: "2018-01-31",
      author: "Jane Doe, Jo Roe",
    });
    for (const broken of [
      "{",
      "null",
      "[[[[",
      '{"@graph":[null,3]}',
      '{"@type":"NewsArticle","headline":{}}',
    ])
      expect(told(broken)).toMatchObject({ title: "", publisher: "", published: "2001-01-01" });
  });

  it.each([
    ["deep in what it tells programs", `<script type="application/ld+json">${"[".repeat(500_000)}`],
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

  const bytes = (text: string) => Buffer.from(text, "latin1");
  it.each([
    ["its header's word", bytes("D\xfc"), "iso-8859-1", "Dü"],
    ["Japanese by its header", new Uint8Array([0x82, 0xa0]), "shift_jis", "あ"],
    ["a meta tag", bytes('<meta charset="windows-1251">\xc4'), null, '<meta charset="windows-1251">Д'],
    ["an old meta tag", bytes('<meta http-equiv="x" content="text/html; charset=koi8-r">\xc1'), null, "а"],
    ["a mark before a header", new Uint8Array([0xff, 0xfe, 0x44, 0x00]), "utf-8", "D"],
    ["nothing where the name is unknown", bytes("D\xfc"), "klingon", "Dü"],
    ["not UTF-16 in a tag of single bytes", bytes('<meta charset="utf-16">ok'), null, "ok"],
  ])("follow %s", (_, sent, said, text) => {
    expect(decodedAs(sent, said).endsWith(text)).toBe(true);
  });

  it("tells a page by its name or its beginning", () => {
    expect(isHtml("a.html", "")).toBe(true);
    expect(isHtml("a.txt", "\n<!DOCTYPE html>")).toBe(true);
    expect(isHtml("a.txt", "a < b")).toBe(false);
  });
});
