"use client";

import { type ReactNode, useActionState } from "react";
import { type FormState, FRESH } from "@/formats/form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Hidden values: whom it concerns. */
  values: Readonly<Record<string, string>>;
  button: string;
  label?: string;
  danger?: boolean;
  children?: ReactNode;
};

/** One button, perhaps with a choice before it, that says how it went. */
export function SmallForm({ action, values, button, label, danger = false, children }: Props) {
  const [state, submit] = useActionState(action, FRESH);
  return (
    <form action={submit} className="btns">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <button className={danger ? "btn s danger" : "btn s"} type="submit" aria-label={label}>
        {button}
      </button>
      {state.problems.map((p) => (
        <span key={p.message} className="error" role="alert">
          {p.message}
        </span>
      ))}
      {state.done && <span role="status">{state.done}</span>}
    </form>
  );
}
