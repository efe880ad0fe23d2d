import fs from "node:fs";
import type pg from "pg";
import { say } from "@/cli/launcher/say.mjs";

/** Seconds of processor, which hang little on what else the machine does. */
type Seconds = { readonly here: number; readonly postgres: number };

/** Ticks of Linux's clock a second: the same on every machine that we know. */
const TICKS = 100;

/** The fields of /proc/PID/stat from the third on: a program's name, the second, may hold spaces. */
const statOf = (pid: number | string): string[] => {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
};
const PARENT = 1;
const [OWN, OF_ENDED_CHILDREN] = [11, 13] as const;
/** User's and system's time. */
const timeOf = (stat: readonly string[], at: number): number => Number(stat[at]) + Number(stat[at + 1]);

/** What a server and all of its processes have used, also those that have ended. `session`: the process of a connection. */
function serverSeconds(session: number): number {
  const postmaster = statOf(session)[PARENT] ?? "";
  let ticks = timeOf(statOf(postmaster), OF_ENDED_CHILDREN);
  for (const pid of fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = statOf(pid);
      if (stat[PARENT] === postmaster) ticks += timeOf(stat, OWN);
    } catch {
      // It has ended since it was listed.
    }
  }
  return ticks / TICKS;
}

/**
 * Tells after each step how much of the processors this process and the database of `client` used. Where there is no /proc it
 * tells nothing.
 */
export async function processorTeller(client: pg.Client): Promise<() => void> {
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const session = rows[0]?.pid ?? 0;
  if (!fs.existsSync(`/proc/${session}/stat`)) return () => undefined;
  const read = (): Seconds => {
    const { user, system } = process.cpuUsage();
    return { here: (user + system) / 1e6, postgres: serverSeconds(session) };
  };
  let before = read();
  return () => {
    const now = read();
    const seconds = (of: keyof Seconds) => (now[of] - before[of]).toFixed(1);
    say(`  processor: ${seconds("here")} s here, ${seconds("postgres")} s in PostgreSQL`);
    before = now;
  };
}
