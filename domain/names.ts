import { echo } from "./edtf";

/** Diacritics only: marks of other scripts (the dots of バ, vowel signs) tell one word from another. */
const DIACRITICS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;

/**
 * What two spellings of one name have in common, for uniqueness and search: without accents, case, width, blanks and
 * punctuation. "+" says something ("Galaxy S9+" is another phone), "&" does not ("AT&T" is "ATT").
 */
export const nameKey = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(DIACRITICS, "")
    .toLowerCase()
    .toUpperCase() // up, then down again: ß, ẞ and ss, ς and σ become one
    .toLowerCase()
    .replaceAll("ς", "σ")
    .replaceAll("+", "plus")
    .replace(/[^\p{L}\p{N}\p{M}]/gu, "")
    .normalize("NFC");

/** The key under which a publisher counts once as an origin; a name without a letter or digit stands for itself. */
export const publisherKey = (name: string): string => nameKey(name) || name;

/** The part of an address made from a name: "AT&T Mobility" → "att-mobility". Empty when the name has no Latin letter or digit. */
export const slugOf = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(DIACRITICS, "")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replaceAll("+", "-plus")
    .replace(/[&'’.]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 100)
    .replace(/^-|-$/g, "");

/** Scripts whose letters pass for Latin ones. Han, Kana and Hangul beside Latin are ordinary. */
const LOOK_ALIKE =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}]/u;

const hexOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** What is wrong with a name beyond what `textProblem` says: invisible or look-alike letters; null when nothing is. */
export function nameProblem(name: string): string | null {
  const invisible = /[\p{C}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|\u034f/u.exec(name);
  if (invisible)
    return `The name contains an invisible character (${hexOf(invisible[0])}). Type it again by hand.`;
  const blank = /[^\S ]/u.exec(name);
  if (blank) return `The name contains an unusual blank (${hexOf(blank[0])}). Use ordinary spaces.`;
  if (/\p{M}{4}/u.test(name)) return "The name has too many marks on one letter. Type it again by hand.";
  for (const word of name.split(/[^\p{L}\p{M}]+/u)) {
    const stranger = LOOK_ALIKE.exec(word);
    if (stranger && /\p{Script=Latin}/u.test(word)) {
      return `"${echo(word)}" mixes alphabets: ${hexOf(stranger[0])} only looks like a Latin letter. Type the word again.`;
    }
  }
  if (nameKey(name) === "") return `"${echo(name)}" has no letter and no digit. Write a name.`;
  return null;
}

/** What is wrong with any text: control characters other than line breaks and tabs, lone surrogates, too long. */
export function textProblem(text: string, limit: number): string | null {
  let length = 0;
  for (const _ of text) length += 1; // a character may take two units
  if (length > limit) return `This text has ${length} characters. At most ${limit} are kept: shorten it.`;
  const control = /[^\P{Cc}\n\r\t]/u.exec(text);
  if (control) return `The text contains a control character (${hexOf(control[0])}). Remove it.`;
  if (/\p{Cs}/u.test(text)) return "The text contains half a character (a lone surrogate). Type it again.";
  return null;
}

/** What is wrong with a source's address, so that stored links are always safe to click; null when nothing is. */
export function urlProblem(url: string): string | null {
  if (url.length > 2000) return `This address has ${url.length} characters. At most 2000 are kept.`;
  if (!/^https?:\/\//i.test(url))
    return `"${echo(url)}" is not a web address. It must begin with https:// or http://.`;
  const bad = /[\s\p{C}"'`<>\\{}|^]/u.exec(url);
  if (bad)
    return `The address contains a blank, a quote or another character that does not belong (${hexOf(bad[0])}). Write it percent-encoded.`;
  const authority = /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? "";
  if (authority.includes("@")) return "The address contains a user name before its host. Leave that out.";
  // A host that is empty or a bare port is no host; the URL class would read https:///x as https://x.
  if (authority === "" || authority.startsWith(":") || !URL.canParse(url))
    return `"${echo(url)}" is not a complete web address.`;
  return null;
}

const TRACKING = /^(?:utm_[a-z]+|fbclid|gclid|mc_cid|mc_eid)$/i;

/**
 * What the spellings of one address have in common: without scheme, `www.`, fragment, tracking parameters and final slash.
 * The address must have no `urlProblem`; else a TypeError is thrown.
 */
export function urlKey(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  for (const name of [...searchParams.keys()]) if (TRACKING.test(name)) searchParams.delete(name);
  const query = searchParams.toString();
  return host.replace(/^www\./, "") + pathname.replace(/\/+$/, "") + (query ? `?${query}` : "");
}

/** The address without its fragment and tracking parameters, as it is worth keeping. The address must have no `urlProblem`. */
export function cleanUrl(url: string): string {
  const clean = new URL(url);
  clean.hash = "";
  for (const name of [...clean.searchParams.keys()]) if (TRACKING.test(name)) clean.searchParams.delete(name);
  return clean.href;
}
