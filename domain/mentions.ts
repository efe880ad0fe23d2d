import type { Id } from "./claims";

/** Somebody who can be spoken to in a comment. */
export type Person = { readonly id: Id; readonly name: string };

/**
 * Whom a comment speaks to: each "@" followed by the whole name of a person, in any case. Of names that begin alike the longest
 * counts ("@Ann Lee" is not "@Ann"), and a name ends where a word does. Two people of one name are both meant.
 */
export function mentionsIn(text: string, people: readonly Person[]): readonly Id[] {
  const folded = fold(text);
  const names = [...new Set(people.map((p) => fold(p.name)))].sort((a, b) => b.length - a.length);
  const meant = new Set<string>();
  for (let at = folded.indexOf("@"); at !== -1; at = folded.indexOf("@", at + 1)) {
    const name = names.find((n) => folded.startsWith(n, at + 1) && !isWord(folded.slice(at + 1 + n.length)));
    if (name) meant.add(name);
  }
  return people.filter((p) => meant.has(fold(p.name))).map((p) => p.id);
}

const fold = (text: string): string => text.normalize("NFC").toLowerCase();
const isWord = (rest: string): boolean => /^[\p{L}\p{N}\p{M}_]/u.test(rest);
