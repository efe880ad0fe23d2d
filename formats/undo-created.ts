import type { Id } from "@/domain/claims";
import type { ThingKind } from "@/domain/status";
import { type Deed, type ThingNow, thingOf, type Undoing } from "./undo-shapes";

/** What was created by the deeds is taken out where nothing rests on it; what they took out is brought back. */

/** First of all: what comes after may refer to it. The last that went comes back first. */
export function bringBack(work: Undoing): void {
  for (const { command, subject } of [...work.deeds].reverse()) {
    if (command.kind !== "discard") continue;
    const created = work.deeds.some(
      (d) => d.subject.id === subject.id && d.command.kind.startsWith("create-"),
    );
    if (created || !work.now.discards.get(command.id)?.stands) work.gone.push(command.id);
    else
      work.commands.push({
        kind: "bring-back",
        id: work.idOf(`bring back ${command.id}`),
        discard: command.id,
        why: work.why,
      });
  }
}

type Candidate = { readonly kind: ThingKind; readonly thing: ThingNow; readonly ids: readonly Id[] };

/** Last of all: nothing may refer to it by then. What was created last goes first. */
export function takeOut(work: Undoing): void {
  const going = new Map<Id, Candidate>();
  for (const [subject, deeds] of bySubject(work)) {
    const [first] = deeds;
    const kind = first && madeBy(work, first.command);
    if (!kind) continue;
    const ids = deeds.map((d) => d.command.id);
    const thing = work.now.things.get(`${kind} ${subject}`);
    const word = kind.replace("-", " ");
    if (thing && thing.version === deeds.at(-1)?.version) going.set(subject, { kind, thing, ids });
    else if (thing) work.leave(ids, `Somebody edited this ${word} since.`);
    else if ([...work.now.discards.values()].some((d) => d.subject === subject && d.stands))
      work.gone.push(...ids);
    else work.leave(ids, `This ${word} was merged with another. Un-merge the two first.`);
  }
  for (const [subject, { kind, ids }] of staying(work, going)) {
    going.delete(subject);
    work.leave(ids, STAYS(kind.replace("-", " ")));
  }
  for (const { kind, thing, ids } of [...going.values()].reverse())
    work.commands.push({
      kind: "discard",
      id: work.idOf(`discard ${ids[0]}`),
      entity: kind,
      slug: thing.slug,
      version: thing.version,
      why: work.why,
    });
}

const STAYS = (word: string): string =>
  `The ${word} stays: something on record is about it, or was, and must stay readable. Edit it, or merge it with the right one.`;

/** Things on which something rests that does not go too, and whatever they refer to in their turn. */
function staying(work: Undoing, going: ReadonlyMap<Id, Candidate>): ReadonlyMap<Id, Candidate> {
  const stay = new Map<Id, Candidate>();
  for (let more = true; more; ) {
    more = false;
    for (const { thing, other } of work.now.resting) {
      const candidate = going.get(thing);
      if (!candidate || stay.has(thing) || (other !== null && going.has(other) && !stay.has(other))) continue;
      stay.set(thing, candidate);
      more = true;
    }
  }
  return stay;
}

/** What kind of thing a deed put on record, anew or again; null: it did something else. */
function madeBy(work: Undoing, command: Deed["command"]): ThingKind | null {
  if (command.kind === "bring-back") return work.now.discards.get(command.discard)?.entity ?? null;
  return command.kind.startsWith("create-") ? thingOf(command) : null;
}

/** Deeds on each thing that these deeds put on record, in their order. */
function bySubject(work: Undoing): ReadonlyMap<Id, readonly Deed[]> {
  const found = new Map<Id, Deed[]>();
  const ours = new Set(work.deeds.map((d) => d.command.id));
  for (const deed of work.deeds) {
    if (deed.command.kind === "bring-back" && ours.has(deed.command.discard)) {
      // It was there before these deeds took it out.
      work.gone.push(deed.command.id);
      continue;
    }
    const own = found.get(deed.subject.id);
    if (own && thingOf(deed.command)) own.push(deed);
    else if (madeBy(work, deed.command)) found.set(deed.subject.id, [deed]);
  }
  return found;
}
