"use client";

import { useActionState } from "react";
import { ErrorList } from "@/components/forms/error-list";
import { TextField } from "@/components/forms/field";
import { type FormState, FRESH } from "@/formats/form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  values: Readonly<Record<string, string | number>>;
  count: number;
  /** A proposal holds only so many commands. */
  proposes: boolean;
};

/** Asks why, and takes it back: now, or once a second person has looked at it. */
export function UndoForm({ action, values, count, proposes }: Props) {
  const [state, submit, pending] = useActionState(action, FRESH);
  return (
    <form action={submit} className="narrow" noValidate>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        name="why"
        label="Why"
        hint="It stands in the log of each claim that is touched."
        rows={2}
        maxLength={4000}
        required
        state={state}
      />
      <ErrorList state={state} />
      <p className="btns actions">
        <button className="btn danger" type="submit" name="intent" value="undo" disabled={pending}>
          Undo {count === 1 ? "this change" : `${count.toLocaleString("en-GB")} changes`}
        </button>
        {proposes && (
          <button className="btn" type="submit" name="intent" value="propose" disabled={pending}>
            Propose instead
          </button>
        )}
      </p>
    </form>
  );
}
