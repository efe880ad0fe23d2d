import type { Id } from "@/domain/claims";
import type { Instant } from "@/domain/edtf";
import type { ImportState, ImportSummary } from "@/domain/import";
import type { Refusal } from "@/domain/refusal";
import type { Encoding } from "./import-encodings";
import type { Mapping } from "./import-presets";

/** How a file was found to be written, with its first rows, for people and for the next step. */
export type Reading = {
  readonly encoding: Encoding;
  readonly format: "csv" | "json" | "ndjson" | "textpb" | "xml";
  readonly delimiter: string;
  readonly head: string[];
  readonly sample: string[][];
};

/** What the person said beside the mapping. */
export type ImportOptions = {
  /** Country of new manufacturers that the file gives none; ZZ: not known. */
  readonly country: string;
  readonly deviceKind: string;
  readonly carrierKind: string;
  readonly leaveOutRefused: boolean;
  readonly confirmedList: boolean;
  /** The rows stand in `import_row` as this mapping reads them. */
  readonly staged: boolean;
  /** Why the report is a new one, when the record moved on. */
  readonly again: boolean;
  /** It waits for a second person, who starts it or sends it back. */
  readonly handed: boolean;
  /** Why it must: the sentence of the rules of review that asked; null: the editor wished it. */
  readonly askedBy: string | null;
  /** It is an export of a record of ours: compared with this one, never written. */
  readonly ownExport: boolean;
  /** The second person who started it. */
  readonly acceptedBy: string | null;
};

export const DEFAULT_OPTIONS: ImportOptions = {
  country: "ZZ",
  deviceKind: "other",
  carrierKind: "MNO",
  leaveOutRefused: false,
  confirmedList: false,
  staged: false,
  again: false,
  handed: false,
  askedBy: null,
  ownExport: false,
  acceptedBy: null,
};

/** A file on its way in, or long since in, as pages show it. */
export type ImportRun = {
  readonly id: Id;
  readonly startedBy: { readonly id: Id; readonly name: string };
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly fileName: string;
  readonly byteSize: number;
  readonly state: ImportState;
  readonly reading: Reading | null;
  readonly mapping: Mapping | null;
  readonly options: ImportOptions;
  readonly stage: string;
  readonly done: number;
  /** About how many rows there are; null: nobody knows. */
  readonly total: number | null;
  readonly cancelRequested: boolean;
  readonly summary: ImportSummary | null;
  readonly problem: Refusal | null;
};
