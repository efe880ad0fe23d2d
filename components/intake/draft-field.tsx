import type { ComponentProps } from "react";
import { Field, SelectField, TextField } from "@/components/forms/field";
import { ReferenceField } from "@/components/forms/reference-field";
import type { ThingKind } from "@/domain/status";
import { type Draft, fieldOf } from "@/intake/desk/draft";
import type { IntakeState } from "./state";

/** Fields of one proposal, called in the form by its key and their own name. */

export type Part = { readonly draft: Draft; readonly state: IntakeState };
type Of<Props> = Omit<Props, "state"> & { of: Part };

export const DraftText = ({ of: { draft, state }, name, ...field }: Of<ComponentProps<typeof TextField>>) => (
  <TextField state={state} name={fieldOf(draft.key, name)} {...field} />
);

export const DraftSelect = ({
  of: { draft, state },
  name,
  ...field
}: Of<ComponentProps<typeof SelectField>>) => (
  <SelectField state={state} name={fieldOf(draft.key, name)} {...field} />
);

/** Names something of the record. */
export const DraftRef = ({
  of: { draft, state },
  name,
  ...spec
}: {
  of: Part;
  name: string;
  kind: ThingKind;
  label: string;
}) => <ReferenceField spec={{ type: "ref", name: fieldOf(draft.key, name), ...spec }} state={state} />;

/** What the article says word for word. */
export const DraftQuote = ({ of }: { of: Part }) => (
  <DraftText of={of} name="quote" label="Quotation" rows={2} maxLength={4000} hint="At most 20 words." />
);

type ChecksProps = {
  of: Part;
  name: string;
  label: string;
  options: readonly { value: string; word: string }[];
};

/** Several of a list, or none. */
export function DraftChecks({ of: { draft, state }, name, label, options }: ChecksProps) {
  const field = fieldOf(draft.key, name);
  return (
    <Field state={state} name={field} label={label}>
      {({ id }) => (
        <div className="options" id={id}>
          {options.map(({ value, word }) => (
            <label className="option" key={value}>
              <input
                type="checkbox"
                name={field}
                value={value}
                defaultChecked={state.checks[field]?.includes(value) ?? false}
              />
              {word}
            </label>
          ))}
        </div>
      )}
    </Field>
  );
}
