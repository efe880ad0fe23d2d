import type { Db } from "@/data/db";
import type { ProposalDeed, ProposalKind, ProposalState, Waiting } from "@/domain/batches";
import type { Id } from "@/domain/claims";
import type { Command } from "@/formats/commands";
import type { Proposal } from "@/formats/proposal";
import { Prisma } from "@/generated/prisma/client";

export type Queue = {
  readonly rows: readonly Waiting[];
  readonly total: number;
};

export const QUEUE_PAGE = 50;
/** `waiting`: for a second person. `own`: the person's, decided ones too. `decided`: of everybody. */
export type QueueScope = "waiting" | "own" | "decided";

const INSTANT = Prisma.sql`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** Proposals of one kind of queue: those that wait oldest first, others newest first. One query. */
export async function proposalQueue(db: Db, scope: QueueScope, person: Id, page = 1): Promise<Queue> {
  const where = {
    waiting: Prisma.sql`p.state = 'open'`,
    own: Prisma.sql`p.author_id = ${person}::uuid`,
    decided: Prisma.sql`p.state IN ('accepted', 'rejected', 'withdrawn')`,
  }[scope];
  const order = scope === "waiting" ? Prisma.sql`p.recorded_at, p.id` : Prisma.sql`p.recorded_at DESC, p.id`;
  const rows = await db.$queryRaw<(Waiting & { total: number })[]>`
    SELECT p.id, p.kind, p.title, p.state, jsonb_array_length(p.commands) AS commands,
      jsonb_build_object('id', a.id, 'name', a.name) AS author, to_char(p.recorded_at AT TIME ZONE 'UTC', ${INSTANT}) AS at,
      CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('name', d.name, 'at', to_char(p.decided_at AT TIME ZONE 'UTC', ${INSTANT})) END
        AS decided, (count(*) OVER ())::int AS total
    FROM proposal p JOIN "user" a ON a.id = p.author_id LEFT JOIN "user" d ON d.id = p.decided_by_id
    WHERE ${where} ORDER BY ${order} LIMIT ${QUEUE_PAGE} OFFSET ${(page - 1) * QUEUE_PAGE}`;
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** One proposal with its steps, others on the same subjects, and its place in the queue; null: none. Three queries. */
export async function proposal(db: Db, id: Id, person: Id): Promise<Proposal | null> {
  const row = await db.proposal.findUnique({
    where: { id },
    include: {
      author: { select: { id: true, name: true } },
      decidedBy: { select: { name: true } },
      batch: { select: { id: true } },
      steps: { orderBy: { version: "asc" }, include: { recordedBy: { select: { name: true } } } },
    },
  });
  if (!row) return null;
  const [others, places] = await Promise.all([
    db.$queryRaw<{ id: Id; title: string; author: string }[]>`
      SELECT DISTINCT p.id, p.title, a.name AS author FROM proposal_subject s
      JOIN proposal_subject o ON o.proposal_id <> s.proposal_id
        AND ((o.kind = s.kind AND o.subject_id = s.subject_id)
          OR (o.device_id = s.device_id AND o.carrier_id = s.carrier_id))
      JOIN proposal p ON p.id = o.proposal_id AND p.state IN ('open', 'sent-back')
      JOIN "user" a ON a.id = p.author_id
      WHERE s.proposal_id = ${id}::uuid ORDER BY p.title LIMIT 10`,
    db.$queryRaw<{ at: number; of: number; previous: Id | null; next: Id | null }[]>`
      SELECT * FROM (
        SELECT id, (row_number() OVER w)::int AS at, (count(*) OVER ())::int AS of, lag(id) OVER w AS previous, lead(id) OVER w AS next
        FROM proposal WHERE state = 'open' AND author_id <> ${person}::uuid WINDOW w AS (ORDER BY recorded_at, id)
      ) q WHERE q.id = ${id}::uuid`,
  ]);
  const { author, decidedBy, decidedAt, batch, steps } = row;
  return {
    id,
    kind: row.kind as ProposalKind,
    title: row.title,
    state: row.state as ProposalState,
    version: row.version,
    commands: row.commands as unknown as Command[],
    author,
    at: row.recordedAt.toISOString(),
    decided: decidedBy && decidedAt && { name: decidedBy.name, at: decidedAt.toISOString() },
    batch: batch?.id ?? null,
    steps: steps.map((s) => ({
      version: s.version,
      deed: s.deed as ProposalDeed,
      comment: s.comment,
      person: s.recordedBy.name,
      at: s.recordedAt.toISOString(),
      changed: s.commands !== null,
    })),
    others,
    place: places[0] ?? null,
  };
}

/** On how many deals of a proposal something was recorded since it was made. One query. */
export async function dealsMoved(db: Db, proposal: Id): Promise<number> {
  const [row] = await db.$queryRaw<{ moved: number }[]>`
    SELECT count(*)::int AS moved FROM proposal_subject s
    JOIN deal d ON d.id = s.subject_id OR (d.device_id = s.device_id AND d.carrier_id = s.carrier_id)
    WHERE s.proposal_id = ${proposal}::uuid AND s.kind = 'deal' AND d.version <> s.made_from`;
  return row?.moved ?? 0;
}

/** How many wait for this person, and how many of theirs were sent back. One query. */
export async function waitingFor(db: Db, person: Id): Promise<{ open: number; back: number }> {
  const [row] = await db.$queryRaw<{ open: number; back: number }[]>`
    SELECT count(*) FILTER (WHERE state = 'open' AND author_id <> ${person}::uuid)::int AS open,
      count(*) FILTER (WHERE state = 'sent-back' AND author_id = ${person}::uuid)::int AS back
    FROM proposal WHERE state IN ('open', 'sent-back')`;
  return row ?? { open: 0, back: 0 };
}
