"use client";

import Link from "next/link";
import { useActionState } from "react";
import { ErrorList } from "@/components/forms/error-list";
import { Field, TextField } from "@/components/forms/field";
import type { FormState } from "@/formats/form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Which item, and where the list goes on. */
  values: Readonly<Record<string, string>>;
  /** The day that stands in the form at first, and the last that may. */
  until: string;
  latest: string;
  cancelHref: string;
};

/** Why it can wait, and until when. */
export function PutOffForm({ action, values, until, latest, cancelHref }: Props) {
  const [state, submit, pending] = useActionState(action, { values: { until }, problems: [] });
  return (
    <form action={submit} noValidate id="put" className="panel putting" aria-label="Put off">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        name="why"
        label="Why it can wait"
        hint="For those who look next: “asked the carrier on Monday”."
        rows={2}
        maxLength={4000}
        required
        state={state}
      />
      <Field
        name="until"
        label="Until"
        hint="It is back before, when the record under it changes."
        state={state}
      >
        {({ id, name, describedBy, invalid }) => (
          <input
            type="date"
            id={id}
            name={name}
            max={latest}
            defaultValue={state.values.until}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
          />
        )}
      </Field>
      <ErrorList state={state} />
      <p className="btns actions">
        <button className="btn p" type="submit" disabled={pending}>
          Put off
        </button>
        <Link className="btn t" prefetch={false} href={cancelHref}>
          Leave it
        </Link>
      </p>
    </form>
  );
}
