import { errorAt } from "@/formats/form-state";
import { type Draft, fieldOf, type UpstreamDraft } from "@/intake/desk/draft";
import { DraftDecision } from "./draft-decision";
import { DraftFacts, DraftHead } from "./draft-facts";
import { DraftFields } from "./draft-fields";
import { DraftQuestions } from "./draft-questions";
import type { IntakeState } from "./state";

type Props = {
  draft: Draft;
  number: number | null;
  anchor: string | undefined;
  upstream: readonly UpstreamDraft[];
  state: IntakeState;
};

/** One proposal: what it says, on what words, with its questions, its decision and, behind a fold, all its fields. */
export function DraftCard({ draft, number, anchor, upstream, state }: Props) {
  const { key, deed, group } = draft;
  const wrong = state.problems.some(({ field }) => field?.startsWith(`p.${key}.`));
  const error = errorAt(state, fieldOf(key, "decision"));
  // A passage of one's own says itself what it does.
  const kept = ["version", "claim", "listing", ...(group === "own" ? [] : ["deed"])];
  return (
    <li className={group === "statement" ? "pcard spoken" : "pcard"} id={anchor}>
      {number === null ? (
        <span />
      ) : (
        <a className="n" href={`#p${number}`} aria-label={`Passage ${number} in the text`}>
          {number}
        </a>
      )}
      <div>
        <DraftHead draft={draft} />
        <DraftFacts draft={draft} upstream={upstream} />
        {draft.warnings.map((warning) => (
          <p className="warn" key={warning}>
            {warning}
          </p>
        ))}
        <DraftQuestions draft={draft} state={state} />
        {error && <p className="error">{error}</p>}
      </div>
      <DraftDecision draft={draft} decision={state.values[fieldOf(key, "decision")]} />
      {kept.map((name) => (
        <input
          key={name}
          type="hidden"
          name={fieldOf(key, name)}
          value={state.values[fieldOf(key, name)] ?? (name === "deed" ? deed : "")}
        />
      ))}
      {deed !== "nothing" && (
        <details className="intake-more" open={wrong || group === "own" || draft.newDevice !== null}>
          <summary>Change</summary>
          <DraftFields draft={draft} state={state} upstream={upstream} />
        </details>
      )}
    </li>
  );
}
