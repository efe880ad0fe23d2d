import type { ThingKind } from "@/domain/status";
import type { Command, CommandKind } from "./commands";
import type { Evidence, NameOf } from "./content";
import { evidenceName } from "./edit-spec";
import type { FormKind } from "./edit-specs";

/** A form filled in with what a command says: the inverse of `commandsOf`. */
export type Filled = {
  readonly form: FormKind;
  readonly values: Readonly<Record<string, string>>;
  readonly checks: Readonly<Record<string, readonly string[]>>;
  readonly target: string;
  readonly version: number;
};

const FORMLESS: readonly CommandKind[] = ["merge", "unmerge", "discard", "bring-back"];
/** Whether what a command says can be changed in a form. */
export const hasForm = (kind: CommandKind): boolean => !FORMLESS.includes(kind);

/** The form of a command; null: it has none of its own. */
export function filledFrom(command: Command, name: NameOf): Filled | null {
  if (!hasForm(command.kind)) return null;
  const form = command.kind.replace(
    /^(?:create|edit)-(manufacturer|carrier|retailer|device|source|policy-action)$/,
    "$1",
  ) as FormKind;
  const ref = (kind: ThingKind, slug: string | null) => (slug === null ? "" : refText(kind, slug, name));
  const values: Record<string, string> = {};
  for (const [key, value] of Object.entries(command)) {
    const kind = REFS[key];
    if (typeof value === "string") values[key] = kind ? ref(kind, value) : value;
    else if (typeof value === "boolean") values[key] = value ? "yes" : "no";
    else if (kind && Array.isArray(value))
      values[key] = value.map((slug) => ref(kind, String(slug))).join("\n");
  }
  if ("aliases" in command)
    values.aliases = command.aliases
      .map((a) => (a.kind === "name" ? a.text : `${a.kind}: ${a.text}`))
      .join("\n");
  if ("about" in command)
    for (const [key, slug] of Object.entries(command.about)) values[key] = ref(REFS[key] ?? "device", slug);
  if ("seen" in command) values.unseen = command.seen ? "" : "yes";
  if (command.kind === "retract-evidence") delete values.evidence;
  const evidence =
    command.kind === "add-evidence"
      ? [command.evidence]
      : "evidence" in command && Array.isArray(command.evidence)
        ? command.evidence
        : [];
  if (evidence.length > 0) Object.assign(values, evidenceValues(evidence, ref));
  values.command = command.id;
  return {
    form,
    values,
    checks: "reasons" in command ? { reasons: command.reasons } : {},
    target: targetOf(command),
    version: "version" in command ? command.version : 0,
  };
}

/** Fields that hold slugs, and of what. */
const REFS: Readonly<Record<string, ThingKind>> = {
  device: "device",
  carrier: "carrier",
  retailer: "retailer",
  manufacturer: "manufacturer",
  host: "carrier",
  policyAction: "policy-action",
  policyActions: "policy-action",
  affects: "manufacturer",
  source: "source",
  sources: "source",
  cites: "source",
};

/** As the form reads it back: the name for people, the slug in brackets. */
const refText = (kind: ThingKind, slug: string, name: NameOf): string => {
  const word = name(kind, slug);
  return word === slug ? slug : `${word} (${slug})`;
};

function evidenceValues(
  rows: readonly Evidence[],
  ref: (kind: ThingKind, slug: string | null) => string,
): Record<string, string> {
  const values: Record<string, string> = { evidenceCount: String(rows.length) };
  for (const [i, e] of rows.entries()) {
    values[evidenceName(i, "source")] = ref("source", e.source);
    values[evidenceName(i, "stance")] = e.stance;
    values[evidenceName(i, "attribution")] = e.attribution;
    values[evidenceName(i, "speaker")] = e.speaker ?? "";
    values[evidenceName(i, "quote")] = e.quote ?? "";
    values[evidenceName(i, "via")] = Array.isArray(e.via)
      ? e.via.map((s) => ref("source", s)).join("\n")
      : "";
    if (e.via === "not-named") values[evidenceName(i, "notNamed")] = "yes";
  }
  return values;
}

function targetOf(command: Command): string {
  if ("corrects" in command) return command.corrects;
  if ("claim" in command) return command.claim;
  if (command.kind === "retract-evidence") return command.evidence;
  if ("listing" in command) return command.listing;
  if ("statement" in command) return command.statement;
  return "slug" in command && !command.kind.startsWith("create-") ? command.slug : "";
}
