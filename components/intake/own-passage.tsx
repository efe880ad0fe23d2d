import { useEffect, useRef } from "react";
import { Field } from "@/components/forms/field";
import type { IntakeState } from "./state";

/** A passage that was not read as a claim: typed, or selected in the text, it becomes a proposal with empty fields. */
export function OwnPassage({ state, selected }: { state: IntakeState; selected: string }) {
  const words = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (words.current && selected !== "") words.current.value = selected.slice(0, 4000);
  }, [selected]);
  return (
    <fieldset className="evidence intake-own" id="own">
      <legend>Mark a passage yourself</legend>
      <Field
        name="add.passage"
        label="Passage"
        state={state}
        hint="Select it in the text above, or copy its words from there."
      >
        {({ id, name, describedBy, invalid }) => (
          <textarea
            ref={words}
            id={id}
            name={name}
            rows={3}
            maxLength={4000}
            defaultValue={state.values["add.passage"]}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
          />
        )}
      </Field>
      <button className="btn" type="submit" name="intent" value="add">
        Add a claim from this passage
      </button>
    </fieldset>
  );
}
