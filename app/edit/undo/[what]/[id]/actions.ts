"use server";

import { redirect } from "next/navigation";
import { carryOutUndo, proposeUndo } from "@/data/write/undo";
import { askUndo, cancelUndo } from "@/data/write/undo-runs";
import { httpStatusOf } from "@/domain/refusal";
import { type FormState, problemOf, textOf, valuesOf } from "@/formats/form-state";
import { isId } from "@/formats/id";
import { batchesPath, reviewPath, undoPath } from "@/formats/paths";
import { db } from "@/server/db";
import { wakeImports } from "@/server/import-wake";
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
  if (what === "batch" && textOf(form, "background") === "yes" && textOf(form, "intent") !== "propose") {
    const expected = textOf(form, "expected") === "" ? null : order.expected;
    const refusal = await askUndo(db(), actor, { id: command, batch: id, why: order.why, expected });
    if (refusal) {
      note({ status: httpStatusOf(refusal), outcome: refusal.code });
      return { values: valuesOf(form), problems: [problemOf(refusal)] };
    }
    note({ outcome: "asked" });
    wakeImports();
    redirect(undoPath("batch", id));
  }
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

/** Ends an undo that is under way in the background; nothing of it is taken back. */
export async function cancelUndoAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const actor = await requireDoer("record-claim", batchesPath());
  const [run, batch] = [textOf(form, "run"), textOf(form, "batch")];
  if (!isId(run) || !isId(batch)) throw malformed();
  await cancelUndo(db(), actor, run);
  note({ outcome: "cancelled" });
  redirect(undoPath("batch", batch));
}
