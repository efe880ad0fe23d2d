"use client";

import { type ReactNode, useActionState, useRef } from "react";
import { ErrorList } from "@/components/forms/error-list";
import { TextField } from "@/components/forms/field";
import { type FormState, FRESH } from "@/formats/form-state";
import { useQueueKeys } from "./queue-keys";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  values: Readonly<Record<string, string | number>>;
  /** What the person may do: a second person decides, the author withdraws. */
  as: "second person" | "author";
  /** Deals moved on since: accepting puts the claims on top of what is recorded now. */
  onTop: boolean;
  /** Links beside the buttons. */
  children?: ReactNode;
};

/** What a person may do with a proposal, each with its key. */
export function DecideForm({ action, values, as, onTop, children }: Props) {
  const [state, submit, pending] = useActionState(action, FRESH);
  const form = useRef<HTMLFormElement>(null);
  useQueueKeys(form);
  const button = (intent: string, word: string, key: string, className = "btn", why = false) => (
    <button
      className={className}
      type="submit"
      name="intent"
      value={intent}
      disabled={pending}
      data-key={key}
      {...(why && { "data-why": "yes" })}
    >
      {word} <kbd className="only-w">{key.toUpperCase()}</kbd>
    </button>
  );
  return (
    <form action={submit} ref={form} id="decide" className="decide" noValidate>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ErrorList state={state} />
      <TextField
        name="comment"
        label="A word to the author"
        hint={
          as === "author"
            ? "Why you take it back, if you like."
            : "Needed to send it back or to reject it. After B or R, Ctrl+Enter does so."
        }
        rows={2}
        maxLength={4000}
        state={state}
      />
      <p className="btns actions">
        {as === "second person" ? (
          <>
            {onTop
              ? button("on-top", "Accept on top of what is recorded now", "a", "btn p")
              : button("accept", "Accept", "a", "btn p")}
            {button("send-back", "Send back", "b", "btn", true)}
            {button("reject", "Reject", "r", "btn danger", true)}
          </>
        ) : (
          button("withdraw", "Withdraw", "w", "btn danger")
        )}
        {children}
      </p>
    </form>
  );
}
