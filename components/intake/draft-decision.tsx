import { type Draft, fieldOf } from "@/intake/desk/draft";

/** The word of accepting, by what it would do. */
const ACCEPT: Readonly<Record<Draft["deed"], string>> = {
  status: "Accept",
  evidence: "Add evidence",
  listing: "Accept",
  "end-listing": "Accept",
  statement: "Accept",
  nothing: "",
};

/** Accept or reject, as two buttons of which one can be down. Nothing chosen: nothing is done. */
export function DraftDecision({ draft, decision }: { draft: Draft; decision: string | undefined }) {
  if (draft.deed === "nothing") return <p className="dim3 act">Nothing to add</p>;
  const name = fieldOf(draft.key, "decision");
  return (
    <fieldset className="act" id={`f-${name}`}>
      <legend className="sr-only">{draft.title}</legend>
      {[
        ["accept", ACCEPT[draft.deed]],
        ["reject", "Reject"],
      ].map(([value, word]) => (
        // A new key when the server decided, so that the button follows.
        <label key={`${value} ${decision}`} className="choice">
          <input type="radio" name={name} value={value} defaultChecked={decision === value} />
          {word}
        </label>
      ))}
    </fieldset>
  );
}
