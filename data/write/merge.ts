import { keptOf } from "@/data/read/kept-of";
import { type Mergeable, mergeable } from "@/data/read/mergeable";
import type { Id } from "@/domain/claims";
import type { MergedKind } from "@/domain/status";
import type { Command, CommandOf } from "@/formats/commands";
import { current } from "./entities";
import { settleDeals } from "./settle";
import { touchResting } from "./source";
import { closed, notFound } from "./status";
import { type Done, Refused, stamp, type Work } from "./work";

/**
 * Two records of one thing become one (docs/decisions/009). What referred to `slug` is filed under `into`, and the address of
 * `slug` redirects. Every row that moves stands in the log, for `unmergeEntities`.
 */
export async function mergeEntities(work: Work, command: CommandOf<"merge">): Promise<Done> {
  const { tx } = work;
  const { entity: kind } = command;
  const from = await mergeable(tx, kind, command.slug);
  if (!from && (await keptOf(tx, kind, command.slug))) throw gone(kind, command);
  current(kind, from, command);
  const into = await mergeable(tx, kind, (await keptOf(tx, kind, command.into))?.slug ?? command.into);
  if (!into) await work.references.one(kind, command.into, "into"); // refuses, with near names
  const [merged, kept] = [from as Mergeable, into as Mergeable];
  if (merged.id === kept.id) throw itself(kind);
  current(kind, kept, { slug: kept.slug, version: command.intoVersion });
  if (kind === "manufacturer") await refuseSameDevices(work, merged, kept);

  await settled(work);
  await tx.merging.create({
    data: {
      id: command.id,
      kind,
      fromId: merged.id,
      fromSlug: merged.slug,
      fromName: merged.name,
      intoId: kept.id,
      why: command.why,
      ...stamp(work, command),
    },
  });
  await touch(work, tx.$queryRaw`SELECT deal AS id, version FROM carry_out_merge(${command.id}::uuid)`);
  if (kind === "source") await touchResting(work, kept.id);
  const version = await nextVersion(work, kind, kept.id, command);
  return { subject: { kind, id: kept.id, slug: kept.slug }, version };
}

/** Puts back what a merge moved, with the corrections that were recorded since; the newest of entangled merges first. */
export async function unmergeEntities(work: Work, command: CommandOf<"unmerge">): Promise<Done> {
  const { tx } = work;
  const merging = await tx.merging.findUnique({ where: { id: command.merge }, include: { undone: true } });
  if (!merging) throw notFound("merge", "merge", command.merge);
  if (merging.undone)
    throw closed("Somebody un-merged this meanwhile", { undone: merging.undone.why }, command);
  const kind = merging.kind as MergedKind;
  const later = await laterMerge(work, merging.id);
  if (later) throw inOrder(merging.fromName, later.fromName);

  await settled(work);
  await tx.unmerging.create({ data: { mergingId: merging.id, why: command.why, ...stamp(work, command) } });
  await touch(work, tx.$queryRaw`SELECT deal AS id, version FROM undo_merge(${merging.id}::uuid)`);
  if (kind === "source") {
    await touchResting(work, merging.intoId);
    await touchResting(work, merging.fromId);
  }
  const version = await nextVersion(work, kind, merging.intoId, command);
  return { subject: { kind, id: merging.fromId, slug: merging.fromSlug }, version };
}

/** What came before in this list of commands is brought up to date first: rows are about to move, and slugs to lead elsewhere. */
async function settled(work: Work): Promise<void> {
  await settleDeals(work);
  work.deals.clear();
  work.references.forget();
}

async function touch(work: Work, deals: PromiseLike<unknown>): Promise<void> {
  for (const { id, version } of (await deals) as { id: Id; version: number }[])
    work.deals.set(id, { id, version, fresh: new Map() });
}

/** The kept one reads otherwise now: a form that was made before must not overwrite it. */
async function nextVersion(work: Work, kind: MergedKind, id: Id, command: Command): Promise<number> {
  const { tx } = work;
  const query = { where: { id }, data: { version: { increment: 1 } }, select: { version: true } };
  switch (kind) {
    case "manufacturer":
      return (await tx.manufacturer.update(query)).version;
    case "carrier":
      return (await tx.carrier.update(query)).version;
    case "retailer":
      return (await tx.retailer.update(query)).version;
    case "device":
      return (await tx.device.update(query)).version;
    case "source": {
      const { version } = await tx.source.update(query);
      const before = { sourceId_version: { sourceId: id, version: version - 1 } };
      const text = await tx.sourceVersion.findUniqueOrThrow({ where: before, omit: { recordedAt: true } });
      await tx.sourceVersion.create({
        data: { ...text, version, ...stamp(work, command) },
        select: { version: true },
      });
      return version;
    }
  }
}

/** The first standing merge after this one that took away the kept one, or has moved a row that this one moved. */
async function laterMerge({ tx }: Work, id: Id): Promise<{ fromName: string } | undefined> {
  const [later] = await tx.$queryRaw<{ fromName: string }[]>`
    SELECT l.from_name AS "fromName" FROM merging m
    CROSS JOIN merging l
    WHERE m.id = ${id}::uuid AND NOT EXISTS (SELECT FROM unmerging u WHERE u.merging_id = l.id)
      AND (l.from_id = m.into_id OR EXISTS (
        SELECT FROM merging_row a JOIN merging_row b ON b.merging_id = l.id AND b.tab = a.tab AND b.key = a.key_after
        WHERE a.merging_id = m.id AND b.place > a.place))
    ORDER BY l.recorded_at DESC LIMIT 1`;
  return later;
}

/** Two devices of one name would stand under one manufacturer. */
async function refuseSameDevices({ tx }: Work, from: Mergeable, into: Mergeable): Promise<void> {
  const [same] = await tx.$queryRaw<{ name: string }[]>`
    SELECT a.name FROM device a JOIN device b ON b.name_key = a.name_key AND b.manufacturer_id = ${into.id}::uuid
    WHERE a.manufacturer_id = ${from.id}::uuid ORDER BY a.name LIMIT 1`;
  if (!same) return;
  throw new Refused({
    code: "invalid",
    field: "into",
    message: `Both manufacturers have a device called “${same.name}”. Merge the two devices first.`,
  });
}

const itself = (kind: MergedKind) =>
  new Refused({
    code: "invalid",
    field: "into",
    message: `This ${kind} cannot be merged into itself. Choose another one.`,
  });

const gone = (kind: MergedKind, command: CommandOf<"merge">) =>
  closed(`This ${kind} was merged already`, { slug: command.slug }, command);

const inOrder = (name: string, later: string) =>
  new Refused({
    code: "invalid",
    field: "merge",
    message: `“${later}” was merged later and has moved some of what came with “${name}”. Un-merge “${later}” first.`,
  });
