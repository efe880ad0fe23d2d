"use client";

import { useActionState } from "react";
import type { Person } from "@/domain/mentions";
import { errorAt, type FormState, FRESH } from "@/formats/form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  people: readonly Person[];
  values: Readonly<Record<string, string>>;
  about: string;
};

/** A word to the team. "@" and a name, or the list beside it, tell somebody. */
export function CommentForm({ action, people, values, about }: Props) {
  const [state, submit, pending] = useActionState(action, FRESH);
  const error = errorAt(state, "text") ?? state.problems.find((p) => p.field === null)?.message;
  const describedBy = error ? `error-${values.on?.replaceAll(" ", "-")}` : undefined;
  return (
    <form action={submit} className="comment" noValidate>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <textarea
        name="text"
        rows={2}
        maxLength={4000}
        defaultValue={state.values.text ?? ""}
        aria-label={`Comment on ${about}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
        placeholder="@Name tells somebody"
      />
      {error && (
        <p className="error" id={describedBy} role="alert">
          {error}
        </p>
      )}
      <p className="btns">
        <select
          name="mention"
          className="inline"
          defaultValue={state.values.mention ?? ""}
          aria-label={`Tell somebody of the comment on ${about}`}
        >
          <option value="">tell nobody in particular</option>
          {people.map((p) => (
            <option key={p.id} value={p.id}>
              tell {p.name}
            </option>
          ))}
        </select>
        <button className="btn s" type="submit" disabled={pending}>
          Comment
        </button>
      </p>
    </form>
  );
}
