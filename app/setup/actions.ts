"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { acceptInvite } from "@/data/write/people";
import { nameProblem, textProblem } from "@/domain/names";
import { type FormState, type Problem, problemOf, textOf, valuesOf } from "@/formats/form-state";
import { db } from "@/server/db";
import { note } from "@/server/request-context";
import { sentForm } from "@/server/sent-form";
import { hashPassword, passwordProblem, signIn } from "@/server/sign-in";

/** Open to visitors who hold a one-time link: the first admin's set-up and every invitation end here. */
export async function acceptAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const name = textOf(form, "name");
  const email = textOf(form, "email");
  const typed = form.get("password");
  const password = typeof typed === "string" ? typed : "";
  const weak = passwordProblem(password);
  const problems = [emailProblem(email), personNameProblem(name), weak && problemOf(weak)].filter(
    (p) => p !== null,
  );
  const refused = (list: readonly Problem[]): FormState => {
    note({ status: 422 });
    return { values: valuesOf(form), problems: list };
  };
  if (problems.length > 0) return refused(problems);
  const passwordHash = await hashPassword(password);
  const outcome = await acceptInvite(db(), { token: textOf(form, "token"), name, email, passwordHash });
  if (!outcome.ok) return refused([problemOf(outcome.refusal)]);
  const problem = await signIn(await headers(), outcome.value.email, password);
  if (problem) return refused([problemOf(problem)]);
  redirect("/");
}

const emailProblem = (email: string): Problem | null =>
  z.email().max(200).safeParse(email).success
    ? null
    : { field: "email", message: "This is not an e-mail address. Write it as name@example.com." };

function personNameProblem(name: string): Problem | null {
  const message = name === "" ? "Write your name." : (textProblem(name, 200) ?? nameProblem(name));
  return message ? { field: "name", message } : null;
}
