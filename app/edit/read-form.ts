import { resolve } from "@/data/read/resolve";
import { derivedId } from "@/data/write/ids";
import { dateWords, readDate, weekdayDayWords } from "@/domain/date-words";
import type { ThingKind } from "@/domain/status";
import { commandsOf, type Made } from "@/formats/edit-commands";
import { evidenceName, evidenceRows, type FieldSpec, linesOf } from "@/formats/edit-spec";
import { type FormKind, SPECS } from "@/formats/edit-specs";
import { type Candidate, type EditState, unclear } from "@/formats/edit-state";
import { type Problem, valuesOf } from "@/formats/form-state";
import { today } from "@/server/clock";
import { db } from "@/server/db";

export type Reading = Made & {
  readonly values: Readonly<Record<string, string>>;
  readonly checks: Readonly<Record<string, readonly string[]>>;
  readonly choices: Readonly<Record<string, readonly Candidate[]>>;
  readonly read: Readonly<Record<string, string>>;
};

/** The form as it comes back: with what was typed, what it means and what is wrong with it. */
export const stateOf = ({ values, checks, problems, choices, read }: Reading): EditState => ({
  ...{ values, checks, problems, choices, read },
  ...{ preview: null, conflict: null },
});

/**
 * Reads a sent form: finds what its entries mean, and makes its commands. `made`: "kind slug" of what is not on record yet, but
 * made by the same proposal.
 */
export async function readForm(
  kind: FormKind,
  form: FormData,
  made: ReadonlySet<string> = new Set(),
): Promise<Reading> {
  const values = valuesOf(form);
  const specs: readonly FieldSpec[] = SPECS[kind];
  const checks = Object.fromEntries(
    specs.filter((s) => s.type === "checks").map((s) => [s.name, form.getAll(s.name).map(String)]),
  );
  const problems: Problem[] = [];
  const choices: Record<string, readonly Candidate[]> = {};
  const refs: Record<string, string[]> = {};
  for (const [field, refKind, many] of referencesOf(specs, values)) {
    const entries = many ? linesOf(values[field]) : [values[field] ?? ""].filter((t) => t.trim() !== "");
    const chosen = values[`${field}.choice`];
    const found: string[] = [];
    for (const entry of entries.slice(0, 50)) {
      const slug = /\(([a-z0-9-]+)\)\s*$/.exec(entry)?.[1] ?? entry.trim();
      if (made.has(`${refKind} ${slug}`)) {
        found.push(slug);
        continue;
      }
      const resolution = await resolve(db(), refKind, !many && chosen ? chosen : entry);
      if (resolution.ok) found.push(resolution.slug);
      else {
        choices[field] = resolution.choices;
        problems.push({ field, message: unclear(entry, resolution.choices, "create it") });
      }
    }
    refs[field] = found;
  }
  const idOf = (word: string) =>
    word === "" ? (values.command ?? "") : derivedId(values.command ?? "", word);
  const read = commandsOf(kind, { values, refs, checks, today: today(), idOf });
  return {
    ...read,
    problems: [...problems, ...read.problems.filter((p) => !problems.some((q) => q.field === p.field))],
    values,
    checks,
    choices,
    read: datesRead(specs, values),
  };
}

/** Fields that name something of the record, those of evidence rows among them. */
function* referencesOf(
  specs: readonly FieldSpec[],
  values: Readonly<Record<string, string>>,
): Generator<[string, ThingKind, boolean]> {
  for (const spec of specs) {
    if (spec.type === "ref" || spec.type === "refs") yield [spec.name, spec.kind, spec.type === "refs"];
    if (spec.type !== "evidence") continue;
    const rows = evidenceRows(values);
    for (let row = 0; row < rows; row++) {
      yield [evidenceName(row, "source"), "source", false];
      yield [evidenceName(row, "via"), "source", true];
    }
  }
  if (values["new.device.name"]?.trim()) yield ["new.device.manufacturer", "manufacturer", false];
}

/** What date fields mean, in words, with earliest and latest day and what is stored. */
function datesRead(
  specs: readonly FieldSpec[],
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const read: Record<string, string> = {};
  for (const { name, type } of specs) {
    if (type !== "date" || !values[name]?.trim()) continue;
    const date = readDate(values[name], { relativeTo: today() });
    if (!date.ok) continue;
    const { earliest, latest, text } = date.value;
    read[name] =
      `${dateWords(date.value)} · earliest ${weekdayDayWords(earliest)} · latest ${weekdayDayWords(latest)} · stored as ${text}`;
  }
  return read;
}
