"use client";

import { useState } from "react";
import type { ThingKind } from "@/domain/status";
import type { Candidate, EditState } from "@/formats/edit-state";
import { Field } from "./field";

type Props = {
  spec: {
    readonly name: string;
    readonly label: string;
    readonly hint?: string;
    readonly type: "ref" | "refs";
    readonly kind: ThingKind;
  };
  state: EditState;
};

const label = (c: Candidate): string => `${c.name} (${c.slug})`;

/**
 * Names something of the record by a few letters of any name. With script the browser offers what they may mean; without,
 * several possible meanings come back as a choice.
 */
export function ReferenceField({ spec, state }: Props) {
  const [offered, setOffered] = useState<readonly Candidate[]>([]);
  const { name, kind, type } = spec;
  const choices = state.choices[name] ?? [];
  const ask = async (text: string) => {
    const words = text.split("\n").at(-1)?.trim() ?? "";
    if (words.length < 2) return;
    const answer = await fetch(
      `/api/suggest?kind=${kind}&q=${encodeURIComponent(words.slice(0, 200))}`,
    ).catch(() => null);
    if (answer?.ok) setOffered(((await answer.json()) as { candidates: Candidate[] }).candidates);
  };
  return (
    <Field name={name} label={spec.label} hint={spec.hint} state={state}>
      {({ id, describedBy, invalid }) => (
        <>
          {type === "refs" ? (
            <textarea
              id={id}
              name={name}
              rows={2}
              maxLength={4000}
              defaultValue={state.values[name]}
              aria-describedby={describedBy}
              aria-invalid={invalid || undefined}
            />
          ) : (
            <input
              id={id}
              name={name}
              type="text"
              list={`${id}-list`}
              maxLength={400}
              autoComplete="off"
              defaultValue={state.values[name]}
              onInput={(event) => void ask(event.currentTarget.value)}
              aria-describedby={describedBy}
              aria-invalid={invalid || undefined}
            />
          )}
          {type === "ref" && (
            <datalist id={`${id}-list`}>
              {offered.map((c) => (
                <option key={c.slug} value={label(c)}>
                  {c.about}
                </option>
              ))}
            </datalist>
          )}
          {choices.length > 0 && type === "ref" && (
            <fieldset className="choices">
              <legend className="cap">Which one?</legend>
              {choices.map((c) => (
                <label key={c.slug} className="option">
                  <input type="radio" name={`${name}.choice`} value={c.slug} /> {c.name}{" "}
                  <span className="dim3">{c.about}</span>
                </label>
              ))}
            </fieldset>
          )}
          {choices.length > 0 && type === "refs" && (
            <p className="hint">Possible: {choices.map(label).join(" · ")}</p>
          )}
        </>
      )}
    </Field>
  );
}
