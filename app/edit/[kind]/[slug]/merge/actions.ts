"use server";

import { redirect } from "next/navigation";
import { seenAt } from "@/app/edit/seen-at";
import { describedCommands } from "@/data/read/described";
import { runCommands } from "@/data/write/door";
import { parsed, proposeCommands } from "@/data/write/proposals";
import { httpStatusOf } from "@/domain/refusal";
import { titleOf } from "@/formats/describe";
import { type FormState, problemOf, textOf, valuesOf } from "@/formats/form-state";
import { editPath, reviewPath, withQuery } from "@/formats/paths";
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
  const context = { requestId: requestNotes()?.requestId };
  const outcome =
    textOf(form, "intent") === "propose"
      ? await proposeCommands(db(), actor, [command], await about(command), context)
      : await runCommands(db(), actor, [command], context);
  if (!outcome.ok) {
    note({ status: httpStatusOf(outcome.refusal), outcome: outcome.refusal.code });
    const problems = outcome.refusals
      .map(problemOf)
      .map((p) => ({ ...p, field: p.field === "why" ? field : null }));
    return { values: valuesOf(form), problems };
  }
  if ("proposal" in outcome) redirect(reviewPath(outcome.proposal, { saved: "proposed" }));
  const [answer] = outcome.answers;
  if (!answer) throw new Error("One command, one answer.");
  note({ commandId: answer.commandId, outcome: "accepted" });
  redirect(withQuery(await seenAt(db(), answer), { saved: outcome.replayed ? "again" : saved }));
}

/** How a proposed merge is called in the queue. */
async function about(command: unknown): Promise<{ kind: "claim"; title: string }> {
  const [described] = await describedCommands(db(), parsed([command]));
  return { kind: "claim", title: described ? titleOf(described) : "Merge" };
}
