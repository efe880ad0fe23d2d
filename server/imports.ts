import { type ChildProcess, fork } from "node:child_process";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { importsWait } from "@/data/import/queue";
import { undosWait } from "@/data/write/undo-runs";
import { db } from "./db";
import { onWakeImports } from "./import-wake";
import { log } from "./log";

/**
 * Imports are worked on in a process of their own (import-worker.ts), so that no page waits for a large file, and so that
 * its memory goes when it does. It is started when something waits and ends when nothing does. What it was doing is in the
 * database: should it die, or this process with it, whoever looks next takes it up again.
 */

/** How often this process looks for work that others left, in milliseconds; its own pages call at once. */
const LOOK = 5_000;
/** How long a worker has to undo what it is doing, and how long until a failed one is replaced, in milliseconds. */
const PATIENCE = 3_000;
/** A file is never held whole, so this is plenty; without it a fault could take the pages' memory. In MiB. */
const HEAP = 512;
/** Below the pages, where the system knows priorities. */
const NICE = 5;

let worker: ChildProcess | null = null;
let ending = false;
let timer: NodeJS.Timeout | undefined;

/** Begins to look for imports that wait. */
export function startImports(): void {
  onWakeImports(() => void look());
  timer = setInterval(() => void look(), LOOK);
  timer.unref();
  void look();
}

async function look(): Promise<void> {
  if (ending) return;
  if (worker) {
    if (worker.connected) worker.send("wake");
    return;
  }
  try {
    if ((await importsWait(db())) || (await undosWait(db()))) startWorker();
  } catch (error) {
    log.debug({ error: String(error) }, "imports wait for the database");
  }
}

function startWorker(): void {
  if (worker || ending) return;
  const program = fileURLToPath(new URL("./import-worker.ts", import.meta.url));
  const child = fork(program, { execArgv: [...process.execArgv, `--max-old-space-size=${HEAP}`] });
  worker = child;
  try {
    if (child.pid !== undefined) setPriority(child.pid, NICE);
  } catch {
    // It may have ended already, or the system has no priorities: it works all the same.
  }
  child.once("error", (error) => log.error({ error: error.message }, "the worker of imports failed"));
  child.once("exit", (code, signal) => {
    worker = null;
    if (code !== 0 && !ending) log.error({ code, signal }, "the worker of imports ended");
    // A call may have come while it was ending.
    if (!ending) setTimeout(() => void look(), code === 0 ? 0 : PATIENCE).unref();
  });
}

/** Undoes what is under way, so that another process may take it up, and ends the worker. */
export async function stopImports(): Promise<void> {
  ending = true;
  clearInterval(timer);
  const child = worker;
  if (!child) return;
  const ended = new Promise((done) => child.once("exit", done));
  if (child.connected) child.disconnect();
  const kill = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
  await ended;
  clearTimeout(kill);
}
