import type { Id } from "@/domain/claims";
import { rows, type Sql } from "./sql";

/** Which run is next, for whichever process has a hand free. */

/** Seconds without a heartbeat after which whoever worked on it is taken for dead. */
const DEAD_AFTER = 30;
/** How often the same work is tried. */
export const ATTEMPTS = 3;
/** At once: for one person, and in all processes together (reliability.md, section 4). */
const PER_USER = 2;
const IN_ALL = 4;

export type Task = { readonly id: Id; readonly work: "check" | "import" };

/**
 * Takes the next waiting run, if one may run now. Runs whose worker died are taken up again: nothing of them was
 * committed, or their state would say so. After three deaths a run has failed.
 */
export async function takeNext(sql: Sql): Promise<Task | null> {
  await sql.query(
    `UPDATE import_run SET heartbeat_at = NULL,
       state = CASE WHEN cancel_requested THEN 'cancelled' WHEN state = 'uploading' THEN 'cancelled'
                    WHEN attempts >= $2 THEN 'failed' WHEN state = 'checking' THEN 'check-queued' ELSE 'import-queued' END,
       problem = CASE WHEN attempts >= $2 AND NOT cancel_requested AND state <> 'uploading' THEN
         '{"code": "unavailable", "message": "The server ended three times while it worked on this file. Nothing was taken."}'::jsonb END,
       finished_at = CASE WHEN cancel_requested OR state = 'uploading' OR attempts >= $2 THEN now() END
     WHERE state IN ('checking', 'importing', 'uploading') AND heartbeat_at < now() - make_interval(secs => $1)`,
    [DEAD_AFTER, ATTEMPTS],
  );
  for (const table of ["import_chunk", "import_row", "import_question"]) {
    await sql.query(
      `DELETE FROM ${table} t USING import_run r WHERE r.id = t.import_id AND r.state IN ('cancelled', 'failed')`,
    );
  }
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
