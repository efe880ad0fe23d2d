import fs from "node:fs";
import path from "node:path";
import { readOr } from "./hashes.mjs";
import { commandLineOf } from "./processes.mjs";

/**
 * Takes a lock file that names the process holding it. A file whose process is gone, or is no longer `what`, was left
 * by a kill and is taken over.
 * @param {string} file
 * @param {string} what a part of the holder's command line
 * @returns {{ held: true; release(): void } | { held: false; pid: number }}
 */
export function takeLock(file, what) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  for (;;) {
    // Linked into place, so that nobody ever sees the file without its process id.
    fs.writeFileSync(own, String(process.pid));
    try {
      fs.linkSync(own, file);
      return { held: true, release: () => releaseLock(file) };
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    } finally {
      fs.rmSync(own, { force: true });
    }
    const holder = holderOf(file, what);
    if (holder !== null) return { held: false, pid: holder };
    fs.rmSync(file, { force: true });
  }
}

/** The living process that holds a lock file, or null. */
export function holderOf(file, what) {
  const pid = Number(readOr(file));
  return pid !== process.pid && commandLineOf(pid).includes(what) ? pid : null;
}

function releaseLock(file) {
  if (Number(readOr(file)) === process.pid) fs.rmSync(file, { force: true });
}
