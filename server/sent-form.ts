import { note } from "./request-context";

/**
 * The form that a server action was sent, whole: an action can be called with anything, and text that PostgreSQL cannot
 * hold (U+0000, half a surrogate pair) is never typed by a person. Every action begins with this.
 * @throws Malformed answered with 400 by the front server
 */
export function sentForm(sent: unknown): FormData {
  note({ formRead: true });
  if (
    sent instanceof FormData &&
    [...sent].flat().every((part) => typeof part !== "string" || isStorable(part))
  )
    return sent;
  throw malformed();
}

/** The error to throw for a form that no page of ours would send. */
export function malformed(): Malformed {
  note({ outcome: "malformed" });
  return new Malformed();
}

const isStorable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

class Malformed extends Error {
  override readonly name = "Malformed";
  constructor() {
    super("The form did not arrive whole.");
  }
}
