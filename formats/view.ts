import type { View } from "@/domain/claims";
import { type Day, dayOf, echo, type Instant, parseInstant } from "@/domain/edtf";

/** Query parameters as Next hands them over. */
export type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

export type ViewProblem = { readonly param: "on" | "known" | "record"; readonly message: string };

/** What was just done, said once on the page that shows it. */
export const SAVED = {
  recorded: "Change recorded.",
  corrected: "Correction recorded. The earlier claim stays in the record.",
  retracted: "Retracted. What was recorded stays in the record.",
  evidence: "Evidence added.",
  created: "Created.",
  edited: "Edit recorded.",
  merged: "Merged. The former address leads here now.",
  unmerged: "Un-merged. Everything that had moved is back.",
  proposed: "Proposed. A second person looks at it; nothing is recorded until then.",
  mended: "Mended. It waits for a second person again.",
  "sent-back": "Sent back to its author.",
  accepted: "Accepted and recorded.",
  rejected: "Rejected. Nothing was recorded.",
  withdrawn: "Withdrawn. Nothing was recorded.",
  undone: "Undone. What was recorded before stands again.",
  commented: "Your comment is kept.",
  again: "This was recorded before; nothing was recorded twice.",
} as const;
export type Saved = keyof typeof SAVED;

export type ViewReading = {
  readonly view: View;
  /** The page looks at another day, at what was known then, or at an earlier record: nothing on it writes. */
  readonly past: boolean;
  /** What could not be read; such a parameter counts as absent. */
  readonly problems: readonly ViewProblem[];
  readonly saved: Saved | null;
};

const DAY_HELP = "Write a day as 2018-01-30.";

/**
 * The three times of a page (docs/model.md, Three times) from its address: `on` and `known` are days, `record` an instant.
 * Never fails: what cannot be read is said and left out. `on` defaults to `known`, else to today.
 */
export function readView(params: Params, now: Instant): ViewReading {
  const today = now.slice(0, 10);
  const problems: ViewProblem[] = [];
  const say = (param: ViewProblem["param"], message: string) => void problems.push({ param, message });
  const single = (param: ViewProblem["param"]): string | null => {
    const value = params[param];
    if (value === undefined || value === "") return null;
    if (typeof value === "string") return value;
    say(param, `"${param}" is given more than once. Give it once.`);
    return null;
  };
  const day = (param: "on" | "known"): Day | null => {
    const text = single(param);
    if (text === null) return null;
    const read = dayOf(text);
    if (read === null) say(param, `"${echo(text)}" is not a day of the record. ${DAY_HELP}`);
    return read;
  };
  const on = day("on");
  const known = day("known");
  const text = single("record");
  let record = text === null ? null : parseInstant(text);
  if (text !== null && record === null) {
    say("record", `"${echo(text)}" is not an instant. Write it as 2026-11-23T10:00Z.`);
  }
  if (record !== null && Date.parse(record) > Date.parse(now)) {
    say("record", `The record at ${echo(record)} lies ahead. Choose an instant that has passed.`);
    record = null;
  }
  const said = params.saved;
  const saved = typeof said === "string" && Object.hasOwn(SAVED, said) ? (said as Saved) : null;
  const view: View = { on: on ?? known ?? today, known, record };
  return { view, past: view.on !== today || known !== null || record !== null, problems, saved };
}

/** The parameters that lead back to this view; `parse(print(v))` is `v`. Defaults are left out. */
export function printView(view: View, today: Day): URLSearchParams {
  const params = new URLSearchParams();
  if (view.on !== (view.known ?? today)) params.set("on", view.on);
  if (view.known !== null) params.set("known", view.known);
  if (view.record !== null) params.set("record", view.record);
  return params;
}
