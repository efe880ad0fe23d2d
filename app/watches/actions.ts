"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { logOf } from "@/data/read/record-log";
import { forgetWatch, markSeen, watch } from "@/data/write/watches";
import type { Id } from "@/domain/claims";
import { parseInstant } from "@/domain/edtf";
import { httpStatusOf } from "@/domain/refusal";
import { WATCH_KINDS } from "@/domain/watches";
import { type FormState, problemOf, textOf } from "@/formats/form-state";
import { isId } from "@/formats/id";
import { isWatchKind, watchesPath } from "@/formats/paths";
import { db } from "@/server/db";
import { note } from "@/server/request-context";
import { malformed, sentForm } from "@/server/sent-form";
import { requireDoer } from "@/server/session";

/** `of`: the path of what is to be watched, "devices/huawei-mate-10-pro". */
export async function watchAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const person = await personOf();
  const [kind = "", ...slugs] = textOf(form, "of").slice(0, 300).split("/");
  const found = isWatchKind(kind) ? await logOf(db(), kind, slugs) : null;
  if (!found || !("subject" in found.of)) return problem("Nothing of this address is on record.");
  const { id, kind: subjectKind } = found.of.subject;
  const known = WATCH_KINDS.find((one) => one === subjectKind);
  if (!known) throw malformed();
  const outcome = await watch(db(), person, { kind: known, id });
  if (outcome.ok) redirect(watchesPath());
  note({ status: httpStatusOf(outcome.refusal), outcome: outcome.refusal.code });
  return { values: {}, problems: [problemOf(outcome.refusal)] };
}

export async function forgetAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const person = await personOf();
  const id = textOf(form, "id");
  if (!isId(id)) throw malformed();
  await forgetWatch(db(), person, id);
  return done("No longer watched.");
}

/** `until`: the instant of the last deed that the page showed. */
export async function seenAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const person = await personOf();
  const until = parseInstant(textOf(form, "until"));
  if (until === null) throw malformed();
  await markSeen(db(), person, until);
  return done("Marked as seen.");
}

async function personOf(): Promise<Id> {
  const actor = await requireDoer("keep-own", watchesPath());
  if (actor.kind !== "user") throw new Error("Only a person watches.");
  return actor.id;
}

function problem(message: string): FormState {
  note({ status: 422 });
  return { values: {}, problems: [{ field: null, message }] };
}

function done(sentence: string): FormState {
  revalidatePath(watchesPath());
  return { values: {}, problems: [], done: sentence };
}
