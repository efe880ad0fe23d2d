import { ATTRIBUTIONS, SOURCE_KINDS, STANCES } from "@/domain/status";
import { ATTRIBUTION_WORDS, SOURCE_KIND_WORDS, STANCE_WORDS } from "@/domain/words";
import { evidenceName, evidenceRows } from "@/formats/edit-spec";
import type { EditState } from "@/formats/edit-state";
import { SelectField, TextField } from "./field";
import { ReferenceField } from "./reference-field";

/** One or more pieces of evidence, each with its source, known or new, and on whom that rests for this claim. */
export function EvidenceFields({ state }: { state: EditState }) {
  const count = evidenceRows(state.values);
  return (
    <div className="field wide">
      <p className="label">Evidence</p>
      <div>
        <input type="hidden" name="evidenceCount" value={count} key={count} />
        {Array.from({ length: count }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place, as in the names of its fields
          <EvidenceRow key={row} row={row} state={state} />
        ))}
        <button className="btn" type="submit" name="intent" value="add-evidence" formNoValidate>
          Add evidence
        </button>
      </div>
    </div>
  );
}

function EvidenceRow({ row, state }: { row: number; state: EditState }) {
  const at = (part: string) => evidenceName(row, part);
  const isNew =
    Boolean(state.values[at("new.publisher")]) || state.problems.some((p) => p.field?.startsWith(at("new.")));
  const isUp =
    Boolean(state.values[at("up.publisher")]) || state.problems.some((p) => p.field?.startsWith(at("up.")));
  return (
    <fieldset className="evidence">
      <legend>Evidence {row + 1}</legend>
      <ReferenceField
        spec={{
          type: "ref",
          kind: "source",
          name: at("source"),
          label: "Source",
          hint: "Publisher, words of the headline, or the address.",
        }}
        state={state}
      />
      <details open={isNew}>
        <summary>The source is not on record yet</summary>
        <TextField state={state} name={at("new.publisher")} label="Publisher" maxLength={200} />
        <TextField
          state={state}
          name={at("new.published")}
          label="Published"
          hint="30 Jan 2018, Jan 2018, about Jan 2018 …"
          maxLength={100}
        />
        <TextField state={state} name={at("new.title")} label="Headline" maxLength={300} />
        <TextField state={state} name={at("new.url")} label="Address" type="url" maxLength={2000} />
        <SelectField
          state={state}
          name={at("new.kind")}
          label="Kind"
          value="news"
          options={SOURCE_KINDS.map((value) => ({ value, word: SOURCE_KIND_WORDS[value] }))}
        />
        <TextField state={state} name={at("new.lang")} label="Language" value="en" maxLength={3} />
      </details>
      <SelectField
        state={state}
        name={at("stance")}
        label="Stance"
        value="supports"
        options={STANCES.map((value) => ({ value, word: STANCE_WORDS[value] }))}
      />
      <SelectField
        state={state}
        name={at("attribution")}
        label="Attribution"
        value="unattributed"
        options={ATTRIBUTIONS.map((value) => ({
          value,
          word: `${ATTRIBUTION_WORDS[value].word}: ${ATTRIBUTION_WORDS[value].meaning}`,
        }))}
      />
      <TextField state={state} name={at("speaker")} label="Speaker" maxLength={200} />
      <TextField state={state} name={at("quote")} label="Quote" hint="At most 20 words." maxLength={400} />
      <ReferenceField
        spec={{
          type: "refs",
          kind: "source",
          name: at("via"),
          label: "Rests on (via)",
          hint: "The sources that it rests on for this claim, one a line. Empty: those that it usually cites.",
        }}
        state={state}
      />
      <details open={isUp}>
        <summary>It rests on a report that is not on record</summary>
        <TextField state={state} name={at("up.publisher")} label="Publisher of it" maxLength={200} />
        <TextField
          state={state}
          name={at("up.published")}
          label="It was published"
          hint="It is kept as unseen. The same publisher and date in two rows are one report."
          maxLength={100}
        />
      </details>
      <label className="option">
        <input
          type="checkbox"
          name={at("notNamed")}
          value="yes"
          defaultChecked={state.values[at("notNamed")] === "yes"}
        />
        It retells without saying whom
      </label>
    </fieldset>
  );
}
