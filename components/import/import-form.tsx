"use client";

import { type ReactNode, useActionState } from "react";
import { ErrorList } from "@/components/forms/error-list";
import { type FormState, FRESH } from "@/formats/form-state";

export type ImportAction = (state: FormState, form: FormData) => Promise<FormState>;

type Props = {
  action: ImportAction;
  run: string;
  intent: "map" | "encoding" | "answer" | "import" | "accept" | "back" | "cancel";
  className?: string;
  children: ReactNode;
};

/** One of the forms of an import's page: its fields and buttons, and what was wrong with them. */
export function ImportForm({ action, run, intent, className, children }: Props) {
  const [state, submit] = useActionState(action, FRESH);
  return (
    <form action={submit} className={className}>
      <input type="hidden" name="import" value={run} />
      <input type="hidden" name="intent" value={intent} />
      <ErrorList state={state} />
      {children}
    </form>
  );
}
