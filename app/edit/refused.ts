import type { NotDone } from "@/data/write/door";
import { dateWords } from "@/domain/date-words";
import { parseEdtf } from "@/domain/edtf";
import type { Status } from "@/domain/status";
import { STATUS_WORDS } from "@/domain/words";
import { evidenceName } from "@/formats/edit-spec";
import type { EditState } from "@/formats/edit-state";
import type { Reading } from "./read-form";

/** The door's refusal at the fields of the form, with what was typed; a conflict shows what is recorded now. */
export function refusedState(state: EditState, reading: Reading, outcome: NotDone): EditState {
  const command = reading.commands[outcome.index] as { kind?: string; id?: string } | undefined;
  const problems = outcome.refusals.map(({ field, message }) => ({
    field: fieldOf(field, command, reading),
    message,
  }));
  const { refusal } = outcome;
  if (refusal.code === "needs-review") return { ...state, review: refusal.message };
  if (refusal.code !== "conflict") return { ...state, problems };
  const current = refusal.details.current as { version?: number; claims?: Claim[] } | null;
  return {
    ...state,
    problems,
    conflict: {
      now: (current?.claims ?? []).map(claimWords),
      version: current?.version ?? null,
    },
  };
}

type Claim = { status: Status; effectiveText: string; note: string | null };

/** A claim that stands, in a line. */
export function claimWords({ status, effectiveText, note }: Claim): string {
  const date = parseEdtf(effectiveText);
  return `${STATUS_WORDS[status].word}, ${date.ok ? dateWords(date.value) : effectiveText}${note ? `: ${note}` : ""}`;
}

/** A field of a command by the name of its input. */
function fieldOf(
  field: string | undefined,
  command: { kind?: string; id?: string } | undefined,
  { commands }: Reading,
): string | null {
  if (field === undefined) return null;
  if (command?.kind === "create-source" && commands.length > 1) return sourceField(field);
  if (command?.kind === "create-device" && commands.length > 1) return `new.device.${field}`;
  if (command?.kind === "create-carrier" && commands.length > 1) return `new.carrier.${field}`;
  if (field === "evidence") return evidenceName(0, "source");
  if (/^evidence\.(speaker|quote|stance|attribution|source|via)$/.test(field))
    return field.replace("evidence.", "evidence.0.");
  if (field.startsWith("about.")) return field.slice("about.".length);
  if (field === "slug") return "name";
  return field.replace(/^(reasons|policyActions|cites|affects|sources|aliases)\..*$/, "$1");
}

const sourceField = (field: string): string =>
  evidenceName(0, `new.${field === "sourceKind" ? "kind" : field}`);
