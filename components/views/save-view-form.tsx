"use client";

import { useActionState } from "react";
import { ErrorList } from "@/components/forms/error-list";
import { TextField } from "@/components/forms/field";
import { type FormState, FRESH } from "@/formats/form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** The view that the reader came from; empty: none. */
  address: string;
};

/** Names a view, for oneself or for the team. */
export function SaveViewForm({ action, address }: Props) {
  const [state, submit] = useActionState(action, FRESH);
  const values: Readonly<Record<string, string>> = { address, ...state.values };
  return (
    <form action={submit} className="narrow">
      <TextField state={{ ...state, values }} name="name" label="Name" maxLength={200} required />
      <TextField
        state={{ ...state, values }}
        name="address"
        label="Address"
        hint="Filters, days and sorting stand in it."
        maxLength={2000}
        required
      />
      <label className="option after">
        <input type="checkbox" name="shared" value="yes" defaultChecked={values.shared === "yes"} /> Show it
        to the team
      </label>
      <ErrorList state={state} />
      {state.done && <p role="status">{state.done}</p>}
      <p className="btns actions">
        <button className="btn p" type="submit">
          Keep this view
        </button>
      </p>
    </form>
  );
}
