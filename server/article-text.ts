import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";

/** An article as text, with what its page says of itself in its head; "" where it says nothing. */
export type ArticleText = {
  readonly text: string;
  readonly publisher: string;
  readonly author: string;
  readonly published: string;
  readonly url: string;
};

/** What is no part of an article, with all inside it. */
const SKIPPED = new Set(
  "script style noscript template svg math nav footer aside button select textarea iframe object figcaption dialog".split(
    " ",
  ),
);
/** What begins a line of its own. */
const BLOCKS = new Set(
  "p div section article main header h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre table tr br hr figure".split(
    " ",
  ),
);

/** What holds the article itself. */
const MAIN = new Set(["article", "main"]);
/** The attributes that are looked at. */
const ATTRIBUTES = new Set("property name itemprop content rel href datetime".split(" "));

/** Names under which pages say who published, when, who wrote, and where. */
const META: Readonly<Record<string, keyof Omit<ArticleText, "text">>> = {
  "og:site_name": "publisher",
  "application-name": "publisher",
  author: "author",
  "article:author": "author",
  "article:published_time": "published",
  datepublished: "published",
  date: "published",
  "og:url": "url",
};

/**
 * The text of a page, read as a stream of tags without a tree: nothing of it runs, nothing is fetched, and depth costs
 * nothing. What stands in an article or main element is preferred to the rest of the page.
 */
export function articleOfHtml(html: string): ArticleText {
  const reader = new PageReader(html);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(html);
  tokenizer.end();
  const article = tidy(reader.main.join(""));
  const title = tidy(reader.heading.join(""));
  const chosen = article.length > 300 ? article : tidy(reader.all.join(""));
  return {
    ...reader.about,
    text: title !== "" && !chosen.includes(title) ? `${title}\n\n${chosen}` : chosen,
  };
}

/** Hears of each tag, attribute and piece of text, and keeps what belongs to the article. */
class PageReader implements TokenizerCallbacks {
  readonly all: string[] = [];
  readonly main: string[] = [];
  readonly heading: string[] = [];
  readonly about = { publisher: "", author: "", published: "", url: "" };
  #skipped = 0;
  #inMain = 0;
  #inHeading = false;
  #tag = "";
  #attribute = "";
  #value: string[] = [];
  #attributes: Record<string, string> = {};

  constructor(readonly html: string) {}

  #write(text: string): void {
    if (this.#skipped > 0) return;
    this.all.push(text);
    if (this.#inMain > 0) this.main.push(text);
    if (this.#inHeading) this.heading.push(text);
  }
  ontext(start: number, end: number): void {
    this.#write(this.html.slice(start, end));
  }
  ontextentity(codepoint: number): void {
    this.#write(String.fromCodePoint(codepoint));
  }
  onopentagname(start: number, end: number): void {
    this.#tag = this.html.slice(start, end).toLowerCase();
    this.#attributes = {};
  }
  onattribname(start: number, end: number): void {
    this.#attribute = this.html.slice(start, end).toLowerCase();
    this.#value = [];
  }
  onattribdata(start: number, end: number): void {
    this.#value.push(this.html.slice(start, end));
  }
  onattribentity(codepoint: number): void {
    this.#value.push(String.fromCodePoint(codepoint));
  }
  onattribend(): void {
    if (ATTRIBUTES.has(this.#attribute))
      this.#attributes[this.#attribute] = this.#value.join("").slice(0, 2000);
  }
  onopentagend(): void {
    const tag = this.#tag;
    if (BLOCKS.has(tag)) this.#write("\n");
    if (SKIPPED.has(tag)) this.#skipped += 1;
    if (MAIN.has(tag)) this.#inMain += 1;
    if (tag === "h1") this.#inHeading = true;
    if (tag === "meta" || tag === "link" || tag === "time") this.#note(tag);
  }
  onclosetag(start: number, end: number): void {
    const tag = this.html.slice(start, end).toLowerCase();
    if (SKIPPED.has(tag)) this.#skipped = Math.max(0, this.#skipped - 1);
    if (MAIN.has(tag)) this.#inMain = Math.max(0, this.#inMain - 1);
    if (tag === "h1") this.#inHeading = false;
    if (BLOCKS.has(tag)) this.#write("\n");
  }
  onselfclosingtag(): void {
    // In a page, not XML, the slash says nothing.
    this.onopentagend();
  }

  /** What the page says of itself; the first word on each matter holds. */
  #note(tag: string): void {
    const { property, name, itemprop, content, rel, href, datetime } = this.#attributes;
    const field = tag === "meta" ? META[(property ?? name ?? itemprop ?? "").toLowerCase()] : undefined;
    if (field && this.about[field] === "") this.about[field] = (content ?? "").trim().slice(0, 300);
    if (tag === "link" && rel === "canonical" && href) this.about.url = href;
    if (tag === "time" && this.about.published === "") this.about.published = (datetime ?? "").slice(0, 30);
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
}

/** One blank between words, at most one empty line between paragraphs. */
function tidy(text: string): string {
  const lines = text.split("\n").map((line) => line.replace(/[^\S\n]+/g, " ").trim());
  return lines.filter((line) => line !== "").join("\n\n");
}

/** What Windows-1252 has where Latin-1 has control characters; TextDecoder of some Node versions reads it as Latin-1. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** The characters of a file: UTF-8, UTF-16 with its mark, else Windows-1252, which any bytes can be. */
export function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes)
      .toString("latin1")
      .replace(/[\u0080-\u009f]/g, (unit) => WINDOWS_1252[unit.charCodeAt(0) - 0x80] ?? unit);
  }
}

/** Whether a file is a page rather than plain text. */
export const isHtml = (name: string, text: string): boolean =>
  /\.x?html?$/i.test(name) || /^\s*(?:<!doctype html|<html[\s>])/i.test(text.slice(0, 500));
