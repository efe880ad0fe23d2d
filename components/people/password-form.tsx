"use client";

import { useActionState } from "react";
import { ErrorList } from "@/components/forms/error-list";
import { TextField } from "@/components/forms/field";
import { type FormState, FRESH } from "@/formats/form-state";

export function PasswordForm({
  action,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const [state, submit] = useActionState(action, FRESH);
  return (
    <form action={submit} className="narrow">
      <TextField
        state={state}
        name="current"
        label="Present password"
        type="password"
        autoComplete="current-password"
        maxLength={128}
        required
      />
      <TextField
        state={state}
        name="password"
        label="New password"
        type="password"
        hint="12 to 128 characters."
        autoComplete="new-password"
        maxLength={128}
        required
      />
      <ErrorList state={state} />
      {state.done && <p role="status">{state.done}</p>}
      <p className="btns actions">
        <button className="btn" type="submit">
          Change the password
        </button>
      </p>
    </form>
  );
}
