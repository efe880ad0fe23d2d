import fs from "node:fs";
import path from "node:path";
import { readOr } from "./hashes.mjs";
import { commandLineOf, isGone, until } from "./processes.mjs";
import { say } from "./say.mjs";

const SERVER = "server/main.ts";
const fileOf = (dataDir) => path.join(dataDir, "run.json");

/**
 * `run.json` tells other commands and the next start what runs: address and process ids, no password.
 * @typedef {{ address: string; launcher: number; server: number }} Run
 */

/** @param {string} dataDir @param {Run} run */
export function writeRun(dataDir, run) {
  fs.writeFileSync(fileOf(dataDir), `${JSON.stringify(run, null, 2)}\n`);
}

/** @returns {Run | null} */
export function readRun(dataDir) {
  try {
    return JSON.parse(readOr(fileOf(dataDir)));
  } catch {
    return null; // none, or cut short by a kill
  }
}

export const forgetRun = (dataDir) => fs.rmSync(fileOf(dataDir), { force: true });

/** Ends a web server that outlived its launcher and would keep the port. */
export async function endOrphan(dataDir) {
  const pid = readRun(dataDir)?.server;
  forgetRun(dataDir);
  if (pid === undefined || !commandLineOf(pid).includes(SERVER)) return;
  say(`- Ending the web server of an earlier start (process ${pid})`);
  for (const signal of ["SIGTERM", "SIGKILL"]) {
    try {
      process.kill(pid, signal);
    } catch {
      return; // gone in between
    }
    if (await until(() => isGone(pid), { within: 10_000 })) return;
  }
}
