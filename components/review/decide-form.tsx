"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { ErrorList } from "@/components/forms/error-list";
import { TextField } from "@/components/forms/field";
import { singleKeysOn } from "@/components/shell/single-keys";
import { type FormState, FRESH } from "@/formats/form-state";

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

/** What a person may do with a proposal, each with its key. Keys count only while the focus is on no field. */
export function DecideForm({ action, values, as, onTop, children }: Props) {
  const [state, submit, pending] = useActionState(action, FRESH);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement | null;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (at?.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) {
        if (event.key === "Escape") at.blur();
        return;
      }
      if (!singleKeysOn()) return;
      const key = event.key.toLowerCase();
      const target = document.querySelector<HTMLElement>(`[data-key="${key}"]`);
      if (!target) return;
      event.preventDefault();
      const comment = form.current?.elements.namedItem("comment");
      // What needs a reason leads to it first.
      if (target.dataset.why && comment instanceof HTMLTextAreaElement && comment.value.trim() === "")
        comment.focus();
      else target.click();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
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
          as === "author" ? "Why you take it back, if you like." : "Needed to send it back or to reject it."
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
