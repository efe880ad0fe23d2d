import type { Outcome } from "@/data/write/door";
import type { Problem } from "@/formats/form-state";
import { fieldOf, sourceField, upstreamField } from "@/intake/desk/draft";

/** The door's refusal at the fields of the desk. `owners`: for each command what it came from. */
export function refusedFields(outcome: Outcome & { ok: false }, owners: readonly string[]): Problem[] {
  const owner = owners[outcome.index] ?? "";
  return outcome.refusals.map(({ field, message }) => ({ field: fieldFor(owner, field), message }));
}

function fieldFor(owner: string, field: string | undefined): string {
  const last = (field ?? "").split(".").at(-1) ?? "";
  if (owner === "src") return sourceField(last === "sourceKind" ? "kind" : last || "publisher");
  const row = /^up\.(\d+)$/.exec(owner)?.[1];
  if (row !== undefined) return upstreamField(Number(row), last === "published" ? "published" : "publisher");
  const [key, created] = owner.split(" ");
  if (key && created)
    return fieldOf(key, `${created}.${last === "" || last === "slug" ? "name" : (NEW[last] ?? last)}`);
  // A refusal that is about the whole claim (somebody was faster) stands at its decision.
  return fieldOf(owner, last === "" || last === "evidence" || last === "claim" ? "decision" : last);
}

/** Fields of what is created that have a shorter name in the form. */
const NEW: Readonly<Record<string, string>> = {
  deviceKind: "kind",
  carrierKind: "kind",
  retailerKind: "kind",
};
