"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { setPassword } from "@/data/write/people";
import { type FormState, problemOf } from "@/formats/form-state";
import { accountPath } from "@/formats/paths";
import { auth } from "@/server/auth";
import { db } from "@/server/db";
import { note } from "@/server/request-context";
import { sentForm } from "@/server/sent-form";
import { requireDoer } from "@/server/session";
import { hashPassword, isOwnPassword, passwordProblem } from "@/server/sign-in";

/** A new password; all other sessions end. */
export async function changePasswordAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const actor = await requireDoer("keep-own", accountPath());
  if (actor.kind !== "user") throw new Error("Only a person has a password.");
  const password = String(form.get("password") ?? "");
  const refused = (problem: FormState["problems"][number]): FormState => {
    note({ status: 422 });
    return { values: {}, problems: [problem] };
  };
  const weak = passwordProblem(password);
  if (weak) return refused(problemOf(weak));
  if (!(await isOwnPassword(actor.id, String(form.get("current") ?? "").slice(0, 128)))) {
    return refused({ field: "current", message: "This is not your present password." });
  }
  const session = await auth().api.getSession({ headers: await headers() });
  await setPassword(db(), actor, await hashPassword(password), session?.session.token ?? "");
  revalidatePath(accountPath());
  return { values: {}, problems: [], done: "Password changed. Your other sessions have ended." };
}
