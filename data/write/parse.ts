import type { z } from "zod";
import type { Refusal } from "@/domain/refusal";
import { type Command, commandSchema } from "@/formats/commands";

/** A command from outside, checked by its one schema; at most the first thing that is wrong is said. */
export function parseCommand(
  sent: unknown,
): { ok: true; command: Command } | { ok: false; refusals: Refusal[] } {
  const read = commandSchema.safeParse(sent);
  return read.success
    ? { ok: true, command: read.data }
    : { ok: false, refusals: read.error.issues.map(toRefusal) };
}

/** One problem of a schema in the words and codes of the record. */
function toRefusal(issue: z.core.$ZodIssue): Refusal {
  const field = issue.path.map(String).join(".");
  const at = field === "" ? {} : { field };
  if (issue.code === "unrecognized_keys") {
    const key = issue.keys[0] ?? "";
    const path = [...issue.path.map(String), key].join(".").slice(0, 100);
    return {
      code: "unknown-field",
      message: `There is no field "${path.slice(0, 40)}" here. Leave it out.`,
      field: path,
    };
  }
  if (issue.code === "invalid_union" && issue.path.length === 1 && issue.path[0] === "kind") {
    return { code: "invalid", message: "This kind of command is not known.", field };
  }
  if (issue.code === "custom") {
    const code = (
      issue.params as { refusal?: "invalid-date" | "invalid-url" | "evidence-needed" } | undefined
    )?.refusal;
    return { code: code ?? "invalid", message: issue.message, ...at };
  }
  if (issue.code === "invalid_type" && field === "version") {
    return { code: "version-needed", message: "Say from which version this was made.", field };
  }
  if (issue.code === "invalid_type" && field === "") {
    return { code: "malformed", message: "A command is an object with a kind and an id." };
  }
  return { code: "invalid", message: sentenceOf(issue), ...at };
}

/** The schema's own sentence, else what would be right. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  if (!STANDARD.test(issue.message)) return issue.message;
  if (issue.code === "invalid_value") return `Choose one of: ${issue.values.map(String).join(", ")}.`;
  if (issue.code === "invalid_type") return `Write ${EXPECTED[issue.expected] ?? issue.expected} here.`;
  if (issue.code === "too_big") return `At most ${issue.maximum} are possible here.`;
  if (issue.code === "too_small") return `At least ${issue.minimum} is needed here.`;
  return "This is not what belongs here.";
}

/** How zod begins a sentence of its own, which speaks to programmers. */
const STANDARD = /^(?:Invalid|Too (?:small|big)|Unrecognized)/;

const EXPECTED: Readonly<Record<string, string>> = {
  string: "text",
  array: "a list",
  object: "an object",
  boolean: "true or false",
  int: "a whole number",
  number: "a number",
};
