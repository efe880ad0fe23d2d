/**
 * Where to go after signing in: a path of this site, else the overview. Another host, also by "//", a backslash or a
 * control character, is never gone to.
 */
export function nextPath(text: string | readonly string[] | undefined): string {
  if (typeof text !== "string" || text.length > 2_000) return "/";
  if (!/^\/(?![/\\])/.test(text) || /[\\\p{C}]/u.test(text)) return "/";
  const here = "https://here.invalid";
  const url = URL.canParse(text, here) ? new URL(text, here) : null;
  return url?.origin === here ? url.pathname + url.search + url.hash : "/";
}
