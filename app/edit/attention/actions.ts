"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { putOff, takeBack } from "@/data/write/put-off";
import { ATTENTION_KINDS } from "@/domain/attention";
import { httpStatusOf } from "@/domain/refusal";
import { type FormState, problemOf, textOf, valuesOf } from "@/formats/form-state";
import { isId } from "@/formats/id";
import { nextPath } from "@/formats/next-path";
import { attentionPath } from "@/formats/paths";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { note } from "@/server/request-context";
import { malformed, sentForm } from "@/server/sent-form";
import { requireDoer } from "@/server/session";

/** Puts an item off, and goes on with the list. */
export async function putOffAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const actor = await requireDoer("record-claim", attentionPath());
  if (actor.kind !== "user") throw new Error("Only a person puts something off.");
  const [kind, subject] = [textOf(form, "kind"), textOf(form, "subject").slice(0, 250)];
  if (!ATTENTION_KINDS.includes(kind)) throw malformed();
  const draft = { kind, subject, why: textOf(form, "why"), until: textOf(form, "until") };
  const outcome = await putOff(db(), actor.id, draft, today());
  if (outcome.ok) redirect(`${backOf(form)}#put-off`);
  note({ status: httpStatusOf(outcome.refusal), outcome: outcome.refusal.code });
  return { values: valuesOf(form), problems: [problemOf(outcome.refusal)] };
}

export async function takeBackAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  await requireDoer("record-claim", attentionPath());
  const id = textOf(form, "id");
  if (!isId(id)) throw malformed();
  await takeBack(db(), id);
  revalidatePath(attentionPath());
  return { values: {}, problems: [], done: "It is back on its list." };
}

/** The list that the form came from; anything else is no address of this page. */
function backOf(form: FormData): string {
  const back = nextPath(textOf(form, "back"));
  return back.startsWith(attentionPath()) ? back : attentionPath();
}
