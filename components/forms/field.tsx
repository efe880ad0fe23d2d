import type { ReactNode } from "react";
import { errorAt, type FormState, warningsAt } from "@/formats/form-state";

type FieldProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  state: FormState;
  /** Draws the control; `described` names hint and error for it. */
  children: (control: {
    id: string;
    name: string;
    describedBy: string | undefined;
    invalid: boolean;
  }) => ReactNode;
};

/** Label, control, hint and the error, which stands at its field. */
export function Field({ name, label, hint, state, children }: FieldProps) {
  const error = errorAt(state, name);
  const warnings = warningsAt(state, name);
  const id = `f-${name}`;
  const described = [
    hint ? `${id}-hint` : null,
    warnings.length > 0 ? `${id}-warning` : null,
    error ? `${id}-error` : null,
  ]
    .filter(Boolean)
    .join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div>
        {children({ id, name, describedBy: described || undefined, invalid: error !== null })}
        {hint && (
          <p className="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        {warnings.length > 0 && (
          <p className="advice" id={`${id}-warning`}>
            {warnings.join(" ")}
          </p>
        )}
        {error && (
          <p className="error" id={`${id}-error`}>
            {error}
          </p>
        )}
      </div>
    </div>
  );
}

type TextFieldProps = Omit<FieldProps, "children"> & {
  type?: "text" | "email" | "password" | "url" | "search";
  value?: string;
  required?: boolean;
  autoComplete?: string;
  maxLength?: number;
  rows?: number;
  list?: string;
};

/** One line of text, or several with `rows`. Shows what was typed before, else `value`. */
export function TextField({
  type = "text",
  value = "",
  rows,
  required,
  autoComplete,
  maxLength,
  list,
  ...field
}: TextFieldProps) {
  const typed = type === "password" ? undefined : (field.state.values[field.name] ?? value);
  return (
    <Field {...field}>
      {({ id, name, describedBy, invalid }) => {
        const shared = {
          id,
          name,
          defaultValue: typed,
          required,
          maxLength,
          "aria-describedby": describedBy,
          "aria-invalid": invalid || undefined,
        };
        return rows ? (
          <textarea rows={rows} {...shared} />
        ) : (
          <input type={type} autoComplete={autoComplete} list={list} {...shared} />
        );
      }}
    </Field>
  );
}

type Option = { readonly value: string; readonly word: string };

export function SelectField({
  value = "",
  options,
  ...field
}: Omit<FieldProps, "children"> & { value?: string; options: readonly Option[] }) {
  return (
    <Field {...field}>
      {({ id, name, describedBy, invalid }) => (
        <select
          id={id}
          name={name}
          key={field.state.values[name] ?? value}
          defaultValue={field.state.values[name] ?? value}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
        >
          {options.map((o) => (
            <option key={o.value} value={o.value}>
              {o.word}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
