import type { Client } from "@/data/db";
import { describedCommands } from "@/data/read/described";
import type { UndoPlan } from "@/data/read/undo-plan";
import type { Id } from "@/domain/claims";
import type { Role } from "@/domain/status";
import { titleOf } from "@/formats/describe";
import { type NotDone, refused } from "./door";
import { carryOutUndo } from "./undo";
import type { UndoSummary } from "./undo-runs";

/** How often it says that it lives and looks whether it was cancelled, in milliseconds. */
const BEAT = 1_000;
/** How long the door may take, in milliseconds. */
const LONGEST = 900_000;
/** At most so many deeds at once, the newest first: what is held in memory stays bounded. Undone again, it goes on. */
const UNDO_AT_ONCE_IN_BACKGROUND = 25_000;
/** So many of the things that stay are told by name. */
const TOLD = 50;

/** Undoes a batch from beginning to end, whatever that is: the run's state says it. Only what nobody foresaw is thrown. */
export async function workOnUndo(db: Client, id: Id, signal?: AbortSignal): Promise<void> {
  const run = await db.undoRun.findUniqueOrThrow({ where: { id }, include: { startedBy: true } });
  const { startedBy: person } = run;
  let pid: number | null = null;
  let cancelled = false;
  const breakOff = async () => {
    if (pid !== null)
      await db.$transaction([
        db.$executeRaw`SET LOCAL ROLE NONE`,
        db.$queryRaw`SELECT pg_cancel_backend(${pid}::int)`,
      ]);
  };
  const onAbort = () => void breakOff().catch(() => undefined);
  signal?.addEventListener("abort", onAbort);
  const beat = setInterval(() => {
    void (async () => {
      const [now] = await db.$queryRaw<{ cancel: boolean }[]>`
        UPDATE undo_run SET heartbeat_at = now(), done = ${done}::int, total = ${total}::int, stage = ${stage}
        WHERE id = ${id}::uuid RETURNING cancel_requested AS cancel`;
      if (!now?.cancel || cancelled) return;
      cancelled = true;
      await breakOff();
    })().catch(() => undefined); // the next beat tries again; without beats it is taken up elsewhere
  }, BEAT);
  let [done, stage] = [0, "Finding what to take back"];
  let total: number | null = null;
  let plan: UndoPlan | null = null;
  const end = (state: string, more: { summary?: UndoSummary; problem?: unknown } = {}) =>
    db.$executeRaw`
      UPDATE undo_run SET state = ${state}, stage = '', heartbeat_at = NULL, finished_at = now(),
        summary = ${JSON.stringify(more.summary ?? null)}::jsonb, problem = ${JSON.stringify(more.problem ?? null)}::jsonb
      WHERE id = ${id}::uuid`;
  try {
    // The process before this one may have died between the door's commit and its own word.
    const before = await db.changeBatch.findFirst({
      where: { undoesBatchId: run.batchId, recordedById: person.id, recordedAt: { gt: run.startedAt } },
    });
    if (before) {
      await end("done", { summary: { commands: before.commands, left: 0, first: [] } });
      return;
    }
    const actor = { kind: "user", id: person.id, name: person.name, role: person.role as Role } as const;
    const order = { id, of: { batch: run.batchId }, why: run.why, expected: run.expected };
    const outcome = person.disabledAt
      ? gone
      : await carryOutUndo(db, actor, order, {
          timeout: LONGEST,
          most: UNDO_AT_ONCE_IN_BACKGROUND,
          planned: (found) => {
            plan = found;
            total = found.undo.commands.length;
            stage = "Taking it back";
          },
          step: (n) => {
            done = n;
          },
          first: async (tx) => {
            if (cancelled) throw new Error("It was cancelled.");
            signal?.throwIfAborted();
            const [backend] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
            pid = backend?.pid ?? null;
          },
        });
    pid = null;
    if (outcome.ok) await end("done", { summary: await summaryOf(db, plan) });
    else if (cancelled) await end("cancelled");
    else if (signal?.aborted) await again(db, id);
    else await end("failed", { problem: outcome.refusal });
  } catch (error) {
    pid = null;
    if (cancelled) await end("cancelled");
    else if (signal?.aborted) await again(db, id);
    else {
      const message = "Something went wrong on our side. Nothing was taken back; it has been noted.";
      await end("failed", { problem: { code: "failed", message } });
      throw error;
    }
  } finally {
    clearInterval(beat);
    signal?.removeEventListener("abort", onAbort);
  }
}

const gone: NotDone = refused(0, {
  code: "not-allowed",
  message: "Whoever asked for this may no longer change the record. Nothing was taken back.",
});

/** Being told to end is no failure: another process takes it up. */
const again = (db: Client, id: Id) =>
  db.$executeRaw`
    UPDATE undo_run SET state = 'waiting', stage = '', heartbeat_at = NULL, attempts = attempts - 1 WHERE id = ${id}::uuid`;

async function summaryOf(db: Client, plan: UndoPlan | null): Promise<UndoSummary> {
  if (!plan) return { commands: 0, left: 0, first: [] };
  const { commands, left } = plan.undo;
  const why = new Map(left.slice(0, TOLD).map((l) => [l.command, l.why]));
  const told = await describedCommands(
    db,
    plan.deeds.map((d) => d.command).filter((c) => why.has(c.id)),
  );
  return {
    commands: commands.length,
    left: left.length,
    first: told.map((d) => ({ title: titleOf(d), why: why.get(d.id) ?? "" })),
  };
}
