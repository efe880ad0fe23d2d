"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { changeRole, invitePerson, revokeInvite, setDisabled } from "@/data/write/people";
import type { Outcome } from "@/domain/refusal";
import { ROLES } from "@/domain/status";
import { type FormState, problemOf, textOf, valuesOf } from "@/formats/form-state";
import { peoplePath } from "@/formats/paths";
import { db } from "@/server/db";
import { note } from "@/server/request-context";
import { requireActor } from "@/server/session";

const role = z.enum(ROLES);
const id = z.uuid();

export async function inviteAction(_: FormState, form: FormData): Promise<FormState> {
  const admin = await requireActor("administer", peoplePath());
  const email = textOf(form, "email");
  const read = z.object({ email: z.email().max(200), role }).safeParse({ email, role: textOf(form, "role") });
  if (!read.success) {
    note({ status: 422 });
    const message = "This is not an e-mail address. Write it as name@example.com.";
    return { values: valuesOf(form), problems: [{ field: "email", message }] };
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

export async function revokeAction(_: FormState, form: FormData): Promise<FormState> {
  const admin = await requireActor("administer", peoplePath());
  await revokeInvite(db(), admin, id.parse(textOf(form, "id")));
  return done("Invitation withdrawn. Its link no longer works.");
}

export async function changeRoleAction(_: FormState, form: FormData): Promise<FormState> {
  const admin = await requireActor("administer", peoplePath());
  const outcome = await changeRole(
    db(),
    admin,
    id.parse(textOf(form, "id")),
    role.parse(textOf(form, "role")),
  );
  return outcome.ok ? done("Role changed. It counts from the next request on.") : refused(outcome, form);
}

export async function disableAction(_: FormState, form: FormData): Promise<FormState> {
  const admin = await requireActor("administer", peoplePath());
  const disabled = textOf(form, "disabled") === "yes";
  const outcome = await setDisabled(db(), admin, id.parse(textOf(form, "id")), disabled);
  if (!outcome.ok) return refused(outcome, form);
  return done(disabled ? "Account disabled. Its sessions have ended." : "Account enabled.");
}

function done(sentence: string): FormState {
  revalidatePath(peoplePath());
  return { values: {}, problems: [], done: sentence };
}

function refused(outcome: Outcome<unknown> & { ok: false }, form: FormData): FormState {
  note({ status: 422, outcome: outcome.refusal.code });
  return { values: valuesOf(form), problems: [problemOf(outcome.refusal)] };
}
