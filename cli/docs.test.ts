import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/** What comments and pages of docs/ refer to is there: documents by path and heading, promises by sign, files by path. */

const root = path.resolve(import.meta.dirname, "..");
const NOT_OURS = /^(?:node_modules|generated|test-results|\..*)$/;

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    if (NOT_OURS.test(entry.name)) continue;
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else yield file;
  }
}
const textOf = (file: string): string => readFileSync(path.join(root, file), "utf8");
const isThere = (file: string): boolean => existsSync(path.join(root, file));

const files = [...filesBelow("")];
const sources = files.filter((file) => /\.(?:tsx?|mjs|js|sql|css|prisma)$/.test(file));
const pages = files.filter((file) => file.endsWith(".md"));

/** A comment in one line, so that what is cited may go over the end of one. */
const inOneLine = (text: string): string => text.replace(/\s*\n\s*(?:\*|\/\/+|--)?\s*/g, " ");

/** What a citation may name of a page: its headings, and the signs that begin the rows of its tables. */
const namesIn = (page: string): string[] =>
  [...page.matchAll(/^#+ (.+)$|^\| ([A-Z]\d+) \|/gm)].map(([, heading, sign]) => heading ?? sign ?? "");

/** "Who may do what" → "who-may-do-what", as hosts of repositories make anchors. */
const anchorOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");

describe("what code cites", () => {
  it("is a document of this repository", () => {
    const missing = sources.flatMap((file) =>
      [...textOf(file).matchAll(/[\w./-]*\w\.md\b/g)]
        .map(([cited]) => cited.replace(/^(?:\.\.\/)+/, ""))
        .filter((cited) => !isThere(cited))
        .map((cited) => `${file}: ${cited}`),
    );
    expect(missing, "Cite a path from the root, such as docs/model.md.").toEqual([]);
  });

  it("is a decision that was taken", () => {
    const taken = readdirSync(path.join(root, "docs/decisions")).map((name) => name.slice(0, 3));
    const missing = sources.flatMap((file) =>
      [...textOf(file).matchAll(/docs\/decisions\/(\d{3})/g)]
        .filter(([, number = ""]) => !taken.includes(number))
        .map(([cited]) => `${file}: ${cited}`),
    );
    expect(missing).toEqual([]);
  });

  it("is a heading or a promise of the document", () => {
    let met = 0;
    const missing = sources.flatMap((file) =>
      [...inOneLine(textOf(file)).matchAll(/\b(docs\/[a-z-]+\.md), ([^).;:]+)/g)].flatMap(
        ([, page = "", cited = ""]) => {
          const names = isThere(page) ? namesIn(textOf(page)) : [];
          met += 1;
          return cited
            .split(", ")
            .filter((name) => !names.includes(name.trim()))
            .map((name) => `${file}: ${page}, ${name}`);
        },
      ),
    );
    expect(missing).toEqual([]);
    expect(met).toBeGreaterThan(30);
  });
});

describe("pages of docs", () => {
  it.each(pages)("%s links to what is there", (file) => {
    const missing = [...textOf(file).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link = ""]) => link)
      .filter((link) => !/^https?:/.test(link))
      .filter((link) => {
        const [to = "", anchor] = link.split("#");
        const target = to === "" ? file : path.posix.join(path.posix.dirname(file), to);
        if (!isThere(target)) return true;
        return anchor !== undefined && !namesIn(textOf(target)).map(anchorOf).includes(anchor);
      });
    expect(missing).toEqual([]);
  });

  it.each(pages)("%s names files that are there", (file) => {
    const named = [...textOf(file).matchAll(/`((?:[\w[\].-]+\/)+[\w.-]+\.(?:tsx?|mjs|sql|md|css))`/g)];
    expect(named.map(([, name = ""]) => name).filter((name) => !isThere(name))).toEqual([]);
  });
});

describe("each promise", () => {
  const rows = [...textOf("docs/promises.md").matchAll(/^\| ([A-Z]\d+) \|.*\| (.+) \|$/gm)];
  it.each(rows.map(([, sign = "", tests = ""]) => [sign, tests] as const))(
    "%s is named by the tests that hold it: %s",
    (sign, tests) => {
      const held = [...tests.matchAll(/`([^`]+)`/g)].map(([, file = ""]) => file);
      expect(held.length).toBeGreaterThan(0);
      const silent = held.filter((file) => !new RegExp(`\\b${sign}\\b`).test(textOf(file)));
      expect(silent).toEqual([]);
    },
  );
});
