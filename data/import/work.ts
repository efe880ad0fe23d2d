import type { Client } from "@/data/db";
import { refusalOf } from "@/data/write/constraints";
import { needsReview } from "@/data/write/review-check";
import type { Id } from "@/domain/claims";
import type { ImportSummary } from "@/domain/import";
import { FileRefused } from "@/imports/file-refused";
import { fileRecords } from "@/imports/open-file";
import { stagedRows } from "@/imports/stage";
import { PlanChanged, ReviewAsked } from "./apply";
import { planClaims } from "./claims-plan";
import { reportClaims } from "./claims-report";
import { compareOwnExport } from "./own-export";
import { planEntities } from "./plan";
import { ATTEMPTS, type Task } from "./queue";
import { type Breaking, type Hands, inputOf, isOfClaims, type Run, runFor } from "./run";
import { bytesOf, dropFile, finish, refuseRun } from "./runs";
import { inTransaction, one, type Sql } from "./sql";
import { stageRows } from "./stage-rows";
import { NeedsReview, NotAllowed, take } from "./take";

/** The person changed their mind. */
class Cancelled extends Error {}

/** How often it says that it lives and looks whether it was cancelled, in milliseconds. */
const BEAT = 1_000;
/** Does one task to its end, whatever that is: the run's state says it. Only what nobody foresaw is thrown. */
export async function workOn(hands: Hands, task: Task): Promise<void> {
  const { db, sql } = hands;
  const run = await runFor(db, task.id);
  const { pid } = await one<{ pid: number }>(sql, "SELECT pg_backend_pid() AS pid");
  let cancelled = false;
  const breaking: Breaking = {
    pids: [pid],
    stop: () => {
      if (cancelled) throw new Cancelled();
      hands.signal?.throwIfAborted();
    },
  };
  // As whoever connected: an account that only takes on the application's role (README) may not cancel itself in that role.
  const breakOff = async () => {
    for (const one of breaking.pids)
      await db.$transaction([
        db.$executeRaw`SET LOCAL ROLE NONE`,
        db.$queryRaw`SELECT pg_cancel_backend(${one}::int)`,
      ]);
  };
  const onAbort = () => void breakOff().catch(() => undefined);
  hands.signal?.addEventListener("abort", onAbort);
  const beat = setInterval(() => {
    void (async () => {
      // By the database's clock, which decides who is dead.
      const [now] = await db.$queryRaw<{ cancel: boolean }[]>`
        UPDATE import_run SET heartbeat_at = now() WHERE id = ${run.id}::uuid RETURNING cancel_requested AS cancel`;
      if (!now?.cancel || cancelled) return;
      cancelled = true;
      await breakOff();
    })().catch(() => undefined); // the next beat tries again; without beats the run is taken up elsewhere
  }, BEAT);
  try {
    if (task.work === "check") await check(hands, run, breaking.stop);
    else await take(hands, run, breaking);
  } catch (error) {
    const broken = breaking.pids.length > 0;
    if (broken && (cancelled || error instanceof Cancelled)) await end(db, run.id, "cancelled", null);
    // Being told to end is no failure of the file's.
    else if (hands.signal?.aborted) await tryLater(db, run.id, task, run.attempts - 1);
    else if (error instanceof FileRefused) await refuseRun(db, run.id, [error.problem]);
    else if (error instanceof ReviewAsked) await handOver(db, run, needsReview(error.asking).message);
    else if (error instanceof NeedsReview) await handOver(db, run, error.message);
    else if (error instanceof NotAllowed)
      await end(db, run.id, "failed", { code: "not-allowed", message: error.message });
    else if (error instanceof PlanChanged || isRace(error)) await lookAgain(db, run);
    else if (refusalOf(error)?.code === "unavailable" && run.attempts < ATTEMPTS)
      await tryLater(db, run.id, task);
    else {
      const message = "Something went wrong on our side. Nothing was taken; it has been noted.";
      await end(db, run.id, "failed", { code: "failed", message });
      throw error;
    }
  } finally {
    clearInterval(beat);
    hands.signal?.removeEventListener("abort", onAbort);
  }
}

/** The dry run. Rows are read once; answers only need the plan again. */
async function check(hands: Hands, run: Run, stop: () => void): Promise<void> {
  if (run.options.ownExport) return compareOwnExport(hands, run, stop);
  const { db, sql, limit } = hands;
  if (!run.options.staged) {
    await db.importRun.update({
      where: { id: run.id },
      data: { stage: "Reading the file", done: 0 },
    });
    await sql.query("DELETE FROM import_row WHERE import_id = $1", [run.id]);
    await sql.query("DELETE FROM import_question WHERE import_id = $1", [run.id]);
    const records = fileRecords(bytesOf(db, run.id), run.reading);
    await stageRows(sql, run.id, stagedRows(records, run.mapping, limit), async (done) => {
      stop();
      await db.importRun.update({ where: { id: run.id }, data: { done } });
    });
  }
  stop();
  await db.importRun.update({
    where: { id: run.id },
    data: { stage: "Matching with the record", total: null },
  });
  await inTransaction(sql, async () => {
    const summary = isOfClaims(run.mapping)
      ? await checkClaims(db, sql, run)
      : await planEntities(sql, inputOf(run));
    await sql.query(
      `UPDATE import_run SET state = 'checked', summary = $2, stage = '', heartbeat_at = NULL,
         options = options || '{"staged": true}' WHERE id = $1`,
      [run.id, summary],
    );
  });
}

async function checkClaims(db: Client, sql: Sql, run: Run): Promise<ImportSummary> {
  const plan = await planClaims(db, sql, run.id, run.mapping);
  await reportClaims(sql, run.id, plan);
  return plan.summary;
}

/** A rule of review asks for a second person: it waits for one, and nothing was taken. */
async function handOver(db: Client, run: Run, askedBy: string): Promise<void> {
  const options = { ...run.options, handed: true, askedBy, acceptedBy: null };
  await db.importRun.update({
    where: { id: run.id },
    data: { state: "checked", options, stage: "", heartbeatAt: null, attempts: 0 },
  });
}

/** The record moved between the report and the word to go: a new report, and the person decides again. */
async function lookAgain(db: Client, run: Run): Promise<void> {
  const options = { ...run.options, again: true, acceptedBy: null };
  await db.importRun.update({
    where: { id: run.id },
    data: { state: "check-queued", options, stage: "", heartbeatAt: null, attempts: 0 },
  });
}

/** The database was away, or took too long: nothing was committed, so the same work may simply be done again. */
async function tryLater(db: Client, id: Id, { work }: Task, attempts?: number): Promise<void> {
  await db.importRun.update({
    where: { id },
    data: {
      state: `${work}-queued`,
      stage: "",
      heartbeatAt: null,
      ...(attempts !== undefined && { attempts }),
    },
  });
}

async function end(
  db: Client,
  id: Id,
  state: "cancelled" | "failed",
  problem: { code: string; message: string } | null,
): Promise<void> {
  await dropFile(db, id);
  await finish(db, id, state, problem);
}

/** Somebody else wrote what the plan was about to write. */
const isRace = (error: unknown): boolean =>
  ["23505", "40001", "40P01"].includes((error as { code?: string } | null)?.code ?? "");
