import { dateWords } from "@/domain/date-words";
import { parseEdtf } from "@/domain/edtf";
import type { FieldSpec } from "./edit-spec";
import { type FormKind, isFormKind, SPECS } from "./edit-specs";

/** What one deed did to one field, in words. `was` null: nothing stood there; `is` null: nothing does any more. */
export type LogLine = { readonly label: string; readonly was: string | null; readonly is: string | null };

/** A command, or what stood before it, as the audit trail keeps them. */
export type Kept = Readonly<Record<string, unknown>>;

/**
 * The differences that a deed made, field by field, in the order and by the labels of its form. `before`: the command that it
 * corrects or retracts, or the row that it edited; null: it made something new. What cannot be read is left out.
 */
export function logLines(action: string, command: Kept, before: Kept | null): LogLine[] {
  const form = formOf(action);
  if (!form) return [];
  const [was, is] = [before && fieldsOf(before), fieldsOf(command)];
  const gone = action.startsWith("retract-") && before !== null;
  const lines = (gone ? SPECS[WHAT_WAS[action] ?? form] : SPECS[form]) as readonly FieldSpec[];
  return lines.flatMap((spec) => {
    if (spec.name === "why" || (PAIR.includes(spec.name) && form === "record-status")) return [];
    const [old, now] = [was && textOf(spec, was), gone ? null : textOf(spec, is)];
    return old === now ? [] : [{ label: LABELS[spec.name] ?? spec.label, was: old, is: now }];
  });
}

/** Why it was done, in the words of whoever did it; null: they were not asked. */
export const whyOf = ({ why }: Kept): string | null => (typeof why === "string" && why !== "" ? why : null);

const formOf = (action: string): FormKind | null => {
  const form = action.replace(/^(?:create|edit)-/, "");
  return isFormKind(form) ? form : null;
};

/** The form of what a retraction takes back. */
const WHAT_WAS: Readonly<Record<string, FormKind>> = {
  "retract-status": "record-status",
  "retract-evidence": "add-evidence",
  "retract-listing": "record-listing",
  "retract-statement": "record-statement",
};
/** A log says once what a deal is. */
const PAIR: readonly string[] = ["device", "carrier"];
const LABELS: Readonly<Record<string, string>> = { unseen: "Read by somebody here", status: "Status" };

/** Rows and commands by the names of form fields: columns of rows are called otherwise, and a statement's subjects lie deeper. */
function fieldsOf(kept: Kept): Kept {
  const of = (name: string) => kept[name];
  const isRow = typeof kept.createdAt === "string";
  const slugs = (name: string, inner: string): unknown =>
    Array.isArray(kept[name])
      ? kept[name].map((one: Record<string, { slug?: unknown } | undefined>) => one[inner]?.slug)
      : kept[name];
  const row = isRow
    ? {
        carrierKind: of("kind"),
        retailerKind: of("kind"),
        deviceKind: of("kind"),
        sourceKind: of("kind"),
        announced: of("announcedText"),
        published: of("publishedText"),
        date: of("dateText"),
        cites: slugs("citing", "cited"),
        affects: slugs("affects", "manufacturer"),
        sources: slugs("sources", "source"),
      }
    : {};
  const about = typeof kept.about === "object" && kept.about !== null ? kept.about : {};
  const unseen = typeof kept.seen === "boolean" ? !kept.seen : undefined;
  return { ...kept, ...row, ...about, unseen };
}

/** What stands in a field, in words; null: nothing. */
function textOf(spec: FieldSpec, fields: Kept): string | null {
  const value = fields[spec.name];
  if (spec.name === "unseen") return value === undefined ? null : value ? "no" : "yes";
  if (value === null || value === undefined || value === "") return null;
  switch (spec.type) {
    case "date":
      return dateText(String(value));
    case "status":
    case "select":
      if (typeof value === "boolean") return value ? "yes" : "no";
      return spec.options.find((o) => o.value === value)?.word ?? String(value);
    case "checks":
      return list(value, (one) => spec.options.find((o) => o.value === one)?.word ?? String(one));
    case "refs":
      return list(value, String);
    case "aliases":
      return list(value, (one) => {
        const { kind, text } = one as { kind: string; text: string };
        return kind === "name" ? text : `${kind}: ${text}`;
      });
    case "evidence":
      return list(Array.isArray(value) ? value : [value], evidenceText, "\n");
    default:
      return typeof value === "object" ? null : String(value);
  }
}

/** The same whatever the order in which it was written. */
function list(value: unknown, say: (one: unknown) => string, between = ", "): string | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  return value.map(say).sort().join(between);
}

function dateText(text: string): string {
  const read = parseEdtf(text);
  return read.ok ? dateWords(read.value) : text;
}

function evidenceText(one: unknown): string {
  const { source, stance, attribution, speaker, quote, via } = one as Record<string, unknown>;
  const parts = [`${source} ${stance} (${attribution})`];
  if (speaker) parts.push(String(speaker));
  if (quote) parts.push(`“${quote}”`);
  if (Array.isArray(via) && via.length > 0) parts.push(`by way of ${via.join(", ")}`);
  if (via === "not-named") parts.push("by way of somebody not named");
  return parts.join(", ");
}
