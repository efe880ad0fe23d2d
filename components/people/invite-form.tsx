"use client";

import { useActionState } from "react";
import { ErrorList } from "@/components/forms/error-list";
import { SelectField, TextField } from "@/components/forms/field";
import { ROLES } from "@/domain/status";
import { ROLE_WORDS } from "@/domain/words";
import { type FormState, FRESH } from "@/formats/form-state";

/** `origin`: the address of this installation, before the one-time link's path. */
export function InviteForm({
  action,
  origin,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  origin: string;
}) {
  const [state, submit] = useActionState(action, FRESH);
  return (
    <form action={submit} className="narrow">
      <TextField
        state={state}
        name="email"
        label="E-mail"
        type="email"
        autoComplete="off"
        maxLength={200}
        required
      />
      <SelectField
        state={state}
        name="role"
        label="Role"
        value="editor"
        options={ROLES.map((value) => ({
          value,
          word: `${ROLE_WORDS[value].word}: ${ROLE_WORDS[value].meaning}`,
        }))}
      />
      <ErrorList state={state} />
      {state.secret && (
        <div className="warn" role="status">
          <p>{state.done}</p>
          <p>
            <code className="mono" id="invite-link">
              {origin}
              {state.secret}
            </code>
          </p>
        </div>
      )}
      <p className="btns actions">
        <button className="btn p" type="submit">
          Make a one-time link
        </button>
      </p>
    </form>
  );
}
