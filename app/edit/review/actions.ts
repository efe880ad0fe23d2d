"use server";

import { redirect } from "next/navigation";
import { acceptProposal, rejectProposal, sendBackProposal, withdrawProposal } from "@/data/write/decide";
import type { NotDone } from "@/data/write/door";
import { httpStatusOf } from "@/domain/refusal";
import { type FormState, problemOf, textOf, valuesOf } from "@/formats/form-state";
import { isId } from "@/formats/id";
import { reviewPath } from "@/formats/paths";
import type { Saved } from "@/formats/view";
import { db } from "@/server/db";
import { note, requestNotes } from "@/server/request-context";
import { malformed, sentForm } from "@/server/sent-form";
import { requireDoer } from "@/server/session";

const SAVED_AS: Readonly<Record<string, Saved>> = {
  accept: "accepted",
  "on-top": "accepted",
  "send-back": "sent-back",
  reject: "rejected",
  withdraw: "withdrawn",
};

/** What becomes of a proposal, and on to the next one that waits. */
export async function decideAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const actor = await requireDoer("propose", reviewPath());
  const intent = textOf(form, "intent");
  const saved = Object.hasOwn(SAVED_AS, intent) ? SAVED_AS[intent] : undefined;
  const proposal = textOf(form, "proposal");
  if (!saved || !isId(proposal)) throw malformed();
  const decision = {
    proposal,
    version: Number.parseInt(textOf(form, "version"), 10) || 0,
    comment: textOf(form, "comment") || null,
  };
  const context = { requestId: requestNotes()?.requestId };
  const outcome =
    intent === "withdraw"
      ? await withdrawProposal(db(), actor, decision, context)
      : intent === "send-back"
        ? await sendBackProposal(db(), actor, decision, context)
        : intent === "reject"
          ? await rejectProposal(db(), actor, decision, context)
          : await acceptProposal(
              db(),
              actor,
              { ...decision, onTop: intent === "on-top", ...(await taken(proposal, form)) },
              { ...context, timeout: 60_000 },
            );
  if (!outcome.ok) return refused(outcome, form);
  note({ outcome: saved });
  const next = textOf(form, "next");
  redirect(reviewPath(isId(next) ? next : undefined, { saved }));
}

/** Of several commands perhaps only some were ticked: then the others are left out. */
async function taken(proposal: string, form: FormData): Promise<{ commands?: readonly unknown[] }> {
  if (textOf(form, "several") !== "yes") return {};
  const ticked = new Set(form.getAll("take").map(String));
  const row = await db().proposal.findUnique({ where: { id: proposal }, select: { commands: true } });
  const commands = (row?.commands ?? []) as { id: string }[];
  const kept = commands.filter((c) => ticked.has(c.id));
  return kept.length === commands.length ? {} : { commands: kept };
}

function refused(outcome: NotDone, form: FormData): FormState {
  note({ status: httpStatusOf(outcome.refusal), outcome: outcome.refusal.code });
  const problems = outcome.refusals.map(problemOf);
  return {
    values: valuesOf(form),
    problems: problems.map((p) => (p.field === "comment" ? p : { ...p, field: null })),
  };
}
