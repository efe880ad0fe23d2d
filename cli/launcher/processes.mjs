import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** Children of the launcher that end by themselves; a stop of the launcher ends them too. */
const running = new Set();

/** Preloaded into children, so that none outlives a launcher that was killed with SIGKILL. (Next copies the flag for
 * its workers and knows only the long form.) */
const GUARD = path.join(import.meta.dirname, "guard.cjs");

/**
 * The command line of a process, or "" when there is none (a zombie has none either).
 * `ps` is missing in slim images, so /proc is asked first.
 * @param {number} pid
 */
export function commandLineOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return "";
  if (fs.existsSync("/proc/self/cmdline")) {
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    } catch {
      return "";
    }
  }
  const ps = spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  return ps.status === 0 ? ps.stdout.trim() : "";
}

/**
 * Whether a process has ended and let go of its files and ports. A dying process loses its command line first.
 * @param {number} pid
 */
export function isGone(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === "ESRCH";
  }
  try {
    // After the name in brackets: Z is a zombie, which nobody has asked for its exit code yet. Its files are closed
    // when its last thread has gone too.
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    return (
      /^Z/.test(stat.slice(stat.lastIndexOf(")") + 2)) && fs.readdirSync(`/proc/${pid}/task`).length <= 1
    );
  } catch {
    return fs.existsSync("/proc/self/stat");
  }
}

/**
 * Runs a command to its end without blocking signals.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<{ status: number | null; stdout: string; stderr: string }>} status null when a signal ended it
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    const heard = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"]) {
      child[name]?.setEncoding("utf8").on("data", (text) => {
        heard[name] += text;
      });
    }
    running.add(child);
    child.once("error", (error) => {
      running.delete(child);
      reject(error);
    });
    child.once("close", (status) => {
      running.delete(child);
      resolve({ status, ...heard });
    });
  });
}

/**
 * Runs a Node program to its end; it goes away with the launcher, even when that is killed.
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 */
export function runNode(args, options = {}) {
  const env = { ...(options.env ?? process.env), RANGEBOOK_GUARD: String(process.pid) };
  const [first, second, third] = Array.isArray(options.stdio)
    ? options.stdio
    : ["ignore", "inherit", "inherit"];
  return run(process.execPath, [`--require=${GUARD}`, ...args], {
    ...options,
    env,
    stdio: [first, second, third, "ipc"],
  });
}

/** Ends what is still running of `run`. */
export function endRunning() {
  for (const child of running) child.kill("SIGTERM");
}

/** Waits until `question` answers truthfully, asking every `every` ms; false after `within` ms. */
export async function until(question, { within, every = 50 }) {
  const end = Date.now() + within;
  for (;;) {
    if (await question()) return true;
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
