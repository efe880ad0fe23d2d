import type { View } from "./claims";
import { dayWords, instantWords } from "./date-words";
import type { Day } from "./edtf";

/**
 * What a page looks at when it is not simply today, as a plain sentence without its full stop: "The world on 15 Jan 2018,
 * as published by 20 Jan 2018". null: the page shows today as we know it.
 */
export function viewSentence({ on, known, record }: View, today: Day): string | null {
  if (on === today && known === null && record === null) return null;
  const parts = [`The world on ${dayWords(on)}`];
  if (known !== null)
    parts.push(known === on ? "as published by that day" : `as published by ${dayWords(known)}`);
  if (record !== null) parts.push(`as our record stood on ${instantWords(record)}`);
  return parts.join(", ");
}
