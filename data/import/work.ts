import type { Client } from "@/data/db";
import { reviewRules } from "@/data/read/review-rules";
import { refusalOf } from "@/data/write/constraints";
import { runCommands } from "@/data/write/door";
import { SYSTEM_USER } from "@/data/write/ids";
import { needsReview } from "@/data/write/review-check";
import type { Id } from "@/domain/claims";
import { hindrances, type ImportSummary } from "@/domain/import";
import { may } from "@/domain/permissions";
import type { Role } from "@/domain/status";
import { listOf, type Mapping } from "@/formats/import-presets";
import { DEFAULT_OPTIONS, type ImportOptions, type Reading } from "@/formats/import-run";
import { FileRefused } from "@/imports/file-refused";
import { fileRecords } from "@/imports/open-file";
import { stagedRows } from "@/imports/stage";
import { applyEntities, batchTitle, PlanChanged, type Recorder, ReviewAsked, sameEffect } from "./apply";
import { planClaims } from "./claims-plan";
import { reportClaims } from "./claims-report";
import { type PlanInput, planEntities } from "./plan";
import { ATTEMPTS, type Task } from "./queue";
import { bytesOf, dropFile, finish, refuseRun } from "./runs";
import { inTransaction, one, type Sql } from "./sql";
import { stageRows } from "./stage-rows";

/** The person changed their mind. */
class Cancelled extends Error {}

type Run = {
  readonly id: Id;
  readonly reading: Reading;
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  readonly summary: ImportSummary | null;
  readonly startedById: Id;
  readonly fileName: string;
  readonly byteSize: number;
  readonly sha256: string;
};

/** An admin's rule asks for a second person; the message says which. */
class NeedsReview extends Error {}

/** How often it says that it lives and looks whether it was cancelled, in milliseconds. */
const BEAT = 1_000;
/** How long the door may take for one file of claims, in milliseconds. */
const CLAIMS_MS = 600_000;

export type Hands = {
  /** For progress and state, seen by others at once. */
  readonly db: Client;
  /** For the work itself, in transactions of its own. */
  readonly sql: Sql;
  /** Rows at most; null on the command line. */
  readonly limit: number | null;
  /** The process ends: what is under way is undone and waits for another one. */
  readonly signal?: AbortSignal;
};

