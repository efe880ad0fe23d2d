"use server";

import { redirect } from "next/navigation";
import { describedCommands } from "@/data/read/described";
import { previewStatus } from "@/data/read/preview";
import { type Answer, runCommands } from "@/data/write/door";
import { HANDLERS } from "@/data/write/handlers";
import { parseCommand } from "@/data/write/parse";
import { parsed, proposeCommands } from "@/data/write/proposals";
import type { Actor } from "@/domain/permissions";
import type { Preview } from "@/domain/preview";
import { httpStatusOf } from "@/domain/refusal";
import type { Command, CommandOf } from "@/formats/commands";
import { titleOf } from "@/formats/describe";
import { type FormKind, isFormKind } from "@/formats/edit-specs";
import { type EditState, type Seen, withOneMoreRow } from "@/formats/edit-state";
import { editPath, reviewPath, withQuery } from "@/formats/paths";
import type { Saved } from "@/formats/view";
import { now } from "@/server/clock";
import { db } from "@/server/db";
import { note, requestNotes } from "@/server/request-context";
import { malformed, sentForm } from "@/server/sent-form";
import { requireActor, requireDoer } from "@/server/session";
import { basisNow, onItsBasis, unseenHistory } from "./basis";
import { withBothVersions } from "./both-versions";
import { type Reading, readForm, stateOf } from "./read-form";
import { refusedState } from "./refused";
import { seenAt } from "./seen-at";
import { warningsOf } from "./warnings";

/** Every form of the editor's desk is sent here. `intent`: save, propose, preview, or one more row of evidence. */
export async function editAction(_: EditState, sent: FormData): Promise<EditState> {
  const form = sentForm(sent);
  const kind = kindOf(form);
  const intent = form.get("intent");
  const actor = await requireDoer(intent === "propose" ? "propose" : actionOf(kind), editPath());
  const reading = await readForm(kind, form);
  if (intent === "add-evidence") return withOneMoreRow(stateOf(reading));
  if (intent === "preview") return previewed(reading);
  if (reading.problems.length > 0) {
    note({ status: 422 });
    return stateOf(reading);
  }
  const unseen = await unseenHistory(stateOf(reading), reading);
  if (unseen) {
    note({ status: 409, outcome: "unseen" });
    return unseen;
  }
  const commands = onItsBasis(reading);
  if (intent === "propose") return propose(actor, kind, { ...reading, commands });
  const outcome = await runCommands(db(), actor, commands, { requestId: requestNotes()?.requestId });
  if (!outcome.ok) {
    note({ status: httpStatusOf(outcome.refusal), outcome: outcome.refusal.code });
    return withBothVersions(kind, refusedState(stateOf(reading), reading, outcome));
  }
  const main = outcome.answers.at(-1) as Answer;
  note({ commandId: main.commandId, outcome: "accepted" });
  redirect(
    withQuery(await seenAt(db(), main), { saved: outcome.replayed ? "again" : savedAs(kind, reading) }),
  );
}

/** Files what the form would save for a second person, and leads to where it waits. */
async function propose(actor: Actor, kind: FormKind, reading: Reading): Promise<EditState> {
  const described = await describedCommands(db(), parsed(reading.commands));
  const outcome = await proposeCommands(
    db(),
    actor,
    reading.commands,
    {
      kind: "claim",
      title: described.map(titleOf).at(-1) ?? "",
      comment: reading.values.comment?.trim() || null,
    },
    { requestId: requestNotes()?.requestId },
  );
  if (!outcome.ok) {
    note({ status: httpStatusOf(outcome.refusal), outcome: outcome.refusal.code });
    return withBothVersions(kind, refusedState(stateOf(reading), reading, outcome));
  }
  note({ outcome: "proposed" });
  redirect(reviewPath(outcome.proposal, { saved: "proposed" }));
}

/** What the form would change, asked while it is being filled in. Writes nothing. */
export async function previewAction(sent: FormData): Promise<Seen> {
  const form = sentForm(sent);
  const kind = kindOf(form);
  await requireActor(actionOf(kind), editPath());
  const reading = await readForm(kind, form);
  return {
    preview: await preview(reading),
    read: reading.read,
    warnings: await warningsOf(reading),
    basis: await basisNow(reading),
  };
}

/** The same for those without script: the form comes back with it, on top of the history that it shows. */
async function previewed(reading: Reading): Promise<EditState> {
  const seen = await preview(reading);
  const basis = seen && (await basisNow(reading));
  const state = { ...stateOf(reading), preview: seen, warnings: await warningsOf(reading) };
  if (!basis) return state;
  return {
    ...state,
    values: { ...state.values, version: String(basis.version), "version.of": basis.of },
  };
}

/** A form that no page of ours has did not come from one. */
function kindOf(form: FormData): FormKind {
  const kind = form.get("form");
  if (typeof kind === "string" && isFormKind(kind)) return kind;
  throw malformed();
}

const actionOf = (kind: FormKind) => {
  const handler = HANDLERS[(kind in HANDLERS ? kind : `create-${kind}`) as keyof typeof HANDLERS];
  return handler.action;
};

/** Only of a status change that is complete enough to be one. */
async function preview(reading: Reading): Promise<Preview | null> {
  const commands: Command[] = [];
  for (const one of reading.commands) {
    const read = parseCommand(one);
    if (!read.ok) return null;
    commands.push(read.command);
  }
  const draft = commands.find((c) => c.kind === "record-status" || c.kind === "correct-status");
  if (!draft || reading.problems.length > 0) return null;
  const made = commands.filter((c): c is CommandOf<"create-source"> => c.kind === "create-source");
  return previewStatus(db(), draft as CommandOf<"record-status" | "correct-status">, made, now());
}

function savedAs(kind: FormKind, { values }: Reading): Saved {
  if (kind === "add-evidence") return "evidence";
  if (kind.startsWith("retract-")) return "retracted";
  if (kind.startsWith("correct-")) return "corrected";
  if (kind.startsWith("record-") || kind.startsWith("end-")) return "recorded";
  return values.target_id ? "edited" : "created";
}
