"use client";

import { useActionState } from "react";
import { ErrorList } from "@/components/forms/error-list";
import { TextField } from "@/components/forms/field";
import { type FormState, FRESH } from "@/formats/form-state";

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; next: string };

export function SignInForm({ action, next }: Props) {
  const [state, submit] = useActionState(action, FRESH);
  return (
    <form action={submit} className="narrow">
      <input type="hidden" name="next" value={next} />
      <TextField
        state={state}
        name="email"
        label="E-mail"
        type="email"
        autoComplete="username"
        maxLength={200}
        required
      />
      <TextField
        state={state}
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        maxLength={128}
        required
      />
      <ErrorList state={state} />
      <p className="btns actions">
        <button className="btn p" type="submit">
          Sign in
        </button>
      </p>
    </form>
  );
}
