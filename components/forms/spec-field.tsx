import { StatusMark } from "@/components/status/status-mark";
import type { Status } from "@/domain/status";
import { STATUS_WORDS } from "@/domain/words";
import type { FieldSpec } from "@/formats/edit-spec";
import type { EditState } from "@/formats/edit-state";
import { errorAt } from "@/formats/form-state";
import { EvidenceFields } from "./evidence-fields";
import { Field, SelectField, TextField } from "./field";
import { ReferenceField } from "./reference-field";

type Props = { spec: FieldSpec; state: EditState; read?: string | undefined };

/** One field of a form, by its specification. */
export function SpecField({ spec, state, read }: Props) {
  const common = { name: spec.name, label: spec.label, state, ...(spec.hint && { hint: spec.hint }) };
  switch (spec.type) {
    case "text":
    case "url":
      return (
        <TextField
          {...common}
          type={spec.type}
          maxLength={spec.max}
          autoComplete="off"
          required={spec.required}
        />
      );
    case "long":
      return <TextField {...common} rows={spec.rows} maxLength={spec.max} required={spec.required} />;
    case "aliases":
      return <TextField {...common} rows={3} maxLength={4000} />;
    case "date":
      return (
        <div className="date">
          <TextField {...common} maxLength={100} autoComplete="off" required={spec.required} />
          {read && (
            <p className="read" role="status">
              <span className="cap">We read</span> {read}
            </p>
          )}
        </div>
      );
    case "select":
      return <SelectField {...common} options={spec.options} />;
    case "check":
      return (
        <Field {...common}>
          {({ id, name, describedBy }) => (
            <input
              type="checkbox"
              id={id}
              name={name}
              value="yes"
              defaultChecked={state.values[name] === "yes"}
              aria-describedby={describedBy}
            />
          )}
        </Field>
      );
    case "checks":
      return (
        <fieldset className="field">
          <legend>{spec.label}</legend>
          <div className="options">
            {spec.options.map(({ value, word }) => (
              <label key={value} className="option">
                <input
                  type="checkbox"
                  name={spec.name}
                  value={value}
                  defaultChecked={state.checks[spec.name]?.includes(value)}
                />
                {word}
              </label>
            ))}
          </div>
        </fieldset>
      );
    case "status":
      return <StatusField spec={spec} state={state} />;
    case "ref":
    case "refs":
      return <ReferenceField spec={spec} state={state} />;
    case "evidence":
      return <EvidenceFields state={state} />;
  }
}

function StatusField({ spec, state }: { spec: FieldSpec & { type: "select" | "status" }; state: EditState }) {
  const error = errorAt(state, spec.name);
  return (
    <fieldset className="field" aria-describedby={error ? `f-${spec.name}-error` : undefined}>
      <legend id={`f-${spec.name}`} tabIndex={-1}>
        {spec.label}
      </legend>
      <div className="options">
        {spec.options.map(({ value, word, meaning }) => (
          <label key={value} className="option status" title={meaning}>
            <input
              type="radio"
              name={spec.name}
              value={value}
              defaultChecked={state.values[spec.name] === value}
            />
            <StatusMark status={value as Status} />
            <b aria-hidden="true">{STATUS_WORDS[value as Status].letter}</b> {word}
          </label>
        ))}
        {error && (
          <p className="error" id={`f-${spec.name}-error`}>
            {error}
          </p>
        )}
      </div>
    </fieldset>
  );
}
