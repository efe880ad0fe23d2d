"use server";

import { redirect } from "next/navigation";
import type { IntakeState } from "@/components/intake/state";
import { intakePath, reviewPath, sourcePath } from "@/formats/paths";
import { sentForm } from "@/server/sent-form";
import { requireDoer } from "@/server/session";
import { answerDesk, pasteAgain, readIt } from "./answer";
import { fetchIt } from "./fetch-it";

/** Both forms of the intake are sent here. `intent`: fetch, read, again, add, accept-clear, reject-all, save, propose. */
export async function intakeAction(previous: IntakeState, sent: FormData): Promise<IntakeState> {
  const form = sentForm(sent);
  const intent = form.get("intent");
  const actor = await requireDoer(intent === "propose" ? "propose" : "import", intakePath());
  if (intent === "fetch") return fetchIt(form);
  if (intent === "again") return pasteAgain(previous, form);
  if (intent === "read" || intent === null) return readIt(form);
  const answer = await answerDesk(actor, previous, form);
  if ("state" in answer) return answer.state;
  if ("proposed" in answer) redirect(reviewPath(answer.proposed, { saved: "proposed" }));
  redirect(sourcePath(answer.saved.source, { saved: answer.saved.replayed ? "again" : "recorded" }));
}
