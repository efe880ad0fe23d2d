/** What an import of a file is, step by step, and the rules that decide without looking at a database. */

export const IMPORT_STATES = [
  /** Its bytes are still coming. */
  "uploading",
  /** Waits for a person to say which column is what. */
  "mapping",
  "check-queued",
  "checking",
  /** The dry run is done: waits for answers and for the word to go. */
  "checked",
  /** The file as a whole cannot be taken. */
  "refused",
  "import-queued",
  "importing",
  "done",
  "failed",
  "cancelled",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Somebody works on it, or will: the page looks again by itself. */
export const isRunning = (state: ImportState): boolean =>
  state === "check-queued" || state === "checking" || state === "import-queued" || state === "importing";
export const isFinished = (state: ImportState): boolean =>
  state === "refused" || state === "done" || state === "failed" || state === "cancelled";

/** What becomes of a row. */
export const ROW_OUTCOMES = [
  "created",
  "changed",
  "matched",
  "duplicate",
  "left-out",
  "asked",
  "refused",
] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];
export const isRowOutcome = (text: unknown): text is RowOutcome =>
  (ROW_OUTCOMES as readonly unknown[]).includes(text);

/** What a file is about. */
export const IMPORT_KINDS = ["manufacturers", "devices", "carriers", "statuses", "listings"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Published lists that are known by their shape. */
export const PRESETS = ["google-play", "aosp-carriers", "mcc-mnc"] as const;
export type Preset = (typeof PRESETS)[number];
export const isPreset = (text: unknown): text is Preset => (PRESETS as readonly unknown[]).includes(text);
export const isImportKind = (text: unknown): text is ImportKind =>
  (IMPORT_KINDS as readonly unknown[]).includes(text);

export const QUESTION_KINDS = [
  /** A manufacturer's name leads to several of the record, or a device's or carrier's does. */
  "several-matches",
  /** A new name for a model number that another device of the same maker has. */
  "same-model",
  /** A maker that bears the name of a carrier. */
  "brand-is-carrier",
  /** Two entries of one list with one name in one country. */
  "same-name",
  /** Network codes of several countries. */
  "several-countries",
  /** A new name for the network code of another carrier. */
  "same-network",
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];
export const isQuestionKind = (text: unknown): text is QuestionKind =>
  (QUESTION_KINDS as readonly unknown[]).includes(text);

/**
 * An answer: `new` makes a thing of its own; `leave-out` takes nothing of it; `use:` it is this one of the record or the
 * one that begins at this row of the file, its name being another name of it; `rename:` the same, and this is now its
 * name; `country:` it belongs there.
 */
export type Answer = string;
export type QuestionOption = { readonly answer: Answer; readonly says: string };

/** Limits of files that come through the web (docs/promises.md, Limits). */
export const IMPORT_LIMITS = {
  bytes: 64 * 1024 * 1024,
  rows: 200_000,
  columns: 100,
  cell: 10_000,
  problems: 100,
} as const;

/** What a dry run found, or an import did. Rows by outcome; things by what is made of them. */
export type ImportSummary = {
  readonly rows: number;
  readonly outcomes: Readonly<Record<RowOutcome, number>>;
  /** Things of the record that come or change: "manufacturer" → 3. Aliases: how many names and numbers are added. */
  readonly created: Readonly<Record<string, number>>;
  readonly changed: Readonly<Record<string, number>>;
  readonly aliases: number;
  readonly open: number;
  readonly list: ListChange | null;
  /** Of claims: by rule of good data, how many would break it. They are taken all the same. */
  readonly broken?: Readonly<Record<string, number>>;
};

/** A list that comes again, against what it said last time. */
export type ListChange = {
  readonly covered: number;
  readonly removed: number;
  readonly renamed: number;
  readonly examples: readonly string[];
};

/**
 * Whether a list must be confirmed by a person before it is taken: it would remove or rename more than a tenth of what it
 * covers. A source can go bad for an hour; taken at its word, a third of a record would vanish with it.
 */
export const mustBeConfirmed = (change: ListChange | null): boolean =>
  change !== null && (change.removed + change.renamed) * 10 > change.covered;

/** Why an import may not go on yet, in the order in which a person would mend it; empty: it may. */
export function hindrances(
  summary: ImportSummary,
  said: { readonly leaveOutRefused: boolean; readonly confirmedList: boolean },
): string[] {
  const { outcomes, open, list } = summary;
  const found: string[] = [];
  if (open > 0) found.push(open === 1 ? "One question is open." : `${open} questions are open.`);
  if (outcomes.refused > 0 && !said.leaveOutRefused)
    found.push(
      outcomes.refused === 1
        ? "One row is refused. Mend it and send the file again, or leave it out."
        : `${outcomes.refused} rows are refused. Mend them and send the file again, or leave them out.`,
    );
  if (mustBeConfirmed(list) && !said.confirmedList)
    found.push("The list drops or renames more than a tenth of what it covers. Confirm that it is right.");
  return found;
}

export const changesNothing = (summary: ImportSummary): boolean =>
  [...Object.values(summary.created), ...Object.values(summary.changed)].every((n) => n === 0);

/** Blanks as people see them: unusual ones become ordinary, runs become one, none at the ends. */
export const tidy = (text: string): string => text.replace(/[\s\u200b\ufeff]+/gu, " ").trim();

/**
 * Names under which one maker's device may stand in the record: with the maker's name before it and without. Lists repeat
 * it ("Samsung Galaxy S8") as often as not.
 */
export function deviceKeys(makerKey: string, nameKey: string): string[] {
  if (makerKey === "" || nameKey === "") return [];
  const bare = nameKey.startsWith(makerKey) ? nameKey.slice(makerKey.length) : nameKey;
  // "10.or" makes a "10.or D", whose bare name would be a single letter: that is no name to go by.
  return bare.length < 2 ? [nameKey, makerKey + nameKey] : [...new Set([nameKey, bare, makerKey + bare])];
}
