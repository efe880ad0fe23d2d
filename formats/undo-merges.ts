import type { MergedKind } from "@/domain/status";
import type { CommandOf } from "./commands";
import type { ThingNow, Undoing } from "./undo-shapes";

/** Takes back merges and un-merges, the last first: a merge is un-merged, what was un-merged is merged again. */
export function undoMerges(work: Undoing): void {
  for (const { command } of [...work.deeds].reverse()) {
    if (command.kind === "unmerge") mergeAgain(work, command);
    else if (command.kind === "merge") unmerge(work, command);
  }
}

function unmerge(work: Undoing, { id }: CommandOf<"merge">): void {
  const merge = work.now.merges.get(id);
  if (!merge?.stands) {
    work.gone.push(id);
    return;
  }
  work.commands.push({ kind: "unmerge", id: work.idOf(`unmerge ${id}`), merge: id, why: work.why });
  if (merge.into) touch(work, merge.entity, merge.into);
}

function mergeAgain(work: Undoing, { id, merge: of }: CommandOf<"unmerge">): void {
  const merge = work.now.merges.get(of);
  const made = work.deeds.some((d) => d.command.id === of);
  if (!merge || merge.again || made) {
    // Merged again by somebody, or the merge itself is one of these deeds: nothing of either stands.
    work.gone.push(id);
    return;
  }
  if (!merge.from || !merge.into) {
    work.leave([id], `One of the two was merged with another ${merge.entity} since.`);
    return;
  }
  work.commands.push({
    kind: "merge",
    id: work.idOf(`merge ${id}`),
    entity: merge.entity,
    slug: merge.from.slug,
    version: versionOf(work, merge.entity, merge.from),
    into: merge.into.slug,
    intoVersion: versionOf(work, merge.entity, merge.into),
    why: work.why,
  });
  touch(work, merge.entity, merge.into);
}

const keyOf = (entity: MergedKind, { id }: ThingNow): string => `${entity} ${id}`;
const versionOf = (work: Undoing, entity: MergedKind, thing: ThingNow): number =>
  thing.version + (work.edited.get(keyOf(entity, thing)) ?? 0);
/** A merge and its end both raise the version of the kept one. */
function touch(work: Undoing, entity: MergedKind, thing: ThingNow): void {
  const key = keyOf(entity, thing);
  work.edited.set(key, (work.edited.get(key) ?? 0) + 1);
}
