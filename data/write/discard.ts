import { mergeable } from "@/data/read/mergeable";
import type { Id } from "@/domain/claims";
import type { ThingKind } from "@/domain/status";
import type { CommandOf } from "@/formats/commands";
import { current } from "./entities";
import { closed, notFound } from "./status";
import { type Done, Refused, stamp, type Work } from "./work";

/**
 * Takes out what was entered by mistake (docs/decisions/013): a thing of which no claim, comment or other thing says anything, with its
 * names and texts. They stand in the log, for `bringBack`. All of a list are taken out together, before commit.
 */
export async function discard(work: Work, command: CommandOf<"discard">): Promise<Done> {
  const { entity: kind, slug, why } = command;
  const found = await thing(work, kind, slug);
  current(kind, found, command);
  const { id, name, version } = found as NonNullable<typeof found>;
  await work.tx.discarding.create({
    data: { id: command.id, kind, subjectId: id, slug, name, why, ...stamp(work, command) },
    select: { id: true },
  });
  work.discards.set(id, { kind, index: work.index });
  return { subject: { kind, id, slug }, version };
}

/** Puts it back as it stood. */
export async function bringBack(work: Work, command: CommandOf<"bring-back">): Promise<Done> {
  const { tx } = work;
  await takeOut(work);
  const found = await tx.discarding.findUnique({ where: { id: command.discard }, include: { undone: true } });
  if (!found) throw notFound("discarded thing", "discard", command.discard);
  if (found.undone) throw closed("Somebody brought this back meanwhile", { why: found.undone.why }, command);
  await tx.bringingBack.create({
    data: { discardingId: found.id, why: command.why, ...stamp(work, command) },
    select: { discardingId: true },
  });
  await tx.$executeRaw`SELECT carry_out_bringing_back(${found.id}::uuid)`;
  work.references.forget();
  const kind = found.kind as ThingKind;
  const back = await thing(work, kind, found.slug);
  return { subject: { kind, id: found.subjectId, slug: found.slug }, version: back?.version ?? 1 };
}

/** Takes out what the commands so far have discarded. @throws Refused, at its command, when something rests on one of them */
export async function takeOut(work: Work): Promise<void> {
  if (work.discards.size === 0) return;
  const byKind = new Map<ThingKind, Id[]>();
  for (const [id, { kind }] of work.discards) byKind.set(kind, [...(byKind.get(kind) ?? []), id]);
  for (const [kind, ids] of byKind) {
    const resting = await work.tx.$queryRaw<{ thing: Id; other: Id | null }[]>`
      SELECT thing, other FROM resting_on(${kind}, ${ids}::uuid[])`;
    const held = resting.find(({ other }) => other === null || !work.discards.has(other));
    if (held) throw rests(kind, work.discards.get(held.thing)?.index ?? work.index);
  }
  await work.tx.$executeRaw`SELECT carry_out_discards()`;
  work.discards.clear();
  work.references.forget();
}

async function thing({ tx }: Work, kind: ThingKind, slug: string) {
  if (kind !== "policy-action") return mergeable(tx, kind, slug);
  const row = await tx.policyAction.findUnique({ where: { slug } });
  return row && { id: row.id, slug, name: row.title, version: row.version };
}

const rests = (kind: ThingKind, index: number) =>
  new Refused(
    {
      code: "conflict",
      message: `Something on record is about this ${kind.replace("-", " ")}, so it stays. Edit it, or merge it with the right one.`,
      details: { current: null, yours: null },
    },
    index,
  );
