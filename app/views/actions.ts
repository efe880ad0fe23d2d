"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { forgetView, saveView, shareView } from "@/data/write/saved-views";
import type { Id } from "@/domain/claims";
import { httpStatusOf, type Refusal } from "@/domain/refusal";
import { type FormState, problemOf, textOf, valuesOf } from "@/formats/form-state";
import { isId } from "@/formats/id";
import { nextPath } from "@/formats/next-path";
import { viewsPath } from "@/formats/paths";
import { db } from "@/server/db";
import { note } from "@/server/request-context";
import { malformed, sentForm } from "@/server/sent-form";
import { requireDoer } from "@/server/session";

const draft = z.object({
  name: z.string().min(1).max(200),
  address: z
    .string()
    .min(1)
    .max(2_000)
    .refine((text) => nextPath(text) === text),
});
const WRONG = {
  name: "Give the view a name of at most 200 characters.",
  address:
    "This is not an address of this site. Open the view that you mean and choose “Keep this view” there.",
} as const;

export async function saveViewAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const owner = await ownerOf();
  const read = draft.safeParse({ name: textOf(form, "name"), address: textOf(form, "address") });
  if (!read.success) {
    note({ status: 422 });
    const field = read.error.issues[0]?.path[0] === "name" ? "name" : "address";
    return { values: valuesOf(form), problems: [{ field, message: WRONG[field] }] };
  }
  const shared = textOf(form, "shared") === "yes";
  const outcome = await saveView(db(), owner, { ...read.data, shared });
  return outcome.ok ? done(`“${read.data.name}” is kept.`) : refused(outcome.refusal, form);
}

export async function shareViewAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const owner = await ownerOf();
  const shared = textOf(form, "shared") === "yes";
  const outcome = await shareView(db(), owner, sentId(form), shared);
  if (!outcome.ok) return refused(outcome.refusal, form);
  return done(shared ? "The team sees it now." : "Only you see it now.");
}

export async function forgetViewAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const owner = await ownerOf();
  await forgetView(db(), owner, sentId(form));
  return done("Forgotten.");
}

async function ownerOf(): Promise<Id> {
  const actor = await requireDoer("keep-own", viewsPath());
  if (actor.kind !== "user") throw new Error("Only a person keeps views.");
  return actor.id;
}

/** A button of the list is made by us, so anything else did not come from the page. */
function sentId(form: FormData): Id {
  const id = textOf(form, "id");
  if (!isId(id)) throw malformed();
  return id;
}

function done(sentence: string): FormState {
  revalidatePath(viewsPath());
  return { values: {}, problems: [], done: sentence };
}

function refused(refusal: Refusal, form: FormData): FormState {
  note({ status: httpStatusOf(refusal), outcome: refusal.code });
  return { values: valuesOf(form), problems: [problemOf(refusal)] };
}
