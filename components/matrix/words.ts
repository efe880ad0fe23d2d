import { dayWords } from "@/domain/date-words";
import type { Day } from "@/domain/edtf";
import { type CellState, marksOf } from "@/domain/matrix";
import { CELL_MARK_WORDS, CERTAINTY_WORDS, STATUS_WORDS } from "@/domain/words";

/** A cell in words, after its carrier: "withdrawn since 30 Jan 2018, rumoured, rests on one origin". */
export function cellWords(state: CellState | null, on: Day): string {
  if (state === null) return "no status on this day";
  const since = state.begins <= on ? ` since ${dayWords(state.begins)}` : "";
  const marks = marksOf(state).map((mark) => CELL_MARK_WORDS[mark]);
  return [STATUS_WORDS[state.status].word + since, CERTAINTY_WORDS[state.certainty].word, ...marks].join(
    ", ",
  );
}
