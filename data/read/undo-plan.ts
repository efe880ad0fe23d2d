import type { Db } from "@/data/db";
import type { BatchKind, Undoes } from "@/domain/batches";
import type { Id } from "@/domain/claims";
import type { Instant } from "@/domain/edtf";
import { counted } from "@/domain/import-words";
import { deedWords } from "@/domain/record-log";
import type { Command } from "@/formats/commands";
import { type Deed, type Undo, undoOf } from "@/formats/undo";
import { thingOf } from "@/formats/undo-shapes";
import { Prisma } from "@/generated/prisma/client";
import { contentBefore } from "./content-before";
import { recordNow } from "./undo-now";

/** At most so many deeds are taken back at once, the newest first; undone again, it goes on with the next. */
const UNDO_AT_ONCE = 2_000;

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
  most = UNDO_AT_ONCE,
): Promise<UndoPlan | null> {
  const about = "batch" in of ? await batchAbout(db, of.batch) : await commandAbout(db, of.command);
  if (!about) return null;
  const deeds = await deedsOf(db, of, most);
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
async function deedsOf(db: Db, of: Undoes, most: number): Promise<Deed[]> {
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
    ORDER BY e.seq DESC LIMIT ${most}`;
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

/** How many deeds of each kind a batch holds, in words: "12,000 devices created". One query. */
export async function deedsCounted(db: Db, batch: Id): Promise<{ says: string }[]> {
  const rows = await db.$queryRaw<{ action: string; kind: string | null; n: number }[]>`
    SELECT e.action, e.subject_kind AS kind, count(*)::int AS n FROM audit_entry e
    WHERE e.detail ? 'batch' AND e.detail ->> 'batch' = ${batch} AND e.outcome = 'accepted' AND e.command_id IS NOT NULL
    GROUP BY 1, 2 ORDER BY n DESC`;
  return rows.map(({ action, kind, n }) => ({
    says: `${counted(n, (kind ?? "change").replace("-", " "))} ${deedWords(action)}`,
  }));
}
