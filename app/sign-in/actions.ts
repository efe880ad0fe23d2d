"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { type FormState, problemOf, textOf, valuesOf } from "@/formats/form-state";
import { nextPath } from "@/formats/next-path";
import { sentForm } from "@/server/sent-form";
import { signIn } from "@/server/sign-in";

/** Open to visitors: whoever signs in is one. */
export async function signInAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const password = form.get("password");
  const problem = await signIn(
    await headers(),
    textOf(form, "email").slice(0, 200),
    typeof password === "string" ? password.slice(0, 128) : "",
  );
  if (problem) return { values: valuesOf(form), problems: [problemOf(problem)] };
  redirect(nextPath(textOf(form, "next")));
}
