import { readDate } from "@/domain/date-words";
import type { Day } from "@/domain/edtf";
import { type Draft, type DraftDeed, fieldOf } from "./draft";

/** A field that is wrong, by the name of its input; null: the form as a whole. */
export type DeskProblem = { readonly field: string | null; readonly message: string };

/** The desk's form as it was sent. */
export type DeskForm = {
  readonly values: Readonly<Record<string, string>>;
  readonly checks: Readonly<Record<string, readonly string[]>>;
  /** Slugs by the name of the field that they were found for. */
  readonly refs: Readonly<Record<string, string>>;
  /** The day of publication: what "Tuesday" in a date field is counted from. */
  readonly published: Day | null;
  /** An id that follows from the form's own id and this word, so that the same form makes the same commands. */
  readonly idOf: (word: string) => string;
};

/** Reads fields and collects what is wrong with them. */
export class FormReader {
  readonly problems: DeskProblem[] = [];
  constructor(readonly form: DeskForm) {}

  text(field: string): string | null {
    const value = this.form.values[field]?.trim() ?? "";
    return value === "" ? null : value;
  }

  date(field: string): string | null {
    const text = this.text(field);
    if (text === null) return null;
    const read = readDate(text, this.form.published ? { relativeTo: this.form.published } : {});
    if (read.ok) return read.value.text;
    this.problem(field, read.message);
    return text;
  }

  needDate(field: string, what: string): string {
    const date = this.date(field);
    if (date === null) this.problem(field, `Say ${what}. A month, a year or “by …” is enough.`);
    return date ?? "";
  }

  ref(field: string): string | null {
    return this.form.refs[field] ?? null;
  }

  needRef(field: string, what: string): string {
    const slug = this.ref(field);
    if (slug === null) this.problem(field, `Say ${what}: type a few letters of a name.`);
    return slug ?? "none";
  }

  checked(field: string): readonly string[] {
    return this.form.checks[field] ?? [];
  }

  problem(field: string | null, message: string): void {
    if (!this.problems.some((known) => known.field === field)) this.problems.push({ field, message });
  }
}

/** What the editor decided about a proposal; null: nothing yet. */
export function decisionOf(form: Pick<DeskForm, "values">, key: string): "accept" | "reject" | null {
  const decision = form.values[fieldOf(key, "decision")];
  return decision === "accept" || decision === "reject" ? decision : null;
}

const DEEDS: readonly DraftDeed[] = ["status", "evidence", "listing", "end-listing", "statement", "nothing"];

/**
 * The deed of a proposal as the form has it: what was shown when the editor accepted it, though the record may have changed
 * since. A passage of one's own may be a status, a listing or a statement.
 */
export function deedOf(form: Pick<DeskForm, "values">, draft: Draft): DraftDeed {
  const sent = form.values[fieldOf(draft.key, "deed")];
  return DEEDS.find((deed) => deed === sent) ?? draft.deed;
}

/** Fields that no editor sees: what of the record a proposal was made from. They change when the record does. */
const MADE_FROM = new Set(["version", "claim", "listing"]);

/** Whether the editor changed a proposal or answered what it asks. */
export function isChanged({ values }: Pick<DeskForm, "values">, draft: Draft): boolean {
  const at = (name: string) => fieldOf(draft.key, name);
  return (
    Object.entries(draft.fields).some(
      ([name, value]) => !MADE_FROM.has(name) && (values[at(name)] ?? value) !== value,
    ) || draft.questions.some(({ field }) => (values[`${at(field)}.ask`] ?? "") !== "")
  );
}
