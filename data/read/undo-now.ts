import type { Db } from "@/data/db";
import type { Id } from "@/domain/claims";
import type { MergedKind, ThingKind } from "@/domain/status";
import type { Deed, UndoNow } from "@/formats/undo";
import { type DiscardNow, type MergeNow, type RestsOn, type ThingNow, thingOf } from "@/formats/undo-shapes";
import { saidListings, saidStatements, saidStatuses } from "./said";

/** The record as it is now, as far as these deeds touched it. */
export async function recordNow(db: Db, deeds: readonly Deed[]): Promise<UndoNow> {
  const named = deeds.flatMap(({ command: c }) => [
    c.id,
    ...("corrects" in c ? [c.corrects] : []),
    ...("claim" in c ? [c.claim] : []),
    ...("listing" in c ? [c.listing] : []),
    ...("statement" in c ? [c.statement] : []),
  ]);
  const evidence = deeds.flatMap(({ command: c }) => (c.kind === "retract-evidence" ? [c.evidence] : []));
  const things = new Map<ThingKind, Id[]>();
  for (const { command, subject } of deeds) {
    const kind = thingOf(command);
    if (kind) things.set(kind, [...(things.get(kind) ?? []), subject.id]);
  }
  const made = new Map<ThingKind, Id[]>();
  for (const { command, subject } of deeds)
    if (command.kind.startsWith("create-") || command.kind === "bring-back") {
      const kind = subject.kind as ThingKind;
      made.set(kind, [...(made.get(kind) ?? []), subject.id]);
    }
  for (const [kind, subjects] of made) things.set(kind, [...(things.get(kind) ?? []), ...subjects]);
  const [ids, versions, resting, discards, merges] = await Promise.all([
    versionsOfClaims(db, named, evidence),
    versionsOfThings(db, things),
    restingNow(db, made),
    discardsNow(
      db,
      deeds.flatMap(({ command: c }) =>
        c.kind === "discard" ? [c.id] : c.kind === "bring-back" ? [c.discard] : [],
      ),
      [...made.values()].flat(),
    ),
    mergesNow(
      db,
      deeds.flatMap(({ command: c }) =>
        c.kind === "merge" ? [c.id] : c.kind === "unmerge" ? [c.merge] : [],
      ),
    ),
  ]);
  const of = (kind: string) => ids.filter((r) => r.kind === kind).map((r) => r.id);
  const [statuses, listings, statements] = await Promise.all([
    saidStatuses(db, of("status")),
    saidListings(db, of("listing")),
    saidStatements(db, of("statement")),
  ]);
  return {
    claims: [...statuses, ...listings, ...statements],
    things: new Map(versions.map((v) => [`${v.kind} ${v.id}`, v])),
    merges,
    resting,
    discards,
  };
}

/** All versions of the claims that are named, and of those whose evidence is. One query. */
const versionsOfClaims = (db: Db, ids: readonly Id[], evidence: readonly Id[]) => db.$queryRaw<
  { kind: string; id: Id }[]
>`
  WITH named AS (
    SELECT unnest(${[...new Set(ids)]}::uuid[]) AS id
    UNION SELECT status_change_id FROM evidence WHERE id = ANY (${[...evidence]}::uuid[]) AND status_change_id IS NOT NULL
  )
  SELECT 'status' AS kind, c.id FROM status_change c
    WHERE c.root_id IN (SELECT r.root_id FROM status_change r JOIN named n ON n.id = r.id)
  UNION ALL SELECT 'listing', c.id FROM listing c
    WHERE c.root_id IN (SELECT r.root_id FROM listing r JOIN named n ON n.id = r.id)
  UNION ALL SELECT 'statement', c.id FROM statement c
    WHERE c.root_id IN (SELECT r.root_id FROM statement r JOIN named n ON n.id = r.id)`;

/** What refers to these things. One query a kind. */
async function restingNow(db: Db, things: ReadonlyMap<ThingKind, readonly Id[]>): Promise<RestsOn[]> {
  const rows = await Promise.all(
    [...things].map(
      ([kind, ids]) => db.$queryRaw<RestsOn[]>`
        SELECT DISTINCT thing, other FROM resting_on(${kind}, ${[...ids]}::uuid[])`,
    ),
  );
  return rows.flat();
}

/** Discards by their ids, and those of these things. One query. */
async function discardsNow(
  db: Db,
  ids: readonly Id[],
  subjects: readonly Id[],
): Promise<ReadonlyMap<Id, DiscardNow>> {
  if (ids.length + subjects.length === 0) return new Map();
  const rows = await db.$queryRaw<(DiscardNow & { id: Id })[]>`
    SELECT d.id, d.kind AS entity, d.subject_id AS subject, d.slug,
      NOT EXISTS (SELECT FROM bringing_back b WHERE b.discarding_id = d.id) AS stands
    FROM discarding d WHERE d.id = ANY (${[...ids]}::uuid[]) OR d.subject_id = ANY (${[...subjects]}::uuid[])`;
  return new Map(rows.map(({ id, ...now }) => [id, now]));
}

/** Merges with what became of them, and of the two that were merged. Two queries. */
async function mergesNow(db: Db, ids: readonly Id[]): Promise<ReadonlyMap<Id, MergeNow>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<
    { id: Id; kind: MergedKind; from: Id; into: Id; stands: boolean; again: boolean }[]
  >`
    SELECT m.id, m.kind, m.from_id AS "from", m.into_id AS into,
      NOT EXISTS (SELECT FROM unmerging u WHERE u.merging_id = m.id) AS stands,
      EXISTS (SELECT FROM standing_mergings() s WHERE s.from_id = m.from_id AND s.into_id = m.into_id AND s.id <> m.id) AS again
    FROM merging m WHERE m.id = ANY (${[...new Set(ids)]}::uuid[])`;
  const things = new Map<ThingKind, Id[]>();
  for (const { kind, from, into } of rows) things.set(kind, [...(things.get(kind) ?? []), from, into]);
  const now = new Map((await versionsOfThings(db, things)).map((v) => [v.id, v]));
  return new Map(
    rows.map(({ id, kind, from, into, stands, again }) => [
      id,
      { entity: kind, stands, again, from: now.get(from) ?? null, into: now.get(into) ?? null },
    ]),
  );
}

async function versionsOfThings(
  db: Db,
  things: ReadonlyMap<ThingKind, readonly Id[]>,
): Promise<(ThingNow & { kind: ThingKind })[]> {
  if (things.size === 0) return [];
  const of = (kind: ThingKind) => [...(things.get(kind) ?? [])];
  return db.$queryRaw<(ThingNow & { kind: ThingKind })[]>`
    SELECT 'manufacturer' AS kind, id, slug, version FROM manufacturer WHERE id = ANY (${of("manufacturer")}::uuid[])
    UNION ALL SELECT 'carrier', id, slug, version FROM carrier WHERE id = ANY (${of("carrier")}::uuid[])
    UNION ALL SELECT 'retailer', id, slug, version FROM retailer WHERE id = ANY (${of("retailer")}::uuid[])
    UNION ALL SELECT 'device', id, slug, version FROM device WHERE id = ANY (${of("device")}::uuid[])
    UNION ALL SELECT 'source', id, slug, version FROM source WHERE id = ANY (${of("source")}::uuid[])
    UNION ALL SELECT 'policy-action', id, slug, version FROM policy_action WHERE id = ANY (${of("policy-action")}::uuid[])`;
}
