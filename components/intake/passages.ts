import type { Draft } from "@/intake/desk/draft";
import type { Passage } from "@/intake/proposal";

/** A passage of the text with the number that it shares with its proposals. */
export type Numbered = { readonly number: number; readonly passage: Passage; readonly spoken: boolean };

const placeOf = (passage: Passage): string => `${passage.start} ${passage.end}`;

/** The passages of the proposals in the order of the text, each once. */
export function numbered(drafts: readonly Draft[]): Numbered[] {
  const places = new Map<string, { passage: Passage; spoken: boolean }>();
  for (const { passage, group } of drafts) {
    if (!passage) continue;
    const known = places.get(placeOf(passage));
    places.set(placeOf(passage), { passage, spoken: group === "statement" && known?.spoken !== false });
  }
  return [...places.values()]
    .sort((a, b) => a.passage.start - b.passage.start || a.passage.end - b.passage.end)
    .map((one, n) => ({ number: n + 1, ...one }));
}

/** The number of a proposal's passage. */
export const numberOf = (all: readonly Numbered[], { passage }: Draft): number | null =>
  (passage && all.find((one) => placeOf(one.passage) === placeOf(passage))?.number) ?? null;

/** A piece of a paragraph: plain, or the part of a numbered passage that lies in it. */
export type Piece = {
  readonly text: string;
  readonly start: number;
  readonly mark: Numbered | null;
  readonly last: boolean;
};

/** A paragraph cut at its passages. Where two overlap, the first one is marked. */
export function piecesOf(text: string, from: number, to: number, all: readonly Numbered[]): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const mark of all) {
    const start = Math.max(mark.passage.start, at);
    const end = Math.min(mark.passage.end, to);
    if (end <= start || mark.passage.start >= to) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), start: at, mark: null, last: false });
    pieces.push({ text: text.slice(start, end), start, mark, last: end === mark.passage.end });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), start: at, mark: null, last: false });
  return pieces;
}

/** Where the paragraphs of the text begin and end. */
export function paragraphsOf(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") found.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return found;
}
