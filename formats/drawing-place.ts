/** A part of a page that is drawn when the HTML before it has left, piece by piece. */
export type Drawing = () => Iterable<{ readonly text: string }>;

/** The length of an id, a UUID. */
const ID = 36;
const OPENING = "<!--drawing:";
const CLOSING = "-->";

/** The place in HTML that a drawing takes. No text of the record can write it: it is escaped, and does not know the id. */
export const placeFor = (id: string): string => `${OPENING}${id}${CLOSING}`;

const LENGTH = placeFor("").length + ID;

/** The first place in a piece of HTML: whose it is, and where it begins and ends; null: none stands there whole. */
export function firstPlace(bytes: Buffer): { id: string; start: number; end: number } | null {
  const start = bytes.indexOf(OPENING);
  if (start < 0 || bytes.length < start + LENGTH) return null;
  const id = bytes.toString("latin1", start + OPENING.length, start + OPENING.length + ID);
  return { id, start, end: start + LENGTH };
}

/** How many bytes at the end of a piece, which holds no whole place, may be the beginning of one. */
export function begunPlace(bytes: Buffer): number {
  const start = bytes.indexOf(OPENING);
  if (start >= 0) return bytes.length - start;
  for (let n = Math.min(OPENING.length - 1, bytes.length); n > 0; n--)
    if (bytes.toString("latin1", bytes.length - n) === OPENING.slice(0, n)) return n;
  return 0;
}
