import { nameKey, urlProblem } from "./names";
import type { Status } from "./status";

/** What a search may mean beside names: the address of an article, or a status. */

/** The web address that a search is, with its scheme; null: it is none. "cnn.com/x" is one, "AT&T/Verizon" is not. */
export function addressIn(text: string): string | null {
  const typed = text.trim();
  const whole = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  const isHostAndPath = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?::\d+)?\/\S*$/i.test(
    whole.replace(/^https?:\/\//i, ""),
  );
  return (isHostAndPath || whole === typed) && urlProblem(whole) === null ? whole : null;
}

/** Forms of a word, by the status that they say. Words that also stand in names ("plan", "retail") are left out. */
const SAYS: Readonly<Record<Status, string>> = {
  planned: "planned plans planning",
  carried: "carried carries carry carrying sells",
  paused: "paused pause pauses pausing suspended suspends suspend",
  withdrawn: "withdrawn withdraws withdraw withdrew dropped drops drop",
  declined: "declined declines decline refused refuses",
  "retail-only": "retailonly",
  ended: "ended discontinued",
};
const STATUS_OF = new Map(
  Object.entries(SAYS).flatMap(([status, words]) =>
    words.split(" ").map((word) => [word, status as Status] as const),
  ),
);

/** The status that one word of a search says, and the others; null: none does, several do, or no other word is left. */
export function statusIn(text: string): { readonly status: Status; readonly rest: string } | null {
  const words = text.split(/\s+/).filter((word) => nameKey(word) !== "");
  const said = words.flatMap((word) => STATUS_OF.get(nameKey(word)) ?? []);
  const rest = words.filter((word) => !STATUS_OF.has(nameKey(word)));
  const [status] = said;
  return status && said.length === 1 && rest.length > 0 ? { status, rest: rest.join(" ") } : null;
}
