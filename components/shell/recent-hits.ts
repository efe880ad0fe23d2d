import type { AnswerHit } from "@/formats/search-answer";

/** The hits that this browser went to last, the latest first. Kept on the machine only; a browser may refuse to keep any. */

const KEY = "rangebook.recent";
const MOST = 6;

export function recentHits(): readonly AnswerHit[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isHit).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberHit(hit: AnswerHit): void {
  try {
    const others = recentHits().filter(({ path }) => path !== hit.path);
    localStorage.setItem(KEY, JSON.stringify([{ ...hit, status: null }, ...others].slice(0, MOST)));
  } catch {
    // Storage is full or forbidden: nothing is remembered.
  }
}

/** What is in the store may be of an older version, or anybody's; a path must stay on this site. */
function isHit(kept: unknown): kept is AnswerHit {
  if (typeof kept !== "object" || kept === null) return false;
  const { path, kind, name, detail, why } = kept as Record<string, unknown>;
  const texts = [path, kind, name, detail, why].every((text) => typeof text === "string");
  return texts && /^\/[a-z]/.test(path as string);
}
