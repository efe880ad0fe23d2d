import type { Id } from "@/domain/claims";
import type { ThingKind } from "@/domain/status";
import type { CommandOf } from "@/formats/commands";
import { Prisma } from "@/generated/prisma/client";
import { current } from "./entities";
import { closed, notFound } from "./status";
import { type Done, Refused, stamp, type Work } from "./work";

/** As many as one statement writes: an undo of a file takes out thousands. */
const AT_ONCE = 1_000;

/**
 * Takes out what was entered by mistake (docs/decisions/016): a thing of which no claim, comment or other thing says anything, with its
 * names and texts. They stand in the log, for `bringBack`. All of a list are taken out together, before commit.
 */
export const discard = (work: Work, command: CommandOf<"discard">): Promise<Done> =>
  together(work, command, discardAll);

/** Puts it back as it stood. */
export const bringBack = (work: Work, command: CommandOf<"bring-back">): Promise<Done> =>
  together(work, command, bringBackAll);

/** Commands of one kind that follow each other are carried out as one; each answers for itself. */
async function together<C extends CommandOf<"discard"> | CommandOf<"bring-back">>(
  work: Work,
  command: C,
  all: (work: Work, run: readonly C[], answer: (id: Id, done: Done) => void) => Promise<void>,
): Promise<Done> {
  const known = work.ahead.get(command.id);
  if (known) return known;
  const run: C[] = [];
  for (const one of work.commands.slice(work.index, work.index + AT_ONCE)) {
    if (one.kind !== command.kind || work.replayed.has(one.id)) break;
    run.push(one as C);
  }
  await all(work, run, (id, done) => work.ahead.set(id, done));
  return work.ahead.get(command.id) as Done;
}

async function discardAll(
  work: Work,
  run: readonly CommandOf<"discard">[],
  answer: (id: Id, done: Done) => void,
): Promise<void> {
  const found = await thingsBySlug(
    work,
    run.map((c) => [c.entity, c.slug]),
  );
  const rows = run.map((command, at) => {
    const { entity: kind, slug, why } = command;
    const key = `${kind} ${slug}`;
    const thing = found.get(key) ?? null;
    found.delete(key); // the same twice is gone the second time
    atPlace(work, at, () => current(kind, thing, command));
    const { id, name, version } = thing as Thing;
    work.discards.set(id, { kind, command: command.id, index: work.index + at });
    answer(command.id, { subject: { kind, id, slug }, version });
    return { id: command.id, kind, subjectId: id, slug, name, why, ...stamp(work, command) };
  });
  await work.tx.discarding.createMany({ data: rows });
}

async function bringBackAll(
  work: Work,
  run: readonly CommandOf<"bring-back">[],
  answer: (id: Id, done: Done) => void,
): Promise<void> {
  const { tx } = work;
  await takeOut(work);
  const found = new Map(
    (
      await tx.discarding.findMany({
        where: { id: { in: run.map((c) => c.discard) } },
        select: { id: true, kind: true, subjectId: true, slug: true, undone: { select: { why: true } } },
      })
    ).map((d) => [d.id, d]),
  );
  const wanted = run.map((command, at) => {
    const one = found.get(command.discard);
    found.delete(command.discard);
    if (!one)
      throw new Refused(notFound("discarded thing", "discard", command.discard).refusal, work.index + at);
    if (one.undone)
      throw new Refused(
        closed("Somebody brought this back meanwhile", { why: one.undone.why }, command).refusal,
        work.index + at,
      );
    return { command, kind: one.kind as ThingKind, slug: one.slug, subject: one.subjectId };
  });
  await tx.bringingBack.createMany({
    data: run.map((c) => ({ discardingId: c.discard, why: c.why, ...stamp(work, c) })),
  });
  await tx.$executeRaw`SELECT carry_out_bringing_back(${run.map((c) => c.discard)}::uuid[])`;
  work.references.forget();
  const back = await thingsBySlug(
    work,
    wanted.map((w) => [w.kind, w.slug]),
  );
  for (const { command, kind, slug, subject } of wanted)
    answer(command.id, {
      subject: { kind, id: subject, slug },
      version: back.get(`${kind} ${slug}`)?.version ?? 1,
    });
}

/** Takes out what the commands so far have discarded. @throws Refused, at its command, when something rests on one of them */
export async function takeOut(work: Work): Promise<void> {
  if (work.discards.size === 0) return;
  const byKind = new Map<ThingKind, Id[]>();
  for (const [id, { kind }] of work.discards) byKind.set(kind, [...(byKind.get(kind) ?? []), id]);
  for (const [kind, ids] of byKind) {
    const resting = await work.tx.$queryRaw<{ thing: Id; other: Id | null }[]>`
      SELECT DISTINCT thing, other FROM resting_on(${kind}, ${ids}::uuid[])`;
    const held = resting.find(({ other }) => other === null || !work.discards.has(other));
    if (held) throw rests(kind, work.discards.get(held.thing)?.index ?? work.index);
  }
  // What refers before what is referred to.
  const wanted = GOING.flatMap((kind) => [...work.discards.values()].filter((d) => d.kind === kind));
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const part = wanted.slice(from, from + AT_ONCE).map((d) => d.command);
    await work.tx.$executeRaw`SELECT carry_out_discards(${part}::uuid[])`;
  }
  work.discards.clear();
  work.references.forget();
}

const GOING: readonly ThingKind[] = [
  "policy-action",
  "source",
  "device",
  "retailer",
  "carrier",
  "manufacturer",
];

type Thing = { readonly id: Id; readonly slug: string; readonly name: string; readonly version: number };

const NAMES: Readonly<Record<ThingKind, Prisma.Sql>> = {
  manufacturer: Prisma.sql`name FROM manufacturer`,
  carrier: Prisma.sql`name FROM carrier`,
  retailer: Prisma.sql`name FROM retailer`,
  device: Prisma.sql`name FROM device`,
  source: Prisma.sql`coalesce(title, publisher) AS name FROM source`,
  "policy-action": Prisma.sql`title AS name FROM policy_action`,
};

/** Things by kind and slug. One query a kind. */
async function thingsBySlug(
  { tx }: Work,
  wanted: readonly (readonly [ThingKind, string])[],
): Promise<Map<string, Thing>> {
  const slugs = new Map<ThingKind, string[]>();
  for (const [kind, slug] of wanted) {
    const own = slugs.get(kind);
    if (own) own.push(slug);
    else slugs.set(kind, [slug]);
  }
  const found = new Map<string, Thing>();
  for (const [kind, own] of slugs)
    for (const thing of await tx.$queryRaw<Thing[]>`
      SELECT id, slug, version, ${NAMES[kind]} WHERE slug = ANY (${own}::text[])`)
      found.set(`${kind} ${thing.slug}`, thing);
  return found;
}

/** Refuses at the command that is at fault, which need not be the first of its run. */
function atPlace(work: Work, at: number, check: () => unknown): void {
  try {
    check();
  } catch (error) {
    throw error instanceof Refused ? new Refused(error.refusal, work.index + at) : error;
  }
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
