import type { Id } from "@/domain/claims";
import { ClaimsUndone } from "./undo-claims";
import { bringBack, takeOut } from "./undo-created";
import { undoMerges } from "./undo-merges";
import type { Deed, Left, Undo, Undoing, UndoNow } from "./undo-shapes";
import { undoThings } from "./undo-things";

export type { Deed, Left, Undo, UndoClaim, UndoNow } from "./undo-shapes";

/**
 * What takes deeds back: new commands that make the record say again what it said before. Pure. What somebody else changed since
 * is left alone and said; what cannot be taken back stays and is said (docs/decisions/011). `deeds` in the order in which they
 * took effect; `why`: for the log; `idOf`: an id that follows from a word.
 */
export function undoOf(deeds: readonly Deed[], now: UndoNow, why: string, idOf: (word: string) => Id): Undo {
  const left: Left[] = [];
  const work: Undoing = {
    deeds,
    now,
    why,
    idOf,
    commands: [],
    gone: [],
    edited: new Map(),
    leave: (ids, reason) => {
      for (const command of ids)
        if (!left.some((l) => l.command === command)) left.push({ command, why: reason });
    },
  };
  bringBack(work);
  new ClaimsUndone(work).run();
  undoThings(work);
  undoMerges(work);
  takeOut(work);
  return { commands: work.commands, left, gone: work.gone };
}
