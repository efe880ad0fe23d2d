import { createHash } from "node:crypto";
import type { Id } from "@/domain/claims";

/** The system's own editor (migration 0002); it loads the dossier. */
export const SYSTEM_USER: Id = "00000000-0000-4000-8000-000000000001";

/**
 * An id that follows from other text: the same words give the same UUID (version 8, RFC 9562), so that a command that
 * is sent twice names the same rows, and a dossier that is loaded twice the same commands.
 */
export function derivedId(...words: readonly string[]): Id {
  const hex = createHash("sha256").update(words.join("\n")).digest("hex");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** SHA-256 of a command without its id, keys in order: what tells "sent again" from "id used for something else". */
export function contentOf(command: { readonly id: Id }): string {
  const { id: _, ...content } = command;
  return createHash("sha256").update(canonical(content)).digest("hex");
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}
