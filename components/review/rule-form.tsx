"use client";

import { useActionState } from "react";
import { ErrorList } from "@/components/forms/error-list";
import { ReferenceField } from "@/components/forms/reference-field";
import { REASONS } from "@/domain/status";
import { REASON_WORDS } from "@/domain/words";
import { type EditState, freshEdit } from "@/formats/edit-state";

type Props = {
  action: (state: EditState, form: FormData) => Promise<EditState>;
  command: string;
};

/** Four kinds of rule, each with the one thing that it needs beside it. */
export function RuleForm({ action, command }: Props) {
  const [state, submit, pending] = useActionState(action, freshEdit({ scope: "everything" }));
  const chosen = state.values.scope ?? "everything";
  const scope = (value: string, word: string) => (
    <label className="option">
      <input type="radio" name="scope" value={value} defaultChecked={chosen === value} /> {word}
    </label>
  );
  return (
    <form action={submit} className="narrow rule" noValidate>
      <input type="hidden" name="command" value={command} />
      <fieldset className="field">
        <legend>Second person for</legend>
        <div className="options">
          {scope("everything", "everything")}
          {scope("manufacturer", "a manufacturer")}
          {scope("carrier", "a carrier")}
          {scope("reason", "a reason")}
        </div>
      </fieldset>
      <div className="of-manufacturer">
        <ReferenceField
          spec={{ type: "ref", kind: "manufacturer", name: "manufacturer", label: "Manufacturer" }}
          state={state}
        />
      </div>
      <div className="of-carrier">
        <ReferenceField
          spec={{ type: "ref", kind: "carrier", name: "carrier", label: "Carrier" }}
          state={state}
        />
      </div>
      <div className="field of-reason">
        <label htmlFor="f-reason">Reason</label>
        <select id="f-reason" name="reason" defaultValue={state.values.reason ?? REASONS[0]}>
          {REASONS.map((r) => (
            <option key={r} value={r}>
              {REASON_WORDS[r]}
            </option>
          ))}
        </select>
      </div>
      <ErrorList state={state} />
      <p className="btns actions">
        <button className="btn p" type="submit" disabled={pending}>
          Set this rule
        </button>
        {state.done && <span role="status">{state.done}</span>}
      </p>
    </form>
  );
}
