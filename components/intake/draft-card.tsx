import { StatusWord } from "@/components/status/status-mark";
import { dateWords } from "@/domain/date-words";
import { parseEdtf } from "@/domain/edtf";
import type { StatementStance } from "@/domain/status";
import { ATTRIBUTION_WORDS, REASON_WORDS } from "@/domain/words";
import { errorAt } from "@/formats/form-state";
import { type Draft, fieldOf, type UpstreamDraft } from "@/intake/desk/draft";
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

const inWords = (edtf: string | undefined): string | null => {
  const read = parseEdtf(edtf ?? "");
  return read.ok ? dateWords(read.value) : null;
};

/** What the words of accepting are, by what it would do. */
const ACCEPT: Readonly<Record<Draft["deed"], string>> = {
  status: "Accept",
  evidence: "Add evidence",
  listing: "Accept",
  "end-listing": "Accept",
  statement: "Accept",
  nothing: "",
};

/** One proposal: what it says, on what words, with its questions, its decision and, behind a fold, all its fields. */
export function DraftCard({ draft, number, anchor, upstream, state }: Props) {
  const { key, deed, group } = draft;
  const decision = state.values[fieldOf(key, "decision")];
  const wrong = state.problems.some(({ field }) => field?.startsWith(`p.${key}.`));
  const error = errorAt(state, fieldOf(key, "decision"));
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
        <h3 className="hd">
          {draft.fields.summary !== undefined && draft.status === null && (
            <SpeechMark stance={draft.fields.stance as StatementStance} />
          )}
          <b>{draft.title}</b>
          <Step draft={draft} />
        </h3>
        <Facts draft={draft} upstream={upstream} />
        {draft.warnings.map((warning) => (
          <p className="warn" key={warning}>
            {warning}
          </p>
        ))}
        <DraftQuestions draft={draft} state={state} />
        {error && <p className="error">{error}</p>}
      </div>
      {deed === "nothing" ? (
        <p className="dim3 act">Nothing to add</p>
      ) : (
        <Decision draftKey={key} title={draft.title} decision={decision} accept={ACCEPT[deed]} />
      )}
      <input
        type="hidden"
        name={fieldOf(key, "version")}
        value={state.values[fieldOf(key, "version")] ?? ""}
      />
      <input type="hidden" name={fieldOf(key, "claim")} value={state.values[fieldOf(key, "claim")] ?? ""} />
      <input
        type="hidden"
        name={fieldOf(key, "listing")}
        value={state.values[fieldOf(key, "listing")] ?? ""}
      />
      {group !== "own" && (
        <input type="hidden" name={fieldOf(key, "deed")} value={state.values[fieldOf(key, "deed")] ?? deed} />
      )}
      {deed !== "nothing" && (
        <details className="intake-more" open={wrong || group === "own" || draft.newDevice !== null}>
          <summary>Change</summary>
          <DraftFields draft={draft} state={state} upstream={upstream} />
        </details>
      )}
    </li>
  );
}

function Step({ draft: { before, status } }: { draft: Draft }) {
  if (status === null) return null;
  return (
    <span>
      {before && before !== status && (
        <>
          <StatusWord status={before} /> <span className="dim3">to</span>{" "}
        </>
      )}
      <StatusWord status={status} />
    </span>
  );
}

/** When, why, on whose word; what the record has. */
function Facts({ draft, upstream }: { draft: Draft; upstream: readonly UpstreamDraft[] }) {
  const { fields, reasons, rests, says } = draft;
  const deed = fields.summary === undefined ? draft.deed : "statement";
  const when = inWords(fields.effective ?? fields.from ?? fields.date);
  const target = inWords(fields.target);
  const until = inWords(fields.to);
  const reports = rests.flatMap((row) => upstream[Number(row)]?.publisher ?? []);
  const word = ATTRIBUTION_WORDS[fields.attribution as keyof typeof ATTRIBUTION_WORDS]?.word;
  const facts = [
    word,
    fields.speaker,
    reports.length > 0
      ? `rests on ${reports.join(", ")}`
      : rests.includes("not-named")
        ? "rests on reports it does not name"
        : null,
  ].filter(Boolean);
  return (
    <>
      {deed === "statement" && fields.quote && <p className="dim">“{fields.quote}”</p>}
      {deed !== "statement" && (
        <p className="dim">
          {when && <b className="ink">{when}</b>}
          {until && <> until {until}</>}
          {target && <>, sale to begin {target}</>}
          {when && ". "}
          {says.join(" ")}{" "}
          {reasons.length > 0 && `Reason: ${reasons.map((reason) => REASON_WORDS[reason]).join(", ")}.`}
          {fields.exclusive === "yes" && " Exclusive."}
        </p>
      )}
      {deed === "statement" && says.length > 0 && <p className="dim">{says.join(" ")}</p>}
      {deed !== "statement" && facts.length > 0 && <p className="sm dim3">{facts.join(" · ")}</p>}
    </>
  );
}

function SpeechMark({ stance }: { stance: StatementStance }) {
  return (
    <svg width="16" height="14" aria-hidden="true" className="gl">
      <use href={`#m-${stance}`} />
    </svg>
  );
}

function Decision({
  draftKey,
  title,
  decision,
  accept,
}: {
  draftKey: string;
  title: string;
  decision: string | undefined;
  accept: string;
}) {
  const name = fieldOf(draftKey, "decision");
  return (
    <fieldset className="act" id={`f-${name}`}>
      <legend className="sr-only">{title}</legend>
      {[
        ["accept", accept],
        ["reject", "Reject"],
      ].map(([value, word]) => (
        <label key={value} className="choice">
          <input
            type="radio"
            name={name}
            value={value}
            key={`${decision}`}
            defaultChecked={decision === value}
          />
          {word}
        </label>
      ))}
    </fieldset>
  );
}
