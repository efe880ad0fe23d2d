import { takeNext } from "@/data/import/queue";
import { workOn } from "@/data/import/work";
import { takeNextUndo } from "@/data/write/undo-runs";
import { workOnUndo } from "@/data/write/undo-work";
import { IMPORT_LIMITS } from "@/domain/import";
import { openClient } from "./db";
import { databaseUrl } from "./env";
import { log } from "./log";
import { openSql } from "./sql";

/**
 * Works on imports and long undos, one after the other, as a child of the web server (imports.ts). Told "wake" when there may be more to
 * do. When the channel closes, the server ends or is gone: what is under way is undone and waits for another one.
 */

/** How often it looks, and after how long without work it ends, in milliseconds: an answer is often followed by the next. */
const IDLE = 1_000;
const ENDS_AFTER = 30_000;
/** How long it may take to undo what it was doing, in milliseconds. */
const PATIENCE = 2_500;

const stopping = new AbortController();
let wake: () => void = () => undefined;
process.on("message", () => wake());
process.on("disconnect", () => {
  stopping.abort(new Error("The server ends."));
  wake();
  // Whatever it hangs on: a run without heartbeat is taken up again.
  setTimeout(() => process.exit(0), PATIENCE).unref();
});
// Ctrl-C reaches the whole group; it is the server that tells us when to end.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);

const sleep = (ms: number) =>
  new Promise<void>((done) => {
    const timer = setTimeout(done, ms);
    wake = () => {
      clearTimeout(timer);
      done();
    };
  });

const db = openClient(databaseUrl(), { patient: true });
try {
  const sql = await openSql();
  try {
    await shift();
  } finally {
    await sql.end().catch(() => undefined); // it may be what failed
  }

  /** Works until nothing has waited for a while. */
  async function shift(): Promise<void> {
    let idleSince = Date.now();
    while (!stopping.signal.aborted && Date.now() - idleSince < ENDS_AFTER) {
      const task = await takeNext(sql);
      const undo = task ? null : await takeNextUndo(db);
      if (undo) {
        await workOnUndo(db, undo, stopping.signal);
        idleSince = Date.now();
        continue;
      }
      if (!task) {
        await sleep(IDLE);
        continue;
      }
      const began = Date.now();
      await workOn({ db, sql, limit: IMPORT_LIMITS.rows, signal: stopping.signal }, task);
      idleSince = Date.now();
      log.info({ import: task.id, work: task.work, ms: idleSince - began }, "import");
    }
  }
} catch (error) {
  // Most likely the database is away; the server starts another worker when it is back and something waits.
  log.warn({ error: error instanceof Error ? error.stack : String(error) }, "imports wait");
  process.exitCode = 1;
} finally {
  await db.$disconnect();
  if (process.connected) process.disconnect();
}
