import type { ImportState, ImportSummary, QuestionKind, RowOutcome } from "./import";

/** Imports in words: the same on pages, in reports and on the command line. */

export const STATE_WORDS: Readonly<Record<ImportState, string>> = {
  uploading: "arriving",
  mapping: "waits for its columns to be named",
  "check-queued": "waits for its dry run",
  checking: "dry run under way",
  checked: "waits for your word",
  refused: "refused",
  "import-queued": "waits to be imported",
  importing: "being imported",
  done: "imported",
  failed: "failed",
  cancelled: "cancelled",
};

export const OUTCOME_WORDS: Readonly<Record<RowOutcome, { readonly word: string; readonly says: string }>> = {
  created: { word: "new", says: "make something new, or add to it" },
  changed: { word: "changes", says: "change something on record" },
  matched: { word: "known", says: "say what is on record already" },
  duplicate: { word: "repeated", says: "say the same as an earlier row" },
  "left-out": { word: "left out", says: "are left out by the rules of the list, or by you" },
  asked: { word: "open", says: "hang on a question" },
  refused: { word: "refused", says: "cannot be taken" },
};

export const QUESTION_WORDS: Readonly<
  Record<QuestionKind, { readonly title: string; readonly first: string }>
> = {
  "several-matches": { title: "One name, several of the record", first: "the first of the record" },
  "same-model": { title: "A new name for a known model number", first: "another name of the known device" },
  "brand-is-carrier": { title: "A carrier’s name as a maker", first: "a maker too" },
  "same-name": { title: "One name twice in one country", first: "one carrier" },
  "several-countries": { title: "Network codes of several countries", first: "the first country" },
  "same-network": {
    title: "A new name for a known network code",
    first: "another name of the known carrier",
  },
};

const PLURALS: Readonly<Record<string, string>> = {
  manufacturer: "manufacturers",
  carrier: "carriers",
  device: "devices",
  source: "sources",
  listing: "listings",
  "status change": "status changes",
};

const number = (n: number): string => n.toLocaleString("en-GB");
export const counted = (n: number, word: string, plural = PLURALS[word] ?? `${word}s`): string =>
  `${number(n)} ${n === 1 ? word : plural}`;

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** What an import does or did, in one sentence. `done`: it has happened. */
export function effectSentence({ created, changed, aliases }: ImportSummary, done: boolean): string {
  const made = Object.entries(created).filter(([, n]) => n > 0);
  const edited = Object.entries(changed).filter(([, n]) => n > 0);
  const parts: string[] = [];
  if (made.length > 0)
    parts.push(`${done ? "made" : "make"} ${listed(made.map(([kind, n]) => counted(n, kind)))}`);
  if (edited.length > 0)
    parts.push(`${done ? "changed" : "change"} ${listed(edited.map(([kind, n]) => counted(n, kind)))}`);
  if (aliases > 0)
    parts.push(`${done ? "added" : "add"} ${counted(aliases, "name or number", "names and numbers")}`);
  if (parts.length === 0) return done ? "It changed nothing." : "It would change nothing.";
  return `It ${done ? "" : "would "}${listed(parts)}.`;
}

/** What a list drops and renames against its last issue; null when there is nothing to say. */
export function listSentence({ list }: ImportSummary): string | null {
  if (!list || (list.removed === 0 && list.renamed === 0)) return null;
  const share = Math.round(((list.removed + list.renamed) / Math.max(list.covered, 1)) * 100);
  return (
    `Of the ${counted(list.covered, "entry", "entries")} that it covers, ${number(list.removed)} are gone and ` +
    `${number(list.renamed)} renamed (${share} %). Nothing is deleted from the record: what is gone is marked as no longer on the list.`
  );
}
