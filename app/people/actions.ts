"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { changeRole, invitePerson, revokeInvite, setDisabled } from "@/data/write/people";
import type { Id } from "@/domain/claims";
import { httpStatusOf, type Outcome } from "@/domain/refusal";
import { ROLES } from "@/domain/status";
import { ROLE_WORDS } from "@/domain/words";
import { type FormState, problemOf, textOf, valuesOf } from "@/formats/form-state";
import { isId } from "@/formats/id";
import { peoplePath } from "@/formats/paths";
import { db } from "@/server/db";
import { note } from "@/server/request-context";
import { malformed, sentForm } from "@/server/sent-form";
import { requireDoer } from "@/server/session";

const roleSchema = z.enum(ROLES);
const invitation = z.object({ email: z.email().max(200), role: roleSchema });

/** Whom a button of the table concerns: it is made by us, so anything else did not come from the page. */
function sentId(form: FormData): Id {
  const id = textOf(form, "id");
  if (!isId(id)) throw malformed();
  return id;
}

export async function inviteAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const admin = await requireDoer("administer", peoplePath());
  const email = textOf(form, "email");
  const read = invitation.safeParse({ email, role: textOf(form, "role") });
  if (!read.success) {
    note({ status: 422 });
    const field = read.error.issues[0]?.path[0] === "role" ? "role" : "email";
    return { values: valuesOf(form), problems: [{ field, message: WRONG[field] }] };
  }
  const outcome = await invitePerson(db(), admin, read.data);
  if (!outcome.ok) return refused(outcome, form);
  return {
    values: {},
    problems: [],
    done: `Invitation for ${email} made. Send this link to them; it is shown once and works for seven days.`,
    secret: `/invite?token=${outcome.value}`,
  };
}

export async function revokeAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const admin = await requireDoer("administer", peoplePath());
  await revokeInvite(db(), admin, sentId(form));
  return done("Invitation withdrawn. Its link no longer works.");
}

export async function changeRoleAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const admin = await requireDoer("administer", peoplePath());
  const role = roleSchema.safeParse(textOf(form, "role"));
  if (!role.success) throw malformed();
  const outcome = await changeRole(db(), admin, sentId(form), role.data);
  return outcome.ok ? done("Role changed. It counts from the next request on.") : refused(outcome, form);
}

export async function disableAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const admin = await requireDoer("administer", peoplePath());
  const disabled = textOf(form, "disabled") === "yes";
  const outcome = await setDisabled(db(), admin, sentId(form), disabled);
  if (!outcome.ok) return refused(outcome, form);
  return done(disabled ? "Account disabled. Its sessions have ended." : "Account enabled.");
}

const WRONG = {
  email: "This is not an e-mail address. Write it as name@example.com.",
  role: `Choose one of: ${ROLES.map((r) => ROLE_WORDS[r].word).join(", ")}.`,
} as const;

function done(sentence: string): FormState {
  revalidatePath(peoplePath());
  return { values: {}, problems: [], done: sentence };
}

function refused(outcome: Outcome<unknown> & { ok: false }, form: FormData): FormState {
  note({ status: httpStatusOf(outcome.refusal), outcome: outcome.refusal.code });
  return { values: valuesOf(form), problems: [problemOf(outcome.refusal)] };
}
