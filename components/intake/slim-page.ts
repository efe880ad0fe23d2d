/** Elements of a saved page that are no text of it and often most of its size. */
const HEAVY = ["script", "style", "svg", "noscript"];

/**
 * A page without what is no text of it. Works on bytes, one character each, whatever the page's encoding, in time that
 * grows with its length. What is never closed is dropped to the end.
 */
export function slimPage(bytes: Uint8Array): Uint8Array {
  let page = Array.from({ length: Math.ceil(bytes.length / CHUNK) }, (_, n) =>
    String.fromCharCode(...bytes.subarray(n * CHUNK, (n + 1) * CHUNK)),
  ).join("");
  for (const tag of HEAVY) page = without(page, `<${tag}`, `</${tag}`);
  page = without(page, "<!--", "-->");
  return Uint8Array.from(page, (unit) => unit.charCodeAt(0));
}

/** What a call takes as arguments is bounded. */
const CHUNK = 8192;

function without(page: string, open: string, close: string): string {
  const lower = page.toLowerCase();
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const start = lower.indexOf(open, at);
    kept.push(page.slice(at, start < 0 ? undefined : start));
    const end = start < 0 ? -1 : lower.indexOf(close, start);
    if (end < 0) return kept.join("");
    const past = lower.indexOf(">", end);
    if (past < 0) return kept.join("");
    at = past + 1;
  }
}
