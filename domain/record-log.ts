import type { Id } from "./claims";
import type { Instant } from "./edtf";

/** What a deed in the record was about, as far as it can still be named. */
export type LogSubject = {
  readonly kind: string;
  /** Slugs that make its address: one of an entity, device and carrier of a deal. */
  readonly slugs: readonly string[];
  readonly name: string;
};

/** One deed in the record, before its differences are put in words. */
export type LogEntry = {
  /** Place in the trail; entries of a log are told apart and paged by it. */
  readonly seq: number;
  readonly at: Instant;
  readonly by: { readonly id: Id | null; readonly name: string };
  /** Whose proposal it was, when somebody else accepted it. */
  readonly proposedBy: string | null;
  readonly action: string;
  readonly command: Readonly<Record<string, unknown>>;
  /** What it changed: the row before an edit, the command that made what is corrected or retracted. */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly subject: LogSubject | null;
};

/** How a deed is called in logs; record and correct are always told apart. */
export function deedWords(action: string): string {
  if (action.startsWith("create-")) return "created";
  if (action.startsWith("edit-")) return "edited";
  if (action === "add-evidence") return "evidence added";
  if (action === "retract-evidence") return "evidence retracted";
  if (action === "retract-source") return "taken back by its publisher";
  if (action.startsWith("record-")) return "recorded";
  if (action.startsWith("correct-")) return "corrected";
  if (action.startsWith("retract-")) return "retracted";
  if (action.startsWith("end-")) return "ended";
  const words: Readonly<Record<string, string>> = {
    merge: "merged",
    unmerge: "un-merged",
    discard: "taken out: entered by mistake",
    "bring-back": "brought back",
  };
  return words[action] ?? action;
}

/** Whose log: a thing's by what the trail calls it, or all that a person did. */
export type LogOf = { readonly subject: { readonly kind: string; readonly id: Id } } | { readonly by: Id };
