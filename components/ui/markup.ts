/** HTML that may be shown as it stands: made by `html` alone. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = string | number | null | undefined | false | Markup | readonly Markup[];

const ENTITY: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const SIGNS = /[&<>"']/;
const ALL_SIGNS = /[&<>"']/g;
const text = (part: Part): string => {
  if (part instanceof Markup) return part.text;
  if (typeof part === "string")
    return SIGNS.test(part) ? part.replace(ALL_SIGNS, (c) => ENTITY[c] ?? c) : part;
  if (typeof part === "number") return String(part);
  return part ? part.map((one) => one.text).join("") : "";
};

/**
 * A template of HTML, for what would be tens of thousands of React elements: each of those costs microseconds three times,
 * in the server's two passes and in the browser. Whatever is put in is escaped, unless it is Markup; attributes need their
 * quotation marks. null, undefined and false show nothing.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let all = strings[0] ?? "";
  for (let i = 0; i < parts.length; i++) all += text(parts[i]) + (strings[i + 1] ?? "");
  return new Markup(all);
}
