import type { MatrixColumn } from "@/domain/matrix";
import { nameWithin } from "@/formats/countries";

/** What stands over the columns: names without the country above them and what is in brackets, where they still differ. */
export function headsOf(columns: readonly MatrixColumn[]): string[] {
  const short = columns.map(({ name, country }) => nameWithin(name, country).replace(/ \(.*\)$/, ""));
  return columns.map(({ name, country }, i) => {
    const alike = columns.filter((other, j) => other.country === country && short[j] === short[i]);
    return alike.length > 1 ? name : (short[i] ?? name);
  });
}

const SOFT_HYPHEN = "\u00AD";
/** Shorter words have room in a column. */
const LONG = /\p{L}{8,}/gu;
/** So many letters stay at each end of a word. */
const LEAST = 3;

/** Where a new part of a brand begins: "Vimpel|Com". */
const JOINED = /\p{Ll}(?=\p{Lu})/gu;
/** Consonants before a vowel, and those of them that begin its syllable: one, or some that are spoken together. */
const CONSONANTS = /[b-df-hj-np-tv-xz]+(?=[aeiouy])/gi;
const ONSET = /(?:sch|[cpst]h|[bcdfgkpt][lr]|hw|.)$/i;

/**
 * A name whose long words may part where a reader would part them, with a hyphen. Browsers do not know how: names are
 * capitalised and of many languages, so without this a word parts wherever the column ends.
 */
export const softened = (name: string): string => name.replace(LONG, softenedWord);

function softenedWord(word: string): string {
  const joints = [...word.matchAll(JOINED)].map(({ index }) => index + 1);
  const syllables = [...word.matchAll(CONSONANTS)].map(
    ({ 0: run, index }) => index + (ONSET.exec(run)?.index ?? 0),
  );
  return (joints.length > 0 ? joints : syllables)
    .filter((at) => at >= LEAST && at <= word.length - LEAST)
    .reduceRight((text, at) => `${text.slice(0, at)}${SOFT_HYPHEN}${text.slice(at)}`, word);
}
