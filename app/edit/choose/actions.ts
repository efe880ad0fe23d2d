"use server";

import { redirect } from "next/navigation";
import { keepChoice } from "@/data/write/choices";
import { choosingAddress, chosenOf, withChoice } from "@/formats/choice";
import { bulkPath, matrixPath } from "@/formats/paths";
import { db } from "@/server/db";
import { malformed, sentForm } from "@/server/sent-form";
import { requireDoer } from "@/server/session";

/** Keeps what is ticked on a page, and goes on: to one change for all of it, or, with `then`, to another page to tick more. */
export async function chooseAction(sent: FormData): Promise<void> {
  const form = sentForm(sent);
  const actor = await requireDoer("record-claim", matrixPath());
  const places = chosenOf(form);
  const address = choosingAddress(form.get("address"));
  const then = form.get("then");
  const next = then === null ? null : choosingAddress(then);
  if (actor.kind !== "user" || !places || !address || (then !== null && !next)) throw malformed();
  const id = await keepChoice(db(), actor.id, { places, address });
  redirect(next ? withChoice(next, id) : bulkPath({ chosen: id }));
}
