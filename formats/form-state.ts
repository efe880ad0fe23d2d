import type { Refusal } from "@/domain/refusal";

/** What a form comes back with: what was typed, and what was wrong with it. Passwords never come back. */
export type FormState = {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  /** What could be better. It stops nothing. */
  readonly warnings?: readonly Problem[];
  /** A sentence in the past, when it was done and the page stays. */
  readonly done?: string;
  /** Something shown once, such as a one-time link. */
  readonly secret?: string;
};

/** One thing that is wrong; `field` is the name of the input it belongs to, null: the form as a whole. */
export type Problem = {
  readonly field: string | null;
  readonly message: string;
};

export const FRESH: FormState = { values: {}, problems: [] };

/** A refusal at its field. */
export const problemOf = (refusal: Refusal): Problem => ({
  field: refusal.field ?? null,
  message: refusal.message,
});

/** The text fields of a form; of a repeated one the last. Files and hidden framework fields are left out. */
export function valuesOf(
  form: FormData,
  secret: readonly string[] = ["password", "current"],
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !name.startsWith("$ACTION") && !secret.includes(name))
      values[name] = value;
  }
  return values;
}

/** One text field, trimmed; "" when absent. */
export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
};

/** What could be better at a field. */
export const warningsAt = (state: FormState, field: string): readonly string[] =>
  (state.warnings ?? []).filter((w) => w.field === field).map((w) => w.message);

/** What is wrong at a field; null: nothing. */
export const errorAt = (state: FormState, field: string): string | null =>
  state.problems.find((p) => p.field === field)?.message ?? null;
