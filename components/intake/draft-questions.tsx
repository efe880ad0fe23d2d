import { errorAt } from "@/formats/form-state";
import { type Draft, fieldOf } from "@/intake/desk/draft";
import type { IntakeState } from "./state";

/** What the text leaves open, asked with its possible answers as buttons. */
export function DraftQuestions({ draft, state }: { draft: Draft; state: IntakeState }) {
  return draft.questions.map(({ field, says, options }) => {
    const name = fieldOf(draft.key, field);
    const error = errorAt(state, name);
    return (
      <fieldset className="intake-ask" key={field} id={`f-${name}`}>
        <legend>{says}</legend>
        {options.map((option) => (
          <label className="choice" key={option.slug}>
            <input
              type="radio"
              name={`${name}.ask`}
              value={option.slug}
              defaultChecked={state.values[`${name}.ask`] === option.slug}
            />
            {option.name}
          </label>
        ))}
        {error && <p className="error">{error}</p>}
      </fieldset>
    );
  });
}
