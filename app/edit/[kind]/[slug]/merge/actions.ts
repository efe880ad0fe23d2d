"use server";

import { redirect } from "next/navigation";
import { seenAt } from "@/app/edit/seen-at";
import { runCommands } from "@/data/write/door";
import { httpStatusOf } from "@/domain/refusal";
import { type FormState, problemOf, textOf, valuesOf } from "@/formats/form-state";
import { editPath, withQuery } from "@/formats/paths";
import type { Saved } from "@/formats/view";
import { db } from "@/server/db";
import { note, requestNotes } from "@/server/request-context";
import { sentForm } from "@/server/sent-form";
import { requireDoer } from "@/server/session";

export async function mergeAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const text = (name: string) => textOf(form, name);
  const version = (name: string) => Number.parseInt(text(name), 10) || 0;
  return send(form, "why", "merged", {
    kind: "merge",
    id: text("command"),
    entity: text("entity"),
    slug: text("slug"),
    version: version("version"),
    into: text("into"),
    intoVersion: version("intoVersion"),
    why: text("why"),
  });
}

export async function unmergeAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const text = (name: string) => textOf(form, name);
  const field = `why-${text("merge")}`; // several such forms stand on one page
  return send(form, field, "unmerged", {
    kind: "unmerge",
    id: text("command"),
    merge: text("merge"),
    why: text(field),
  });
}

/** `field`: the name of the one field that a person types into. */
async function send(form: FormData, field: string, saved: Saved, command: unknown): Promise<FormState> {
  const actor = await requireDoer("merge", editPath());
  const outcome = await runCommands(db(), actor, [command], { requestId: requestNotes()?.requestId });
  if (!outcome.ok) {
    note({ status: httpStatusOf(outcome.refusal), outcome: outcome.refusal.code });
    const problems = outcome.refusals
      .map(problemOf)
      .map((p) => ({ ...p, field: p.field === "why" ? field : null }));
    return { values: valuesOf(form), problems };
  }
  const [answer] = outcome.answers;
  if (!answer) throw new Error("One command, one answer.");
  note({ commandId: answer.commandId, outcome: "accepted" });
  redirect(withQuery(await seenAt(db(), answer), { saved: outcome.replayed ? "again" : saved }));
}
