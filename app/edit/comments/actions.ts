"use server";

import { redirect } from "next/navigation";
import { addComment, type CommentedOn, seeMentions } from "@/data/write/comments";
import { derivedId } from "@/data/write/ids";
import { httpStatusOf } from "@/domain/refusal";
import { type FormState, problemOf, textOf, valuesOf } from "@/formats/form-state";
import { isId } from "@/formats/id";
import { nextPath } from "@/formats/next-path";
import { editPath, withQuery } from "@/formats/paths";
import { db } from "@/server/db";
import { note } from "@/server/request-context";
import { malformed, sentForm } from "@/server/sent-form";
import { requireDoer } from "@/server/session";

/** Keeps a comment with a claim, a deal or a proposal, and leads back to it. */
export async function commentAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const actor = await requireDoer("propose", editPath());
  const [id, on, mention] = [textOf(form, "id"), placeOf(textOf(form, "on")), textOf(form, "mention")];
  if (!isId(id) || !on) throw malformed();
  const mentions = isId(mention) ? [mention] : [];
  // Several forms of one page send one id: what they are about tells them apart.
  const comment = derivedId(id, textOf(form, "on"), textOf(form, "text"));
  const outcome = await addComment(db(), actor, { id: comment, on, text: textOf(form, "text"), mentions });
  if (!outcome.ok) {
    note({ status: httpStatusOf(outcome.refusal), outcome: outcome.refusal.code });
    return { values: valuesOf(form), problems: [problemOf(outcome.refusal)] };
  }
  redirect(`${withQuery(nextPath(textOf(form, "back")), { saved: "commented" })}#m-${outcome.value}`);
}

/** The person has read what speaks to them: it leaves their desk, and stays where it is kept. */
export async function seenAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const actor = await requireDoer("propose", editPath());
  const id = textOf(form, "id");
  if (!isId(id)) throw malformed();
  await seeMentions(db(), actor, [id]);
  redirect(editPath());
}

/** "claim ID", "proposal ID" or "deal device carrier", as our forms send it. */
function placeOf(text: string): CommentedOn | null {
  const [kind, one = "", other = ""] = text.split(" ");
  if (kind === "claim" && isId(one)) return { claim: one };
  if (kind === "proposal" && isId(one)) return { proposal: one };
  return kind === "deal" && one && other ? { device: one.slice(0, 100), carrier: other.slice(0, 100) } : null;
}
