import { Field, SelectField, TextField } from "@/components/forms/field";
import { ATTRIBUTIONS, REASONS, STANCES, STATEMENT_STANCES, STATUSES } from "@/domain/status";
import { ATTRIBUTION_WORDS, REASON_WORDS, STANCE_WORDS, STATEMENT_WORDS, STATUS_WORDS } from "@/domain/words";
import { type Draft, fieldOf, type UpstreamDraft } from "@/intake/desk/draft";
import type { IntakeState } from "./state";
import { Ref, WhereFields } from "./where-fields";

type Props = { draft: Draft; state: IntakeState; upstream: readonly UpstreamDraft[] };

/** All fields of a proposal, by what it would do; a passage of one's own has those of every deed. */
export function DraftFields({ draft, state, upstream }: Props) {
  const own = draft.group === "own";
  const { deed } = draft;
  return (
    <>
      {own && <DeedField draft={draft} state={state} />}
      {deed !== "statement" && deed !== "end-listing" && deed !== "evidence" && (
        <WhereFields draft={draft} state={state} />
      )}
      {deed === "status" && (
        <div className={own ? "for-status" : undefined}>
          <StatusFields draft={draft} state={state} />
        </div>
      )}
      {(deed === "listing" || deed === "end-listing" || own) && (
        <div className={own ? "for-listing" : undefined}>
          <ListingFields draft={draft} state={state} />
        </div>
      )}
      {(deed === "statement" || own) && (
        <div className={own ? "for-statement" : undefined}>
          <StatementFields draft={draft} state={state} />
        </div>
      )}
      {deed !== "statement" && <EvidenceFields draft={draft} state={state} upstream={upstream} />}
    </>
  );
}

type Part = { draft: Draft; state: IntakeState };

function DeedField({ draft, state }: Part) {
  return (
    <div className="own-deed">
      <SelectField
        state={state}
        name={fieldOf(draft.key, "deed")}
        label="It says"
        options={[
          { value: "status", word: "a status at a carrier" },
          { value: "listing", word: "on sale at a retailer" },
          { value: "statement", word: "what a party said" },
        ]}
      />
    </div>
  );
}

function StatusFields({ draft, state }: Part) {
  const at = (name: string) => fieldOf(draft.key, name);
  return (
    <>
      <SelectField
        state={state}
        name={at("status")}
        label="Status from then on"
        options={[
          { value: "", word: "choose …" },
          ...STATUSES.map((value) => ({ value, word: STATUS_WORDS[value].word })),
        ]}
      />
      <TextField
        state={state}
        name={at("effective")}
        label="When"
        maxLength={100}
        hint="30 Jan 2018 · Jan 2018 · by 30 Jan 2018 · about Jan 2018"
      />
      <TextField state={state} name={at("effectiveWords")} label="In its words" maxLength={300} />
      <TextField state={state} name={at("target")} label="Sale to begin" maxLength={100} hint="Of a plan." />
      <TextField state={state} name={at("targetWords")} label="In its words" maxLength={300} />
      <Checks
        state={state}
        name={at("reasons")}
        label="Reasons"
        options={REASONS.map((value) => ({ value, word: REASON_WORDS[value] }))}
      />
      <SelectField
        state={state}
        name={at("exclusive")}
        label="Exclusive"
        options={[
          { value: "", word: "not said" },
          { value: "yes", word: "yes" },
          { value: "no", word: "no" },
        ]}
      />
      <TextField
        state={state}
        name={at("note")}
        label="Note"
        rows={2}
        maxLength={4000}
        hint="Needed when the change is unusual."
      />
    </>
  );
}

function ListingFields({ draft, state }: Part) {
  const at = (name: string) => fieldOf(draft.key, name);
  const ends = draft.deed === "end-listing";
  return (
    <>
      {!ends && (
        <TextField
          state={state}
          name={at("market")}
          label="Country"
          maxLength={2}
          hint="Two letters, such as US."
        />
      )}
      {!ends && <TextField state={state} name={at("from")} label="On sale since" maxLength={100} />}
      <TextField state={state} name={at("to")} label="Until" maxLength={100} />
      {draft.group !== "own" && (
        <TextField state={state} name={at("note")} label="Note" rows={2} maxLength={4000} />
      )}
    </>
  );
}

function StatementFields({ draft, state }: Part) {
  const at = (name: string) => fieldOf(draft.key, name);
  const own = draft.group === "own";
  return (
    <>
      {!own && <TextField state={state} name={at("speaker")} label="Speaker" maxLength={200} />}
      <TextField state={state} name={at("org")} label="Organisation" maxLength={200} />
      <SelectField
        state={state}
        name={at("stance")}
        label="Says"
        options={STATEMENT_STANCES.map((value) => ({ value, word: STATEMENT_WORDS[value] }))}
      />
      {!own && (
        <TextField
          state={state}
          name={at("quote")}
          label="Quotation"
          rows={2}
          maxLength={4000}
          hint="At most 20 words."
        />
      )}
      <TextField
        state={state}
        name={at("summary")}
        label="Summary"
        rows={2}
        maxLength={4000}
        hint="In words of your own."
      />
      <TextField state={state} name={at("date")} label="Said" maxLength={100} />
      {!own && <Ref draft={draft} state={state} name="device" kind="device" label="About device" />}
      {!own && <Ref draft={draft} state={state} name="carrier" kind="carrier" label="About carrier" />}
      <Ref draft={draft} state={state} name="manufacturer" kind="manufacturer" label="About manufacturer" />
    </>
  );
}

function EvidenceFields({ draft, state, upstream }: Props) {
  const at = (name: string) => fieldOf(draft.key, name);
  return (
    <>
      <SelectField
        state={state}
        name={at("holds")}
        label="The article"
        value="supports"
        options={STANCES.map((value) => ({ value, word: `${STANCE_WORDS[value]} it` }))}
      />
      <SelectField
        state={state}
        name={at("attribution")}
        label="How it knows"
        options={ATTRIBUTIONS.map((value) => ({ value, word: ATTRIBUTION_WORDS[value].word }))}
      />
      <TextField state={state} name={at("speaker")} label="Speaker" maxLength={200} />
      <TextField
        state={state}
        name={at("quote")}
        label="Quotation"
        rows={2}
        maxLength={4000}
        hint="At most 20 words."
      />
      {upstream.length > 0 && (
        <Checks
          state={state}
          name={at("rests")}
          label="Rests on"
          options={[
            ...upstream.map(({ publisher }, row) => ({ value: String(row), word: publisher })),
            { value: "not-named", word: "reports that it does not name" },
          ]}
        />
      )}
    </>
  );
}

function Checks({
  state,
  name,
  label,
  options,
}: {
  state: IntakeState;
  name: string;
  label: string;
  options: readonly { value: string; word: string }[];
}) {
  return (
    <Field state={state} name={name} label={label}>
      {({ id }) => (
        <div className="options" id={id}>
          {options.map(({ value, word }) => (
            <label className="option" key={value}>
              <input
                type="checkbox"
                name={name}
                value={value}
                defaultChecked={state.checks[name]?.includes(value) ?? false}
              />
              {word}
            </label>
          ))}
        </div>
      )}
    </Field>
  );
}
