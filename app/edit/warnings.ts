import { commandWarnings } from "@/data/read/command-warnings";
import type { Start } from "@/data/read/edit-start";
import { parseCommand } from "@/data/write/parse";
import { CARRIER_RULES, DEVICE_RULES, SOURCE_RULES } from "@/domain/rules/all";
import type { FormKind } from "@/formats/edit-specs";
import type { Problem } from "@/formats/form-state";
import { db } from "@/server/db";
import { type Reading, readForm } from "./read-form";

/** Forms of things that have rules of good data of their own. */
const ADVISED: Partial<Record<FormKind, readonly unknown[]>> = {
  source: SOURCE_RULES,
  carrier: CARRIER_RULES,
  device: DEVICE_RULES,
};
export const isAdvised = (kind: FormKind): boolean => Object.hasOwn(ADVISED, kind);

/** What could be better about the thing that a form makes or edits. */
export async function warningsOf({ commands }: Pick<Reading, "commands">): Promise<readonly Problem[]> {
  const read = parseCommand(commands.at(-1));
  return read.ok ? commandWarnings(db(), read.command) : [];
}

/** The same of a thing as it stands, for the form that is about to be shown. */
export async function startWarnings(
  kind: FormKind,
  start: Start,
  target: string,
  command: string,
): Promise<readonly Problem[]> {
  if (!isAdvised(kind)) return [];
  const form = new FormData();
  const head = { form: kind, command, target_id: target, version: String(start.version) };
  for (const [name, value] of Object.entries({ ...start.values, ...head })) form.set(name, value);
  return warningsOf(await readForm(kind, form));
}
