import type { FormState } from "@/formats/form-state";

/** All that is wrong, above the buttons; each entry leads to its field. */
export function ErrorList({ state }: { state: FormState }) {
  if (state.problems.length === 0) return null;
  return (
    <div className="errors" role="alert">
      <ul>
        {state.problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>{field ? <a href={`#f-${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
