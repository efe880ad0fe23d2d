import fs from "node:fs";
import path from "node:path";
import { readOr } from "./hashes.mjs";
import { commandLineOf } from "./processes.mjs";

/**
 * What a cluster's `postmaster.pid` says: pid on line 1, port on line 4, "ready" on line 8.
 * @param {string} cluster the cluster's folder
 * @returns {{ pid: number; port: number; ready: boolean } | null} null when no server of ours runs on it
 */
export function runningPostmaster(cluster) {
  const lines = readOr(path.join(cluster, "postmaster.pid")).split("\n");
  const pid = Number(lines[0]);
  if (!pid) return null;
  // After a crash or a restart of the machine the pid may belong to somebody else.
  const command = commandLineOf(pid);
  if (!command.includes("postgres") || !command.includes(cluster)) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/** Removes the pid file that a killed server left; with a recycled pid in it PostgreSQL would refuse to start. */
export function forgetStalePostmaster(cluster) {
  if (!runningPostmaster(cluster)) fs.rmSync(path.join(cluster, "postmaster.pid"), { force: true });
}
