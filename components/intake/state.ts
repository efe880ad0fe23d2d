import { type EditState, freshEdit } from "@/formats/edit-state";
import type { Desk } from "@/intake/desk/draft";

/** The intake's form: first a text to be read (`desk` null), then what was read, with what the editor did with it. */
export type IntakeState = EditState & {
  /** The article as it was pasted. Only quotations of at most twenty words go into the record. */
  readonly text: string;
  readonly desk: Desk | null;
};

/** `given`: what is known of the article already, by name of field. */
export const freshIntake = (command: string, given: Readonly<Record<string, string>> = {}): IntakeState => ({
  ...freshEdit({ ...given, command }),
  text: "",
  desk: null,
});
