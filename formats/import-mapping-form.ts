import { isImportKind, isPreset } from "@/domain/import";
import { textOf } from "./form-state";
import { IMPORT_FIELDS } from "./import-fields";
import { type Mapping, presetMapping } from "./import-presets";

/** The name of the input that says what a column is. */
export const columnName = (at: number): string => `column-${at}`;

/** What the mapping form says; null while it does not say what the file is about. A field with one value is taken once. */
export function mappingFromForm(form: FormData, head: readonly string[]): Mapping | null {
  const what = textOf(form, "what");
  if (isPreset(what)) return presetMapping(what, head);
  if (!isImportKind(what)) return null;
  const taken = new Set<string>();
  const columns = head.map((_, at) => {
    const field = IMPORT_FIELDS[what].find((f) => f.name === textOf(form, columnName(at)));
    if (!field || (taken.has(field.name) && !field.list)) return null;
    taken.add(field.name);
    return field.name;
  });
  return { kind: what, preset: null, head: true, columns };
}
