import { readFileSync } from "node:fs";
import path from "node:path";

let kept: ReadonlyMap<string, string> | null = null;

/** The design tokens of the light theme by name ("--ink"), from app/tokens.css. Read once. */
export function tokens(): ReadonlyMap<string, string> {
  kept ??= readTokens(readFileSync(path.resolve("app", "tokens.css"), "utf8"));
  return kept;
}

/** The first `:root` is the light theme, which paper has too. */
export function readTokens(css: string): ReadonlyMap<string, string> {
  const [, block = ""] = /:root\s*\{([^}]*)\}/.exec(css.replace(/\/\*[\s\S]*?\*\//g, "")) ?? [];
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [
      name,
      // A name that only the page knows comes before those that everybody knows: the page's own copy of a font.
      value
        .trim()
        .replace(/\s+/g, " ")
        .replace(/var\(--font-[\w-]+\), /g, ""),
    ]),
  );
}

/**
 * Markup in which every `var(--token)` is its value, for places that know no style sheet. Unknown names stay; double quotes,
 * which fonts are named in, become single ones, since the markup's attributes stand in double ones.
 */
export function resolveTokens(markup: string): string {
  const known = tokens();
  return markup.replace(
    /var\((--[\w-]+)\)/g,
    (whole, name: string) => known.get(name)?.replaceAll('"', "'") ?? whole,
  );
}
