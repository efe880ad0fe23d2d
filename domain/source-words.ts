import type { Source } from "./claims";
import { dateWords } from "./date-words";
import type { Effect, Fall } from "./resting";
import { CERTAINTY_WORDS } from "./words";

/** Headlines of reports that nobody here has read begin so in older records; the page says it in words of its own. */
const NOT_SEEN = /^\[not seen\] ?/i;

/** What a source is called: its headline, or publisher and date where none is known. */
export function sourceTitle({
  title,
  publisher,
  published,
  seen,
}: Pick<Source, "title" | "publisher" | "published" | "seen">): string {
  if (!title) return `${publisher}, ${dateWords(published)}`;
  const words = seen ? title : title.replace(NOT_SEEN, "");
  return words === title ? title : `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`;
}

/** What becomes of claims without a source, as the head of a list says it. */
export const FALL_WORDS: Readonly<Record<Fall, string>> = {
  alone: "on it alone",
  weaker: "less certain without it",
  same: "as certain without it",
};

/** "rumoured now, no support left", "corroborated now, reported then", "reported either way". */
export function effectWords({ now, after, fall }: Effect): string {
  const word = CERTAINTY_WORDS[now.certainty].word;
  if (fall === "alone") return `${word} now, no support left`;
  return fall === "weaker"
    ? `${word} now, ${CERTAINTY_WORDS[after.certainty].word} then`
    : `${word} either way`;
}
