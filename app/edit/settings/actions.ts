"use server";

import { revalidatePath } from "next/cache";
import { changeSetting } from "@/data/write/settings";
import { httpStatusOf } from "@/domain/refusal";
import { SETTINGS } from "@/domain/settings";
import { type FormState, problemOf, textOf } from "@/formats/form-state";
import { isId } from "@/formats/id";
import { settingsPath } from "@/formats/paths";
import { db } from "@/server/db";
import { note } from "@/server/request-context";
import { malformed, sentForm } from "@/server/sent-form";
import { requireDoer } from "@/server/session";

/** Turns one thing on or off for everybody. */
export async function settingAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const admin = await requireDoer("administer", settingsPath());
  const [id, value] = [textOf(form, "command"), textOf(form, "value")];
  const name = SETTINGS.find((one) => one === textOf(form, "name"));
  if (!isId(id) || !name || !["on", "off"].includes(value)) throw malformed();
  const outcome = await changeSetting(db(), admin, id, name, value === "on");
  if (!outcome.ok) {
    note({ status: httpStatusOf(outcome.refusal), outcome: outcome.refusal.code });
    return { values: {}, problems: [problemOf(outcome.refusal)] };
  }
  revalidatePath(settingsPath());
  return { values: {}, problems: [], done: value === "on" ? "It is on." : "It is off." };
}
