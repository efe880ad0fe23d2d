"use client";

import { useActionState } from "react";
import { useKeeping } from "@/components/forms/keeping";
import { DeskForm } from "./desk-form";
import { PasteForm } from "./paste-form";
import type { IntakeState } from "./state";

type Props = {
  action: (state: IntakeState, form: FormData) => Promise<IntakeState>;
  start: IntakeState;
  /** The admin lets editors fetch a page by its address. */
  fetches: boolean;
};

/** The intake: first the text, then what it says beside it. Everything works by plain submits. */
export function IntakeForm({ action, start, fetches }: Props) {
  const [state, submit, pending] = useActionState(useKeeping(action), start);
  return state.desk === null ? (
    <PasteForm state={state} submit={submit} pending={pending} fetches={fetches} />
  ) : (
    <DeskForm state={state} desk={state.desk} submit={submit} pending={pending} />
  );
}
