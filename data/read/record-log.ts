import type { Db } from "@/data/db";
import { instant } from "@/data/rows";
import type { Id } from "@/domain/claims";
import type { LogEntry, LogOf, LogSubject } from "@/domain/record-log";
import { Prisma } from "@/generated/prisma/client";

const { sql } = Prisma;

/** Deeds on a page of a log. */
export const LOG_PAGE = 50;

type Json = Readonly<Record<string, unknown>>;
type Row = {
  seq: bigint;
  at: Date;
  actor_id: Id | null;
  actor_name: string;
  author: string | null;
  action: string;
  subject_kind: string | null;
  subject_id: Id | null;
  command: Json;
  before: Json | null;
};

/**
 * What was done to a thing, or by a person, newest first, from the audit trail: those before the entry `before` (null: the
 * newest). `older`: there are more. Three queries, each by an index.
 */
export async function recordLog(
  db: Db,
  of: LogOf,
  before: number | null,
): Promise<{ entries: LogEntry[]; older: boolean }> {
  const whose =
    "by" in of
      ? // An accepted proposal is its author's deed and the reviewer's.
        sql`(a.actor_id = ${of.by}::uuid)`
      : sql`a.subject_kind = ${of.subject.kind} AND a.subject_id = ${of.subject.id}::uuid`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT a.seq, a.at, a.actor_id, a.actor_name, u.name AS author, a.action, a.subject_kind, a.subject_id,
           a.detail->'command' AS command, nullif(a.detail->'before', 'null') AS before
    FROM audit_entry a LEFT JOIN "user" u ON u.id = (a.detail->>'author')::uuid
    WHERE ${whose} AND a.outcome = 'accepted' AND a.command_id IS NOT NULL AND a.seq < ${before ?? Number.MAX_SAFE_INTEGER}
    ORDER BY a.seq DESC LIMIT ${LOG_PAGE + 1}`;
  const shown = rows.slice(0, LOG_PAGE);
  const [made, names] = await Promise.all([madeBefore(db, shown), namesOf(db, shown)]);
  const entries = shown.map(
    (r): LogEntry => ({
      seq: Number(r.seq),
      at: instant(r.at),
      by: { id: r.actor_id, name: r.actor_name },
      proposedBy: r.author,
      action: r.action,
      command: r.command,
      before: withNames(r.before, names) ?? made.get(String(closedBy(r))) ?? null,
      subject: r.subject_id === null ? null : (names.get(r.subject_id) ?? null),
    }),
  );
  return { entries, older: rows.length > shown.length };
}

/** The id of what a command corrects, ends or retracts: that of the command, or of the evidence, which made it. */
const closedBy = ({ action, command }: Pick<Row, "action" | "command">): unknown => {
  if (action === "add-evidence") return undefined;
  return command.corrects ?? command.listing ?? command.statement ?? command.evidence ?? command.claim;
};

/** What was closed, by its id: a claim has the id of its command; evidence may have come with one. */
async function madeBefore(db: Db, rows: readonly Row[]): Promise<ReadonlyMap<string, Json>> {
  const ids = rows.map(closedBy).filter((id): id is string => typeof id === "string");
  if (ids.length === 0) return new Map();
  const found = await db.$queryRaw<{ id: Id; made: Json }[]>`
    SELECT a.command_id AS id, a.detail->'command' AS made FROM audit_entry a
    WHERE a.command_id = ANY (${ids}::uuid[]) AND a.outcome = 'accepted'
    UNION ALL
    SELECT e.id, jsonb_build_object('evidence', jsonb_build_object('source', s.slug, 'stance', e.stance,
      'attribution', e.attribution, 'speaker', e.speaker, 'quote', e.quote))
    FROM evidence e JOIN source s ON s.id = e.source_id WHERE e.id = ANY (${ids}::uuid[])`;
  return new Map(found.map(({ id, made }) => [id, made]));
}

/** Names of what the entries are about, and of what rows before an edit refer to by id. One query. */
function namesOf(db: Db, rows: readonly Row[]): Promise<ReadonlyMap<Id, LogSubject>> {
  const ids = rows.flatMap(({ subject_id, before }) => [subject_id, before?.hostId, before?.manufacturerId]);
  return namesOfIds(db, ids);
}

/** What these ids name, of whatever kind; those of nothing are left out. One query. */
export async function namesOfIds(db: Db, all: readonly unknown[]): Promise<ReadonlyMap<Id, LogSubject>> {
  const ids = new Set(all.filter((id): id is Id => typeof id === "string"));
  if (ids.size === 0) return new Map();
  const wanted = sql`ANY (${[...ids]}::uuid[])`;
  const found = await db.$queryRaw<(LogSubject & { id: Id })[]>`
    SELECT id, 'manufacturers' AS kind, ARRAY[slug] AS slugs, name FROM manufacturer WHERE id = ${wanted}
    UNION ALL SELECT id, 'carriers', ARRAY[slug], name FROM carrier WHERE id = ${wanted}
    UNION ALL SELECT id, 'retailers', ARRAY[slug], name FROM retailer WHERE id = ${wanted}
    UNION ALL SELECT id, 'devices', ARRAY[slug], name FROM device WHERE id = ${wanted}
    UNION ALL SELECT id, 'sources', ARRAY[slug], coalesce(title, publisher) FROM source WHERE id = ${wanted}
    UNION ALL SELECT id, 'policy', ARRAY[slug], title FROM policy_action WHERE id = ${wanted}
    UNION ALL SELECT d.id, 'deals', ARRAY[v.slug, c.slug], v.name || ' at ' || c.name FROM deal d
      JOIN device v ON v.id = d.device_id JOIN carrier c ON c.id = d.carrier_id WHERE d.id = ${wanted}
    UNION ALL SELECT l.id, 'listings', ARRAY[v.slug], v.name || ' at ' || r.name FROM listing l
      JOIN device v ON v.id = l.device_id JOIN retailer r ON r.id = l.retailer_id WHERE l.id = ${wanted}
    UNION ALL SELECT s.id, 'statements', ARRAY[]::text[], s.speaker || ' of ' || s.org FROM statement s WHERE s.id = ${wanted}
    UNION ALL SELECT g.subject_id, CASE g.kind WHEN 'policy-action' THEN 'policy' ELSE g.kind || 's' END, ARRAY[g.slug], g.name
      FROM standing_discards() g WHERE g.subject_id = ${wanted}`;
  return new Map(found.map(({ id, ...subject }) => [id, subject]));
}

/** A row as it stood, with slugs in place of ids. */
function withNames(row: Json | null, names: ReadonlyMap<Id, LogSubject>): Json | null {
  if (row === null) return null;
  const slug = (id: unknown) => (typeof id === "string" ? (names.get(id)?.slugs[0] ?? id) : null);
  return {
    ...row,
    ...("hostId" in row && { host: slug(row.hostId) }),
    ...("manufacturerId" in row && { manufacturer: slug(row.manufacturerId) }),
  };
}

const TABLES = {
  manufacturers: ["manufacturer", sql`SELECT id, name FROM manufacturer WHERE slug = `],
  carriers: ["carrier", sql`SELECT id, name FROM carrier WHERE slug = `],
  retailers: ["retailer", sql`SELECT id, name FROM retailer WHERE slug = `],
  devices: ["device", sql`SELECT id, name FROM device WHERE slug = `],
  sources: ["source", sql`SELECT id, coalesce(title, publisher) AS name FROM source WHERE slug = `],
  policy: ["policy-action", sql`SELECT id, title AS name FROM policy_action WHERE slug = `],
} as const;

/** Whose log an address means, by its kind and slugs; null: nothing on record. One query. */
export async function logOf(
  db: Db,
  kind: string,
  slugs: readonly string[],
): Promise<{ of: LogOf; name: string } | null> {
  const [slug = "", carrier = ""] = slugs;
  if (kind === "people") {
    const person = await db.user.findFirst({ where: { id: slug }, select: { id: true, name: true } });
    return person && { of: { by: person.id }, name: person.name };
  }
  if (kind === "deals") {
    const [deal] = await db.$queryRaw<{ id: Id; name: string }[]>`
      SELECT d.id, v.name || ' at ' || c.name AS name FROM deal d JOIN device v ON v.id = d.device_id
      JOIN carrier c ON c.id = d.carrier_id WHERE v.slug = ${slug} AND c.slug = ${carrier}`;
    return deal ? { of: { subject: { kind: "deal", id: deal.id } }, name: deal.name } : null;
  }
  if (!Object.hasOwn(TABLES, kind)) return null;
  const [subject, select] = TABLES[kind as keyof typeof TABLES];
  const [found] = await db.$queryRaw<{ id: Id; name: string }[]>`${select} ${slug}`;
  if (found) return { of: { subject: { kind: subject, id: found.id } }, name: found.name };
  // What was taken out keeps its log.
  const gone = await db.discarding.findFirst({
    where: { kind: subject, slug, undone: null },
    orderBy: { recordedAt: "desc" },
    select: { subjectId: true, name: true },
  });
  return gone && { of: { subject: { kind: subject, id: gone.subjectId } }, name: gone.name };
}
