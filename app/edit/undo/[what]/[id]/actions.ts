"use server";

import { redirect } from "next/navigation";
import { carryOutUndo, proposeUndo } from "@/data/write/undo";
import { httpStatusOf } from "@/domain/refusal";
import { type FormState, problemOf, textOf, valuesOf } from "@/formats/form-state";
import { isId } from "@/formats/id";
import { batchesPath, reviewPath, undoPath } from "@/formats/paths";
import { db } from "@/server/db";
import { note, requestNotes } from "@/server/request-context";
import { malformed, sentForm } from "@/server/sent-form";
import { requireDoer } from "@/server/session";

/** Takes back what the page showed, or proposes to. */
export async function undoAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const actor = await requireDoer("record-claim", batchesPath());
  const [id, what, command] = [textOf(form, "id"), textOf(form, "what"), textOf(form, "command")];
  if (!isId(id) || !isId(command) || (what !== "batch" && what !== "change")) throw malformed();
  const order = {
    id: command,
    of: what === "batch" ? { batch: id } : { command: id },
    why: textOf(form, "why"),
    expected: Number.parseInt(textOf(form, "expected"), 10) || 0,
  };
  const context = { requestId: requestNotes()?.requestId };
  const proposes = textOf(form, "intent") === "propose";
  const outcome = proposes
    ? await proposeUndo(db(), actor, order, context)
    : await carryOutUndo(db(), actor, order, context);
  if (!outcome.ok) {
    note({ status: httpStatusOf(outcome.refusal), outcome: outcome.refusal.code });
    const problems = outcome.refusals
      .map(problemOf)
      .map((p) => (p.field === "why" ? p : { ...p, field: null }));
    return { values: valuesOf(form), problems };
  }
  note({ outcome: proposes ? "proposed" : "undone" });
  if ("proposal" in outcome) redirect(reviewPath(outcome.proposal, { saved: "proposed" }));
  redirect(what === "batch" ? batchesPath({ saved: "undone" }) : undoPath("change", id, { saved: "undone" }));
}