/** Does one task to its end, whatever that is: the run's state says it. Only what nobody foresaw is thrown. */
export async function workOn(hands: Hands, task: Task): Promise<void> {
  const { db, sql } = hands;
  const row = await db.importRun.findUniqueOrThrow({ where: { id: task.id } });
  const run: Run = {
    ...row,
    reading: row.reading as unknown as Reading,
    mapping: row.mapping as unknown as Mapping,
    options: { ...DEFAULT_OPTIONS, ...(row.options as Partial<ImportOptions>) },
    summary: row.summary as unknown as ImportSummary | null,
  };
  const { pid } = await one<{ pid: number }>(sql, "SELECT pg_backend_pid() AS pid");
  let cancelled = false;
  const breakOff = () => db.$queryRaw`SELECT pg_cancel_backend(${pid}::int)`;
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
  const stop = () => {
    if (cancelled) throw new Cancelled();
    hands.signal?.throwIfAborted();
  };
  try {
    if (task.work === "check") await check(hands, run, stop);
    else await take(hands, run);
  } catch (error) {
    if (cancelled || error instanceof Cancelled) await end(db, run.id, "cancelled", null);
    // Being told to end is no failure of the file's.
    else if (hands.signal?.aborted) await tryLater(db, run.id, task, row.attempts - 1);
    else if (error instanceof FileRefused) await refuseRun(db, run.id, [error.problem]);
    else if (error instanceof ReviewAsked)
      await end(db, run.id, "failed", {
        code: "needs-review",
        message: needsReview(error.asking).message,
      });
    else if (error instanceof NeedsReview)
      await end(db, run.id, "failed", { code: "needs-review", message: error.message });
    else if (error instanceof PlanChanged || isRace(error)) await lookAgain(db, run);
    else if (refusalOf(error)?.code === "unavailable" && row.attempts < ATTEMPTS)
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
async function check({ db, sql, limit }: Hands, run: Run, stop: () => void): Promise<void> {
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

const isOfClaims = ({ kind }: Mapping): boolean => kind === "statuses" || kind === "listings";

async function checkClaims(db: Client, sql: Sql, run: Run): Promise<ImportSummary> {
  const plan = await planClaims(db, sql, run.id, run.mapping);
  await reportClaims(sql, run.id, plan);
  return plan.summary;
}

/**
 * Claims go through the door as one list, all or nothing. Their ids follow from the run: should the process die between the
 * door's commit and the run's "done", the second try gets the same answers and writes nothing twice.
 */
async function takeClaims(
  { db, sql }: Hands,
  run: Run,
  by: Recorder,
  confirmed: ImportSummary,
): Promise<ImportSummary> {
  const stage = (name: string) =>
    db.importRun.update({ where: { id: run.id }, data: { stage: name, done: 0, total: null } });
  await stage("Matching once more");
  const { commands, summary } = await planClaims(db, sql, run.id, run.mapping);
  const [first] = commands;
  const repeated = first && (await db.commandReceipt.findUnique({ where: { id: first.id } }));
  if (!repeated && !sameEffect(summary, confirmed)) throw new PlanChanged(summary);
  if (!first) return summary;
  await stage("Writing claims");
  const outcome = await runCommands(db, by.actor, commands, {
    timeout: CLAIMS_MS,
    batch: { kind: "import", title: batchTitle(run.fileName) },
  });
  if (outcome.ok) return confirmed;
  if (outcome.refusal.code === "needs-review") throw new NeedsReview(outcome.refusal.message);
  if (outcome.refusal.code === "unavailable") throw new Error(outcome.refusal.message);
  throw new PlanChanged(summary);
}

/** The import: everything in one transaction, the run's own "done" in it. */
async function take({ db, sql }: Hands, run: Run): Promise<void> {
  const by = await recorder(db, run.startedById);
  if (!by)
    return end(db, run.id, "failed", {
      code: "not-allowed",
      message: "Whoever started this import may no longer import. Nothing was taken.",
    });
  const { summary } = run;
  if (!summary || hindrances(summary, run.options).length > 0) return lookAgain(db, run);
  await inTransaction(sql, async () => {
    const stage = async (name: string) => {
      await db.importRun.update({ where: { id: run.id }, data: { stage: name, done: 0, total: null } });
    };
    const done = isOfClaims(run.mapping)
      ? await takeClaims({ db, sql, limit: null }, run, by, summary)
      : await applyEntities(
          sql,
          inputOf(run),
          summary,
          by,
          {
            title: batchTitle(run.fileName),
            rules: async () => (by.actor.kind === "system" ? [] : reviewRules(db)),
          },
          stage,
        );
    await sql.query(
      `INSERT INTO audit_entry (seq, prev_hash, hash, actor_id, actor_name, action, outcome, detail)
       VALUES (0, '', '', $1, $2, 'import', 'accepted', $3)`,
      [
        by.id,
        by.name,
        {
          import: run.id,
          file: run.fileName,
          sha256: run.sha256,
          bytes: run.byteSize,
          mapping: run.mapping,
          summary: done,
          leftOutRefused: run.options.leaveOutRefused,
        },
      ],
    );
    await sql.query("DELETE FROM import_chunk WHERE import_id = $1", [run.id]);
    await sql.query(
      `UPDATE import_run SET state = 'done', summary = $2, stage = '', heartbeat_at = NULL, finished_at = now() WHERE id = $1`,
      [run.id, done],
    );
  });
  await forgetOldRows(sql);
}

const inputOf = ({ id, mapping, reading, options }: Run): PlanInput => ({
  run: id,
  mapping,
  list: listOf(mapping, reading.head),
  defaults: options,
});

/** Whoever started it, with their right as it stands now. */
async function recorder(db: Client, id: Id): Promise<Recorder | null> {
  const user = await db.user.findUnique({ where: { id } });
  if (!user || user.disabledAt) return null;
  const actor = { kind: "user", id, name: user.name, role: user.role as Role } as const;
  const system = id === SYSTEM_USER ? ({ kind: "system" } as const) : actor;
  return may(system, "import") && may(system, "edit-entity") && may(system, "record-claim")
    ? { id, name: user.name, actor: system }
    : null;
}

/** The record moved between the report and the word to go: a new report, and the person decides again. */
async function lookAgain(db: Client, run: Run): Promise<void> {
  const options = { ...run.options, again: true };
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

/** The rows of the last reports stay for download; those of older imports are forgotten. */
async function forgetOldRows(sql: Sql): Promise<void> {
  await sql.query(
    `DELETE FROM import_row WHERE import_id IN (
       SELECT id FROM import_run WHERE state = 'done' ORDER BY finished_at DESC OFFSET 20)`,
  );
}
