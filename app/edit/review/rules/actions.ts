"use server";

import { revalidatePath } from "next/cache";
import { resolve } from "@/data/read/resolve";
import { endReviewRule, type RuleSetting, setReviewRule } from "@/data/write/review-rules";
import { httpStatusOf } from "@/domain/refusal";
import { REVIEW_SCOPES, type ReviewScope } from "@/domain/review";
import { REASONS, type Reason } from "@/domain/status";
import type { Candidate } from "@/formats/edit-state";
import { type EditState, freshEdit } from "@/formats/edit-state";
import { type FormState, type Problem, textOf, valuesOf } from "@/formats/form-state";
import { isId } from "@/formats/id";
import { reviewRulesPath } from "@/formats/paths";
import { db } from "@/server/db";
import { note } from "@/server/request-context";
import { malformed, sentForm } from "@/server/sent-form";
import { requireDoer } from "@/server/session";

/** Sets a rule of review: on everything, or on one manufacturer, carrier or reason. */
export async function setRuleAction(_: EditState, sent: FormData): Promise<EditState> {
  const form = sentForm(sent);
  const admin = await requireDoer("administer", reviewRulesPath());
  const [id, scope] = [textOf(form, "command"), textOf(form, "scope") as ReviewScope];
  if (!isId(id)) throw malformed();
  const read = await settingOf(scope, form);
  if (!read.ok) {
    note({ status: 422 });
    return { ...freshEdit(valuesOf(form)), problems: [read.problem], choices: { [scope]: read.choices } };
  }
  const outcome = await setReviewRule(db(), admin, id, read.setting);
  if (!outcome.ok) {
    note({ status: httpStatusOf(outcome.refusal), outcome: outcome.refusal.code });
    return { ...freshEdit(valuesOf(form)), problems: [{ field: null, message: outcome.refusal.message }] };
  }
  revalidatePath(reviewRulesPath());
  return { ...freshEdit(), done: "The rule holds from now on." };
}

export async function endRuleAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const admin = await requireDoer("administer", reviewRulesPath());
  const id = textOf(form, "id");
  if (!isId(id)) throw malformed();
  const outcome = await endReviewRule(db(), admin, id);
  revalidatePath(reviewRulesPath());
  return outcome.ok
    ? { values: {}, problems: [], done: "Ended." }
    : { values: {}, problems: [{ field: null, message: outcome.refusal.message }] };
}

type Read =
  | { readonly ok: true; readonly setting: RuleSetting }
  | { readonly ok: false; readonly problem: Problem; readonly choices: readonly Candidate[] };

async function settingOf(scope: ReviewScope, form: FormData): Promise<Read> {
  const no = (field: string, message: string, choices: readonly Candidate[] = []): Read => ({
    ok: false,
    problem: { field, message },
    choices,
  });
  switch (scope) {
    case "everything":
      return { ok: true, setting: { scope } };
    case "reason": {
      const reason = textOf(form, "reason") as Reason;
      return REASONS.includes(reason)
        ? { ok: true, setting: { scope, reason } }
        : no("reason", "Choose one of the reasons.");
    }
    case "manufacturer":
    case "carrier": {
      const entry = textOf(form, `${scope}.choice`) || textOf(form, scope);
      if (entry === "") return no(scope, `Say which ${scope}: type a few letters of its name.`);
      const found = await resolve(db(), scope, entry);
      if (found.ok) return { ok: true, setting: { scope, slug: found.slug } };
      return no(
        scope,
        found.choices.length > 0
          ? "This may be several. Choose one of those below."
          : "Nothing on record is called so. Try fewer letters.",
        found.choices,
      );
    }
    default:
      return no("scope", `Choose what needs a second person: ${REVIEW_SCOPES.join(", ")}.`);
  }
}
