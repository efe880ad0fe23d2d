import { startOfEntity } from "@/data/read/edit-start-entity";
import { THING_KINDS, type ThingKind } from "@/domain/status";
import type { FieldSpec } from "@/formats/edit-spec";
import { type FormKind, SPECS } from "@/formats/edit-specs";
import type { EditState } from "@/formats/edit-state";
import { db } from "@/server/db";

const isThing = (kind: FormKind): kind is FormKind & ThingKind =>
  (THING_KINDS as readonly string[]).includes(kind);

/**
 * The refused form of a thing that somebody else edited meanwhile, with each field in which what is recorded now and what was
 * typed differ. Other forms stay as they are: their conflicts show the claims that stand.
 */
export async function withBothVersions(kind: FormKind, state: EditState): Promise<EditState> {
  const slug = state.values.target_id ?? "";
  if (!state.conflict || slug === "" || !isThing(kind)) return state;
  const start = await startOfEntity(db(), kind, slug.slice(0, 100));
  if (!start) return state;
  const specs: readonly FieldSpec[] = SPECS[kind];
  const fields = specs.flatMap((spec) => {
    const [now, typed] = [wordsOf(spec, start.values[spec.name]), wordsOf(spec, state.values[spec.name])];
    return now === typed ? [] : [{ label: spec.label, now, typed }];
  });
  return { ...state, conflict: { ...state.conflict, version: start.version, fields } };
}

/** What stands in a field, for the eye: choices by their word, lists without the order of their lines. */
function wordsOf(spec: FieldSpec, value = ""): string {
  const text = value.replaceAll("\r\n", "\n").trim();
  if (spec.type === "select" || spec.type === "status")
    return spec.options.find((option) => option.value === text)?.word ?? text;
  if (spec.type === "check") return text === "" ? "no" : "yes";
  if (spec.type === "refs" || spec.type === "aliases") return text.split("\n").sort().join("\n");
  return text;
}
