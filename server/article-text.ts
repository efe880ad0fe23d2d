import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import { articleOfJsonLd, type LinkedFacts } from "./json-ld";

/** An article as text, with what its page says of itself in its head; "" where it says nothing. */
export type ArticleText = {
  readonly text: string;
  /** The headline. */
  readonly title: string;
  readonly publisher: string;
  readonly author: string;
  readonly published: string;
  readonly url: string;
};
export const NO_ARTICLE: ArticleText = {
  text: "",
  title: "",
  publisher: "",
  author: "",
  published: "",
  url: "",
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
const ATTRIBUTES = new Set("property name itemprop content rel href datetime type".split(" "));

/** Names under which pages say what it is called, who published, when, who wrote, and where. */
const META: Readonly<Record<string, keyof Omit<ArticleText, "text">>> = {
  "og:title": "title",
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
  const about = reader.facts();
  const title = tidy(reader.heading.join("")) || about.title;
  const chosen = article.length > 300 ? article : tidy(reader.all.join(""));
  return {
    ...about,
    title: oneLine(about.title || title),
    text: title !== "" && !chosen.includes(title) ? `${title}\n\n${chosen}` : chosen,
  };
}

/** Hears of each tag, attribute and piece of text, and keeps what belongs to the article. */
class PageReader implements TokenizerCallbacks {
  readonly all: string[] = [];
  readonly main: string[] = [];
  readonly heading: string[] = [];
  readonly about = { title: "", publisher: "", author: "", published: "", url: "" };
  #linked: LinkedFacts | null = null;
  #script: string[] | null = null;
  #time = "";
  #skipped = 0;
  #inMain = 0;
  #inHeading = false;
  #tag = "";
  #attribute = "";
  #value: string[] = [];
  #attributes: Record<string, string> = {};

  constructor(readonly html: string) {}

  /** Its own tags count before what it tells programs, and both before a time that stands in it. */
  facts() {
    const of = (field: keyof LinkedFacts) => this.about[field] || (this.#linked?.[field] ?? "");
    // Some name the address of a profile there.
    if (/^https?:/i.test(this.about.author)) this.about.author = "";
    return {
      title: of("title"),
      publisher: of("publisher"),
      author: of("author"),
      published: of("published") || this.#time,
      url: this.about.url,
    };
  }

  #write(text: string): void {
    this.#script?.push(text);
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
    if (tag === "script" && this.#attributes.type?.toLowerCase() === "application/ld+json") this.#script = [];
    if (tag === "meta" || tag === "link" || tag === "time") this.#note(tag);
  }
  onclosetag(start: number, end: number): void {
    const tag = this.html.slice(start, end).toLowerCase();
    if (SKIPPED.has(tag)) this.#skipped = Math.max(0, this.#skipped - 1);
    if (MAIN.has(tag)) this.#inMain = Math.max(0, this.#inMain - 1);
    if (tag === "h1") this.#inHeading = false;
    if (tag === "script" && this.#script) {
      this.#linked ??= articleOfJsonLd(this.#script.join(""));
      this.#script = null;
    }
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
    if (tag === "time" && this.#time === "") this.#time = (datetime ?? "").slice(0, 30);
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, 300);

/** One blank between words, at most one empty line between paragraphs. */
function tidy(text: string): string {
  const lines = text.split("\n").map((line) => line.replace(/[^\S\n]+/g, " ").trim());
  return lines.filter((line) => line !== "").join("\n\n");
}

/** Whether a file is a page rather than plain text. */
export const isHtml = (name: string, text: string): boolean =>
  /\.x?html?$/i.test(name) || /^\s*(?:<!doctype html|<html[\s>])/i.test(text.slice(0, 500));
