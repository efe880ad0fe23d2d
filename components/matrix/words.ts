import { dayWords } from "@/domain/date-words";
import type { Day } from "@/domain/edtf";
import { type CellMark, type CellState, marksOf } from "@/domain/matrix";
import { CERTAINTY_WORDS, STATUS_WORDS } from "@/domain/words";

export const MARK_WORDS: Readonly<Record<CellMark, string>> = {
  single: "rests on one origin",
  disputed: "disputed by an official source",
  uncertain: "uncertain on this day",
  stale: "nothing heard for too long",
  none: "deal without a status on this day",
};

/** A cell in words, after its carrier: "withdrawn since 30 Jan 2018, rumoured, rests on one origin". */
export function cellWords(state: CellState | null, on: Day): string {
  if (state === null) return "no status on this day";
  const since = state.begins <= on ? ` since ${dayWords(state.begins)}` : "";
  const marks = marksOf(state).map((mark) => MARK_WORDS[mark]);
  return [STATUS_WORDS[state.status].word + since, CERTAINTY_WORDS[state.certainty].word, ...marks].join(
    ", ",
  );
}
