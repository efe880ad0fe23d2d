"use client";

import { useActionState } from "react";
import { ErrorList } from "@/components/forms/error-list";
import { TextField } from "@/components/forms/field";
import { type FormState, FRESH } from "@/formats/form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** What it concerns. `command`: sent twice, it takes effect once. */
  values: Readonly<Record<string, string | number>>;
  button: string;
  /** Its name on the page, where several such forms stand on one. */
  field?: string;
};

/** Asks why, and does it. */
export function WhyForm({ action, values, button, field = "why" }: Props) {
  const [state, submit, pending] = useActionState(action, FRESH);
  return (
    <form action={submit} noValidate>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        name={field}
        label="Why"
        hint="How we know. It stands in the log."
        rows={2}
        maxLength={4000}
        required
        state={state}
      />
      <ErrorList state={state} />
      <p className="btns actions">
        <button className="btn danger" type="submit" disabled={pending}>
          {button}
        </button>
        <button className="btn" type="submit" name="intent" value="propose" disabled={pending}>
          Propose instead
        </button>
      </p>
    </form>
  );
}
