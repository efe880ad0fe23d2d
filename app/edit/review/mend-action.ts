"use server";

import { redirect } from "next/navigation";
import { readForm, stateOf } from "@/app/edit/read-form";
import { refusedState } from "@/app/edit/refused";
import { acceptProposal, mendProposal } from "@/data/write/decide";
import { httpStatusOf } from "@/domain/refusal";
import type { Command } from "@/formats/commands";
import { isFormKind } from "@/formats/edit-specs";
import { type EditState, withOneMoreRow } from "@/formats/edit-state";
import { textOf } from "@/formats/form-state";
import { isId } from "@/formats/id";
import { reviewPath } from "@/formats/paths";
import { db } from "@/server/db";
import { note, requestNotes } from "@/server/request-context";
import { malformed, sentForm } from "@/server/sent-form";
import { requireDoer } from "@/server/session";

/** A form of the editor's desk that changes one command of a proposal: its author mends it, a second person accepts it so. */
export async function mendAction(_: EditState, sent: FormData): Promise<EditState> {
  const form = sentForm(sent);
  const actor = await requireDoer("propose", reviewPath());
  const kind = form.get("form");
  const of = {
    proposal: textOf(form, "proposal"),
    version: Number.parseInt(textOf(form, "proposal.version"), 10) || 0,
  };
  if (!isId(of.proposal) || typeof kind !== "string" || !isFormKind(kind)) throw malformed();
  const row = await db().proposal.findUnique({
    where: { id: of.proposal },
    select: { authorId: true, commands: true },
  });
  const commands = (row?.commands ?? []) as unknown as Command[];
  const reading = await readForm(kind, form, madeBy(commands));
  const intent = form.get("intent");
  if (intent === "add-evidence" || intent === "preview" || reading.problems.length > 0) {
    const state = stateOf(reading);
    return intent === "add-evidence" ? withOneMoreRow(state) : state;
  }
  const place = commands.findIndex((c) => c.id === reading.values.command);
  if (place === -1) throw malformed();
  const changed = [...commands.slice(0, place), ...reading.commands, ...commands.slice(place + 1)];
  const decision = { ...of, comment: reading.values.comment?.trim() || null, commands: changed };
  const context = { requestId: requestNotes()?.requestId };
  const own = actor.kind === "user" && actor.id === row?.authorId;
  const outcome = own
    ? await mendProposal(db(), actor, decision, context)
    : await acceptProposal(db(), actor, decision, context);
  if (!outcome.ok) {
    note({ status: httpStatusOf(outcome.refusal), outcome: outcome.refusal.code });
    return refusedState(stateOf(reading), reading, { ...outcome, index: outcome.index - place });
  }
  note({ outcome: own ? "mended" : "accepted" });
  redirect(reviewPath(own ? of.proposal : undefined, { saved: own ? "mended" : "accepted" }));
}

/** "kind slug" of what the proposal itself makes. */
const madeBy = (commands: readonly Command[]): ReadonlySet<string> =>
  new Set(
    commands.flatMap((c) =>
      c.kind.startsWith("create-") && "slug" in c ? [`${c.kind.slice("create-".length)} ${c.slug}`] : [],
    ),
  );
