import type { Client } from "@/data/db";
import { reviewRules } from "@/data/read/review-rules";
import { throughDoor } from "@/data/write/door";
import { SYSTEM_USER } from "@/data/write/ids";
import type { Id } from "@/domain/claims";
import { hindrances, type ImportSummary } from "@/domain/import";
import { may } from "@/domain/permissions";
import type { Role } from "@/domain/status";
import { applyEntities, batchTitle, PlanChanged, type Recorder, sameEffect } from "./apply";
import { planClaims } from "./claims-plan";
import { type Breaking, type Hands, inputOf, isOfClaims, type Run } from "./run";
import { inTransaction, type Sql } from "./sql";

/** Whoever gave the word may not, or no longer. */
export class NotAllowed extends Error {}
/** An admin's rule asks for a second person; the message says which. */
export class NeedsReview extends Error {}

/** How long the door may take for one file of claims, in milliseconds. */
const CLAIMS_MS = 600_000;

/**
 * The import: everything in one transaction, the run's own "done" in it.
 * @throws PlanChanged, NotAllowed, NeedsReview, ReviewAsked, and what `breaking.stop` throws
 */
export async function take({ db, sql }: Hands, run: Run, breaking: Breaking): Promise<void> {
  const by = await whoTakes(db, run);
  const { summary } = run;
  if (!summary || hindrances(summary, run.options).length > 0) throw new PlanChanged(summary);
  await inTransaction(sql, async () => {
    const done = isOfClaims(run.mapping)
      ? await takeClaims({ db, sql }, run, by, summary, breaking)
      : await applyEntities(
          sql,
          inputOf(run),
          summary,
          by,
          {
            title: batchTitle(run.fileName),
            rules: async () => (by.actor.kind === "system" || by.author ? [] : reviewRules(db)),
          },
          (...how) => stage(db, run, ...how),
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
          ...(by.author && { author: by.author }),
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

async function stage(
  db: Client,
  { id }: Run,
  name: string,
  done = 0,
  total: number | null = null,
): Promise<void> {
  await db.importRun.update({ where: { id }, data: { stage: name, done, total } });
}

/**
 * Claims go through the door as one list, all or nothing. Their ids follow from the run: should the process die between the
 * door's commit and the run's "done", the second try gets the same answers and writes nothing twice.
 */
async function takeClaims(
  { db, sql }: Pick<Hands, "db" | "sql">,
  run: Run,
  by: Recorder,
  confirmed: ImportSummary,
  breaking: Breaking,
): Promise<ImportSummary> {
  await stage(db, run, "Matching once more");
  const { commands, summary } = await planClaims(db, sql, run.id, run.mapping);
  const [first] = commands;
  const repeated = first && (await db.commandReceipt.findUnique({ where: { id: first.id } }));
  if (!repeated && !sameEffect(summary, confirmed)) throw new PlanChanged(summary);
  if (!first) return summary;
  await stage(db, run, "Writing claims");
  const title = batchTitle(run.fileName);
  const outcome = await throughDoor(db, by.actor, commands, {
    timeout: CLAIMS_MS,
    batch: { kind: "import", title },
    ...(by.author && { accepted: { proposal: null, title, author: by.author } }),
    first: async (tx) => {
      breaking.stop();
      const [backend] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      breaking.pids = backend ? [backend.pid] : [];
    },
  });
  if (outcome.ok) {
    // It stands: what is left to do is only to say so.
    breaking.pids = [];
    return confirmed;
  }
  breaking.stop();
  if (outcome.refusal.code === "needs-review") throw new NeedsReview(outcome.refusal.message);
  if (outcome.refusal.code === "unavailable") throw new Error(outcome.refusal.message);
  throw new PlanChanged(summary);
}

/**
 * Whoever started it, with their right as it stands now. Of one that was handed over: the second person, in whose name the
 * trail says that it was accepted; the words stay the first one's.
 * @throws NotAllowed
 */
async function whoTakes(db: Client, { startedById, options }: Run): Promise<Recorder> {
  const author = await recorder(db, startedById);
  if (options.acceptedBy === null) return author;
  const second = await recorder(db, options.acceptedBy);
  if (!may(second.actor, "review", { own: second.id === author.id }))
    throw new NotAllowed("Whoever accepted this import may not accept it.");
  return { ...second, author: author.id };
}

async function recorder(db: Client, id: Id): Promise<Recorder> {
  const user = await db.user.findUnique({ where: { id } });
  const actor = user && ({ kind: "user", id, name: user.name, role: user.role as Role } as const);
  const system = id === SYSTEM_USER ? ({ kind: "system" } as const) : actor;
  if (!user || !system || user.disabledAt || !may(system, "import") || !may(system, "edit-entity"))
    throw new NotAllowed("Whoever started this import may no longer import. Nothing was taken.");
  return { id, name: user.name, actor: system, author: null };
}

/** The rows of the last reports stay for download; those of older imports are forgotten. */
async function forgetOldRows(sql: Sql): Promise<void> {
  await sql.query(
    `DELETE FROM import_row WHERE import_id IN (
       SELECT id FROM import_run WHERE state = 'done' ORDER BY finished_at DESC OFFSET 20)`,
  );
}
