import type { Preview } from "@/domain/preview";
import { evidenceRows } from "./edit-spec";
import type { FormState, Problem } from "./form-state";

/** Something that a form may refer to, as it is offered and read back: "Verizon (verizon)". */
export type Candidate = { readonly slug: string; readonly name: string; readonly about: string };

/** What to say of an entry that names no one thing. `otherwise`: what else to do when nothing is like it. */
export const unclear = (entry: string, choices: readonly Candidate[], otherwise: string): string => {
  const name = [...entry].slice(0, 40).join("");
  return choices.length === 0
    ? `Nothing on record is called “${name}”. Try fewer letters, or ${otherwise}.`
    : `“${name}” may be several things. Choose one of those below.`;
};

/** What a form of the editor's desk comes back with, beside what was typed and what was wrong. */
export type EditState = FormState & {
  readonly checks: Readonly<Record<string, readonly string[]>>;
  /** What an entry may mean, where that is not clear: the person chooses. */
  readonly choices: Readonly<Record<string, readonly Candidate[]>>;
  /** What fields turned out to mean: "30 Jan 2018", "Verizon". */
  readonly read: Readonly<Record<string, string>>;
  readonly preview: Preview | null;
  /** Why it cannot be saved without a second person: then it can only be proposed. */
  readonly review?: string | null;
  /**
   * What is recorded now: somebody was faster, or (`unseen`) the pair was typed by hand and its history not shown yet. The form
   * still holds what was typed.
   */
  readonly conflict: {
    readonly now: readonly string[];
    readonly version: number | null;
    readonly unseen?: true;
    /** Of a thing that is edited: the fields in which what is recorded now and what was typed differ. */
    readonly fields?: readonly { readonly label: string; readonly now: string; readonly typed: string }[];
  } | null;
};

/** Which pair a form showed the history of, as "device carrier", and how far that was. */
export type Basis = { readonly of: string; readonly version: number };

/** A form that was not sent yet, with what its fields begin with. */
export const freshEdit = (
  values: Readonly<Record<string, string>> = {},
  checks: Readonly<Record<string, readonly string[]>> = {},
): EditState => ({ values, checks, problems: [], choices: {}, read: {}, preview: null, conflict: null });

/** The same form with one more row of evidence; nothing is said of what is not filled in yet. */
export const withOneMoreRow = <S extends EditState>(state: S): S => ({
  ...state,
  problems: [],
  values: { ...state.values, evidenceCount: String(evidenceRows(state.values, 1)) },
});

/** What was seen of a form while it is filled in. */
export type Seen = Pick<EditState, "preview" | "read"> & {
  readonly warnings: readonly Problem[];
  /** What the claim would go on top of, when that is another pair than the form knew. */
  readonly basis: Basis | null;
};
