import type { Db } from "@/data/db";
import type { Id } from "@/domain/claims";
import { rows, type Sql } from "./sql";

/** Which run is next, for whichever process has a hand free. */

/** Seconds without a heartbeat after which whoever worked on it is taken for dead. */
const DEAD_AFTER = 30;
/** The same for an upload: the server cuts bodies off after a minute. */
const UPLOAD_DEAD_AFTER = 120;
/** How often the same work is tried. */
export const ATTEMPTS = 3;
/** At once: for one person, and in all processes together (docs/promises.md, Limits). */
const PER_USER = 2;
const IN_ALL = 4;

export type Task = { readonly id: Id; readonly work: "check" | "import" };

/** Whether there may be something to do: a run that waits, or one whose worker shows no sign of life. */
export async function importsWait(db: Db): Promise<boolean> {
  const [found] = await db.$queryRaw<{ waits: boolean }[]>`
    SELECT EXISTS (SELECT FROM import_run WHERE state IN ('check-queued', 'import-queued')
      OR (state IN ('checking', 'importing', 'uploading') AND heartbeat_at < now() - make_interval(
            secs => CASE state WHEN 'uploading' THEN ${UPLOAD_DEAD_AFTER}::int ELSE ${DEAD_AFTER}::int END))) AS waits`;
  return found?.waits ?? false;
}

/**
 * Takes the next waiting run, if one may run now. Runs whose worker died are taken up again: nothing of them was
 * committed, or their state would say so. After three deaths a run has failed.
 */
export async function takeNext(sql: Sql): Promise<Task | null> {
  // One statement: what ends leaves no file behind, whenever this process dies.
  await sql.query(
    `WITH dead AS (
       UPDATE import_run SET heartbeat_at = NULL,
         state = CASE WHEN cancel_requested OR state = 'uploading' THEN 'cancelled'
                      WHEN attempts >= $2 THEN 'failed'
                      WHEN state = 'checking' THEN 'check-queued' ELSE 'import-queued' END,
         problem = CASE WHEN attempts >= $2 AND NOT cancel_requested AND state <> 'uploading' THEN
           '{"code": "unavailable", "message": "The server ended three times while it worked on this file. Nothing was taken."}'::jsonb END,
         finished_at = CASE WHEN cancel_requested OR state = 'uploading' OR attempts >= $2 THEN now() END
       WHERE state IN ('checking', 'importing', 'uploading')
         AND heartbeat_at < now() - make_interval(secs => CASE state WHEN 'uploading' THEN $3::int ELSE $1::int END)
       RETURNING id, state),
     ended AS (SELECT id FROM dead WHERE state IN ('cancelled', 'failed')),
     chunks AS (DELETE FROM import_chunk USING ended WHERE import_id = id),
     asked AS (DELETE FROM import_question USING ended WHERE import_id = id)
     DELETE FROM import_row USING ended WHERE import_id = id`,
    [DEAD_AFTER, ATTEMPTS, UPLOAD_DEAD_AFTER],
  );
  const [task] = await rows<{ id: Id; state: string }>(
    sql,
    `WITH busy AS (SELECT started_by_id FROM import_run WHERE state IN ('checking', 'importing'))
     UPDATE import_run r SET state = CASE r.state WHEN 'check-queued' THEN 'checking' ELSE 'importing' END,
            heartbeat_at = now(), attempts = attempts + 1
     WHERE r.id = (
       SELECT id FROM import_run w WHERE state IN ('check-queued', 'import-queued')
         AND (SELECT count(*) FROM busy) < $1
         AND (SELECT count(*) FROM busy b WHERE b.started_by_id = w.started_by_id) < $2
       ORDER BY state DESC, started_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, state`,
    [IN_ALL, PER_USER],
  );
  return task ? { id: task.id, work: task.state === "checking" ? "check" : "import" } : null;
}
