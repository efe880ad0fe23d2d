"use client";

import { useActionState } from "react";
import { ErrorList } from "@/components/forms/error-list";
import { TextField } from "@/components/forms/field";
import { type FormState, FRESH } from "@/formats/form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  token: string;
  /** The address that was invited; null: the first admin gives their own. */
  email: string | null;
  button: string;
};

/** A person makes their account by a one-time link. */
export function AcceptForm({ action, token, email, button }: Props) {
  const [state, submit] = useActionState(action, FRESH);
  return (
    <form action={submit} className="narrow">
      <input type="hidden" name="token" value={token} />
      {email === null ? (
        <TextField
          state={state}
          name="email"
          label="E-mail"
          type="email"
          autoComplete="username"
          maxLength={200}
          required
        />
      ) : (
        <>
          <input type="hidden" name="email" value={email} autoComplete="username" />
          <div className="field">
            <span className="label">E-mail</span>
            <p className="given">{email}</p>
          </div>
        </>
      )}
      <TextField
        state={state}
        name="name"
        label="Name"
        hint="Stands beside everything that you record."
        autoComplete="name"
        maxLength={200}
        required
      />
      <TextField
        state={state}
        name="password"
        label="Password"
        type="password"
        hint="12 to 128 characters; a few words are easier to remember than signs."
        autoComplete="new-password"
        maxLength={128}
        required
      />
      <ErrorList state={state} />
      <p className="btns actions">
        <button className="btn p" type="submit">
          {button}
        </button>
      </p>
    </form>
  );
}
