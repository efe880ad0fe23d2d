import { type Draft, MAX_OWN } from "./draft";

/** The names of an added passage in the form: where it begins and ends in the text. */
export const ownField = (row: number, name: "start" | "end"): string => `own.${row}.${name}`;

const indexIn = (text: string, value: string | undefined): number => {
  const at = Number(value);
  return Number.isInteger(at) && at >= 0 && at <= text.length ? at : -1;
};

/** The proposals that the editor began from passages of their own. Their fields are empty. */
export function ownDrafts(text: string, values: Readonly<Record<string, string>>): Draft[] {
  const drafts: Draft[] = [];
  for (let row = 0; row < MAX_OWN; row++) {
    const start = indexIn(text, values[ownField(row, "start")]);
    const end = indexIn(text, values[ownField(row, "end")]);
    if (start < 0 || end <= start) continue;
    drafts.push(ownDraft(row, { start, end, text: text.slice(start, end) }));
  }
  return drafts;
}

const ownDraft = (row: number, passage: NonNullable<Draft["passage"]>): Draft => ({
  key: `own-${row}`,
  group: "own",
  deed: "status",
  title: "A passage of your own",
  passage,
  before: null,
  status: null,
  fields: {
    device: "",
    carrier: "",
    retailer: "",
    status: "",
    effective: "",
    effectiveWords: "",
    target: "",
    targetWords: "",
    from: "",
    to: "",
    market: "",
    exclusive: "",
    note: "",
    version: "0",
    attribution: "unattributed",
    speaker: "",
    quote: "",
    org: "",
    stance: "confirms",
    summary: "",
    date: "",
    manufacturer: "",
  },
  reasons: [],
  rests: [],
  questions: [],
  says: [],
  warnings: [],
  newDevice: null,
});

/** Where words of the text that were typed or selected stand in it; blanks and line breaks may differ. Null: nowhere. */
export function findPassage(text: string, words: string): { start: number; end: number } | null {
  const wanted = words.replace(/\s+/g, " ").trim();
  if (wanted.length < 3) return null;
  const exact = text.indexOf(words.trim());
  if (exact >= 0) return { start: exact, end: exact + words.trim().length };
  // The text with single blanks, and for each of its characters where it stood.
  const places: number[] = [];
  let squeezed = "";
  for (let i = 0; i < text.length; i++) {
    const blank = /\s/.test(text.charAt(i));
    if (blank && squeezed.endsWith(" ")) continue;
    squeezed += blank ? " " : text.charAt(i);
    places.push(i);
  }
  const at = squeezed.indexOf(wanted);
  if (at < 0) return null;
  return { start: places[at] ?? 0, end: (places[at + wanted.length - 1] ?? 0) + 1 };
}
