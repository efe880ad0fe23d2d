import type { Client, Db } from "@/data/db";
import type { Undoes } from "@/domain/batches";
import type { Id } from "@/domain/claims";
import { type Actor, may } from "@/domain/permissions";
import type { Refusal } from "@/domain/refusal";
import { commentProblem } from "./proposal-steps";

/** Undoing what takes too long for a request, as rows of `undo_run`: asked for, taken up, cancelled. undo-work.ts does it. */

/** Up to so many commands are undone while the person waits. */
export const UNDO_IN_REQUEST = 200;

/** Seconds without a heartbeat after which whoever worked on it is taken for dead, and how often it is begun. */
const DEAD_AFTER = 30;
const ATTEMPTS = 3;

type Asked = {
  readonly id: Id;
  readonly batch: Id;
  readonly why: string;
  /** How many commands the person saw that it would take; null: they saw the first of very many. */
  readonly expected: number | null;
};

/** Asks for the undo of a batch in the background. Sent twice, it is asked for once; answers what is wrong with it. */
export async function askUndo(db: Client, actor: Actor, asked: Asked): Promise<Refusal | null> {
  if (actor.kind !== "user" || !may(actor, "record-claim"))
    return { code: "not-allowed", message: "Your role does not allow this." };
  const problem = commentProblem(asked.why, true);
  if (problem)
    return {
      code: "invalid",
      field: "why",
      message: asked.why.trim() === "" ? "Say why it is taken back. It stands in the log." : problem.message,
    };
  await db.undoRun.createMany({
    data: {
      id: asked.id,
      batchId: asked.batch,
      why: asked.why.trim(),
      expected: asked.expected,
      startedById: actor.id,
    },
    // Of its id, or because somebody else undoes the same batch already.
    skipDuplicates: true,
  });
  return null;
}

/** Where the last undo of a batch in the background is. */
export type UndoRun = {
  readonly id: Id;
  readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
  readonly stage: string;
  readonly done: number;
  readonly total: number | null;
  readonly cancelRequested: boolean;
  readonly startedBy: Id;
  readonly problem: Refusal | null;
  readonly summary: UndoSummary | null;
};
/** What it did: how many commands, and what stayed, the first of it with its reason. */
export type UndoSummary = {
  readonly commands: number;
  readonly left: number;
  readonly first: readonly { readonly title: string; readonly why: string }[];
};

/** The latest undo of a batch in the background; null: none was asked for. */
export async function undoRunOf(db: Db, of: Undoes): Promise<UndoRun | null> {
  if (!("batch" in of)) return null;
  const row = await db.undoRun.findFirst({ where: { batchId: of.batch }, orderBy: { startedAt: "desc" } });
  if (!row) return null;
  return {
    ...row,
    startedBy: row.startedById,
    state: row.state as UndoRun["state"],
    problem: row.problem as unknown as Refusal | null,
    summary: row.summary as unknown as UndoSummary | null,
  };
}

/** Cancels: at once when nobody works on it, else whoever does notices and takes nothing back. */
export async function cancelUndo(db: Client, actor: Actor, id: Id): Promise<void> {
  const own = actor.kind === "user" && !may(actor, "review") ? { startedById: actor.id } : {};
  await db.undoRun.updateMany({
    where: { id, state: "waiting", ...own },
    data: { state: "cancelled", finishedAt: new Date() },
  });
  await db.undoRun.updateMany({ where: { id, state: "running", ...own }, data: { cancelRequested: true } });
}

/** Whether there may be something to do: an undo that waits, or one whose worker shows no sign of life. */
export async function undosWait(db: Db): Promise<boolean> {
  const [found] = await db.$queryRaw<{ waits: boolean }[]>`
    SELECT EXISTS (SELECT FROM undo_run WHERE state = 'waiting'
      OR (state = 'running' AND heartbeat_at < now() - make_interval(secs => ${DEAD_AFTER}::int))) AS waits`;
  return found?.waits ?? false;
}

/** Takes the next undo that waits. One whose worker died is taken up again; after three deaths it has failed. */
export async function takeNextUndo(db: Db): Promise<Id | null> {
  await db.$executeRaw`
    UPDATE undo_run SET heartbeat_at = NULL,
      state = CASE WHEN cancel_requested THEN 'cancelled' WHEN attempts >= ${ATTEMPTS}::int THEN 'failed' ELSE 'waiting' END,
      problem = CASE WHEN attempts >= ${ATTEMPTS}::int AND NOT cancel_requested THEN
        '{"code": "unavailable", "message": "The server ended three times while it worked on this. Nothing was taken back."}'::jsonb END,
      finished_at = CASE WHEN cancel_requested OR attempts >= ${ATTEMPTS}::int THEN now() END
    WHERE state = 'running' AND heartbeat_at < now() - make_interval(secs => ${DEAD_AFTER}::int)`;
  const [next] = await db.$queryRaw<{ id: Id }[]>`
    UPDATE undo_run SET state = 'running', heartbeat_at = now(), attempts = attempts + 1
    WHERE id = (SELECT id FROM undo_run WHERE state = 'waiting' ORDER BY started_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  return next?.id ?? null;
}
