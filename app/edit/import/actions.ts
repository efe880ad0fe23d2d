"use server";

import { redirect } from "next/navigation";
import {
  acceptImport,
  answerAll,
  answerQuestions,
  type BulkAnswer,
  checkAgain,
  handBack,
  handOver,
  requestImport,
} from "@/data/import/answers";
import { cancelRun, mapFile, rereadFile } from "@/data/import/runs";
import { importRun } from "@/data/read/imports";
import { isQuestionKind } from "@/domain/import";
import { type Actor, may } from "@/domain/permissions";
import type { Refusal } from "@/domain/refusal";
import { CARRIER_KINDS, DEVICE_KINDS } from "@/domain/status";
import { type FormState, textOf, valuesOf } from "@/formats/form-state";
import { isId } from "@/formats/id";
import { ENCODINGS, isEncoding } from "@/formats/import-encodings";
import { missingFields } from "@/formats/import-fields";
import { mappingFromForm } from "@/formats/import-mapping-form";
import type { ImportRun } from "@/formats/import-run";
import { importPath, importsPath } from "@/formats/paths";
import { FileRefused } from "@/imports/file-refused";
import { db } from "@/server/db";
import { wakeImports } from "@/server/import-wake";
import { note } from "@/server/request-context";
import { sentForm } from "@/server/sent-form";
import { requireDoer } from "@/server/session";

/**
 * Every button of an import's pages. `intent`: map, encoding, answer, import (with `hand`: leave it to a second person) or
 * cancel by whoever brought it; accept or back by a second person; back by either.
 */
export async function importAction(_: FormState, sent: FormData): Promise<FormState> {
  const form = sentForm(sent);
  const actor = await requireDoer("import", importsPath());
  const id = textOf(form, "import");
  const run = isId(id) ? await importRun(db(), id) : null;
  if (!run) return refused(form, "There is no such import. It may have been cancelled.");
  if (!(isOwn(run, actor) || (isSecond(run, actor) && ["accept", "back"].includes(textOf(form, "intent")))))
    return refused(form, `Only ${run.startedBy.name} or an admin can go on with this import.`);
  const problem = await does(run, actor, form);
  if (problem) return problem;
  wakeImports();
  redirect(importPath(id));
}

const isOwn = (run: ImportRun, actor: Actor): boolean =>
  actor.kind === "user" && (actor.id === run.startedBy.id || actor.role === "admin");

/** Nobody accepts their own. */
const isSecond = (run: ImportRun, actor: Actor): boolean =>
  actor.kind === "user" && may(actor, "review", { own: actor.id === run.startedBy.id });

async function does(run: ImportRun, actor: Actor, form: FormData): Promise<FormState | null> {
  switch (textOf(form, "intent")) {
    case "map":
      return map(run, actor, form);
    case "encoding":
      return encoding(run, form);
    case "answer":
      return answer(run, form);
    case "import":
      return take(run, form);
    case "accept":
      return accept(run, actor, form);
    case "back":
      return said(form, await handBack(db(), run.id));
    case "cancel":
      await cancelRun(db(), run.id);
      return null;
    default:
      return refused(form, "This form is not known.");
  }
}

async function map(run: ImportRun, actor: Actor, form: FormData): Promise<FormState | null> {
  if (!run.reading) return refused(form, "This file could not be read.");
  const mapping = mappingFromForm(form, run.reading.head);
  if (!mapping) return refused(form, "Say first what the file is about.");
  const missing = mapping.preset ? [] : missingFields(mapping.kind, mapping.columns);
  if (missing.length > 0) return refused(form, `Say which column is: ${missing.join(", ")}.`);
  const country = textOf(form, "country").toUpperCase() || "ZZ";
  if (!/^[A-Z]{2}$/.test(country)) {
    note({ status: 422 });
    const message = "A country is two letters, such as US. Leave it empty when it is not known.";
    return { values: valuesOf(form), problems: [{ field: "country", message }] };
  }
  await mapFile(db(), actor, run.id, mapping, {
    country,
    deviceKind: DEVICE_KINDS.find((k) => k === textOf(form, "deviceKind")) ?? "other",
    carrierKind: CARRIER_KINDS.find((k) => k === textOf(form, "carrierKind")) ?? "MNO",
  });
  return null;
}

async function encoding(run: ImportRun, form: FormData): Promise<FormState | null> {
  const wanted = textOf(form, "encoding");
  if (!isEncoding(wanted)) return refused(form, `Choose one of: ${ENCODINGS.join(", ")}.`);
  if (run.state !== "mapping")
    return refused(form, "The file was read already. Send it again to choose another encoding.");
  try {
    await rereadFile(db(), run.id, wanted);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return refused(form, `Line ${error.problem.line}: ${error.problem.message}`);
  }
  return null;
}

async function answer(run: ImportRun, form: FormData): Promise<FormState | null> {
  const [kind = "", bulk = ""] = textOf(form, "bulk").split("=");
  if (isQuestionKind(kind) && isBulk(bulk)) await answerAll(db(), run.id, kind, bulk);
  else {
    const answers = new Map<string, string>();
    for (const [name, value] of form)
      if (name.startsWith("q:") && typeof value === "string" && value !== "")
        answers.set(name.slice(2), value);
    if (answers.size === 0) return refused(form, "Choose an answer first.");
    await answerQuestions(db(), run.id, answers);
  }
  await checkAgain(db(), run.id);
  return null;
}
const isBulk = (text: string): text is BulkAnswer =>
  text === "first" || text === "new" || text === "leave-out";

async function take(run: ImportRun, form: FormData): Promise<FormState | null> {
  const way = textOf(form, "hand") === "yes" ? handOver : requestImport;
  const refusal = await way(db(), run.id, {
    leaveOutRefused: textOf(form, "leaveOutRefused") === "yes",
    confirmedList: textOf(form, "confirmedList") === "yes",
  });
  return said(form, refusal);
}

async function accept(run: ImportRun, actor: Actor, form: FormData): Promise<FormState | null> {
  if (actor.kind !== "user" || !isSecond(run, actor))
    return refused(form, "A second person accepts it: not whoever brought the file.");
  return said(form, await acceptImport(db(), run.id, actor.id));
}

const said = (form: FormData, refusal: Refusal | null): FormState | null =>
  refusal && refused(form, refusal.message);

function refused(form: FormData, message: string): FormState {
  note({ status: 422 });
  return { values: valuesOf(form), problems: [{ field: null, message }] };
}
