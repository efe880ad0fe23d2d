import type { Id } from "@/domain/claims";
import { ClaimsUndone } from "./undo-claims";
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
    leave: (ids, reason) => {
      for (const command of ids)
        if (!left.some((l) => l.command === command)) left.push({ command, why: reason });
    },
  };
  new ClaimsUndone(work).run();
  undoThings(work);
  undoMerges(work);
  return { commands: work.commands, left, gone: work.gone };
}

function undoMerges(work: Undoing): void {
  for (const { command } of [...work.deeds].reverse()) {
    if (command.kind === "unmerge")
      work.leave([command.id], "An un-merge is not undone: merge the two again, after a look at both.");
    else if (command.kind === "merge" && work.now.unmerged.has(command.id)) work.gone.push(command.id);
    else if (command.kind === "merge")
      work.commands.push({
        kind: "unmerge",
        id: work.idOf(`unmerge ${command.id}`),
        merge: command.id,
        why: work.why,
      });
  }
}
