import type { Db } from "@/data/db";
import type { BatchKind, Undoes } from "@/domain/batches";
import type { Id } from "@/domain/claims";
import type { Instant } from "@/domain/edtf";
import type { MergedKind } from "@/domain/status";
import type { Command } from "@/formats/commands";
import type { ThingKind } from "@/formats/content";
import { type Deed, type Undo, undoOf } from "@/formats/undo";
import { type MergeNow, type ThingNow, thingOf } from "@/formats/undo-shapes";
import { Prisma } from "@/generated/prisma/client";
import { contentBefore } from "./content-before";
import { saidListings, saidStatements, saidStatuses } from "./said";

/** At most so many deeds are taken back at once, the newest first; undone again, it goes on with the next. */
export const UNDO_AT_ONCE = 2_000;

export type UndoPlan = {
  readonly of: Undoes;
  readonly kind: BatchKind | "change";
  readonly title: string;
  readonly person: string;
  readonly at: Instant;
  readonly deeds: readonly Deed[];
  /** How many commands it was; more than `deeds` when it is taken back in parts. */
  readonly total: number;
  /** Who took it back already, at least in part. */
  readonly undone: { readonly person: string; readonly at: Instant } | null;
  readonly undo: Undo;
};

/** What taking back a batch or one command would do, by the record as it is now; null: there is no such thing. */
export async function undoPlan(
  db: Db,
  of: Undoes,
  why: string,
  idOf: (word: string) => Id,
): Promise<UndoPlan | null> {
  const about = "batch" in of ? await batchAbout(db, of.batch) : await commandAbout(db, of.command);
  if (!about) return null;
  const deeds = await deedsOf(db, of);
  const now = await recordNow(db, deeds);
  return { of, ...about, deeds, undo: undoOf(deeds, now, why, idOf) };
}

type About = Omit<UndoPlan, "of" | "deeds" | "undo">;

async function batchAbout(db: Db, id: Id): Promise<About | null> {
  const row = await db.changeBatch.findUnique({
    where: { id },
    include: {
      recordedBy: { select: { name: true } },
      undoneBy: { select: UNDONE, orderBy: { recordedAt: "desc" }, take: 1 },
    },
  });
  if (!row) return null;
  return {
    kind: row.kind as BatchKind,
    title: row.title,
    person: row.recordedBy.name,
    at: row.recordedAt.toISOString(),
    total: row.commands,
    undone: undoneBy(row.undoneBy[0]),
  };
}
const UNDONE = { recordedAt: true, recordedBy: { select: { name: true } } } as const;
const undoneBy = (row: { recordedAt: Date; recordedBy: { name: string } } | null | undefined) =>
  row ? { person: row.recordedBy.name, at: row.recordedAt.toISOString() } : null;

async function commandAbout(db: Db, command: Id): Promise<About | null> {
  const row = await db.auditEntry.findFirst({
    where: { commandId: command, outcome: "accepted" },
    select: { actorName: true, at: true },
  });
  if (!row) return null;
  const undone = await db.changeBatch.findFirst({
    where: { undoesCommandId: command },
    select: UNDONE,
    orderBy: { recordedAt: "desc" },
  });
  return {
    kind: "change",
    title: "One change",
    person: row.actorName,
    at: row.at.toISOString(),
    total: 1,
    undone: undoneBy(undone),
  };
}

type Entry = {
  subject: Deed["subject"];
  command: Command;
  before: Record<string, unknown> | null;
  version: number;
};

/** The deeds of the trail, in their order. Of very many the newest. */
async function deedsOf(db: Db, of: Undoes): Promise<Deed[]> {
  // Two conditions for two indexes.
  const which =
    "batch" in of
      ? Prisma.sql`e.detail ? 'batch' AND e.detail ->> 'batch' = ${of.batch}`
      : Prisma.sql`e.command_id = ${of.command}::uuid`;
  const rows = await db.$queryRaw<Entry[]>`
    SELECT jsonb_build_object('kind', e.subject_kind, 'id', e.subject_id) AS subject, e.detail -> 'command' AS command,
      nullif(e.detail -> 'before', 'null') AS before, (r.answer ->> 'version')::int AS version
    FROM audit_entry e JOIN command_receipt r ON r.id = e.command_id
    WHERE e.outcome = 'accepted' AND ${which}
    ORDER BY e.seq DESC LIMIT ${UNDO_AT_ONCE}`;
  const slugs = await slugsOf(db, rows);
  return rows.reverse().map(({ subject, command, before, version }) => {
    const kind = thingOf(command);
    return { subject, command, version, before: kind && before ? contentBefore(kind, before, slugs) : null };
  });
}

/** Slugs of the makers and hosts that snapshots of rows name by id. */
async function slugsOf(db: Db, rows: readonly Entry[]): Promise<ReadonlyMap<Id, string>> {
  const of = (key: string) =>
    rows.flatMap((r) => (typeof r.before?.[key] === "string" ? [r.before[key]] : []));
  const ids = [...new Set([...of("manufacturerId"), ...of("hostId")])];
  if (ids.length === 0) return new Map();
  const found = await db.$queryRaw<{ id: Id; slug: string }[]>`
    SELECT id, slug FROM manufacturer WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT id, slug FROM carrier WHERE id = ANY (${ids}::uuid[])`;
  return new Map(found.map((r) => [r.id, r.slug]));
}

async function recordNow(db: Db, deeds: readonly Deed[]) {
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
  const [ids, versions, merges] = await Promise.all([
    versionsOfClaims(db, named, evidence),
    versionsOfThings(db, things),
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
