import fs from "node:fs";
import path from "node:path";
import { findPlace } from "./binaries.mjs";
import { readOr } from "./hashes.mjs";
import { freePort } from "./ports.mjs";
import { forgetStalePostmaster, runningPostmaster } from "./postmaster.mjs";
import { run, until } from "./processes.mjs";
import { Stop } from "./say.mjs";
import { secretsOf } from "./secrets.mjs";

/** The account that owns the tables; it is the cluster's first user. */
export const OWNER = "rangebook_owner";

/**
 * Loopback only, no socket files; the connections of one application process and of some commands. A page read by index
 * costs little more than the next one of a scan: folders lie on solid-state disks, mostly in memory.
 */
const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=60",
  "random_page_cost=1.1",
];

/**
 * The embedded PostgreSQL of a data folder: makes the cluster when there is none, adopts a server that still runs
 * (its launcher was killed), else starts one.
 * @param {{ dataDir: string; settings?: string[]; port?: number }} options settings: server settings, "name=value";
 *   port: where to start, else any free one
 * @returns {Promise<{ adopted: boolean; port: number; isAlive(): boolean; stop(): Promise<void>;
 *   url(database: string, user?: string, password?: string): string }>}
 */
export async function startCluster({ dataDir, settings = [], port }) {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const { ownerPassword } = secretsOf(dataDir);
  const place = await findPlace(dataDir);
  const cluster = path.join(place.base, "pg");
  if (!fs.existsSync(cluster)) await makeCluster(place, cluster, ownerPassword);
  await checkVersion(place, cluster);

  const adopted = await adopt(cluster);
  const server = adopted ?? (await launch(place, cluster, port, settings));
  return {
    adopted: adopted !== null,
    port: server.port,
    isAlive: () => runningPostmaster(cluster) !== null,
    stop: async () => {
      if (!runningPostmaster(cluster)) return;
      const { status, stderr } = await control(place, [
        "stop",
        "-D",
        cluster,
        "-m",
        "fast",
        "-w",
        "-t",
        "30",
      ]);
      if (status !== 0 && runningPostmaster(cluster))
        throw new Stop(`PostgreSQL did not stop: ${stderr.trim()}`);
    },
    url: (database, user = OWNER, password = ownerPassword) =>
      `postgresql://${user}:${password}@127.0.0.1:${server.port}/${database}`,
  };
}

/** Runs one of PostgreSQL's programs with nothing of our environment. */
const program = ({ native, as }, name, args, stdio = ["ignore", "pipe", "pipe"]) =>
  run(path.join(native, "bin", name), args, {
    ...as,
    cwd: "/",
    stdio,
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
  });
const control = (place, args, stdio) => program(place, "pg_ctl", args, stdio);

/** Makes the cluster aside and renames it: a kill in the middle leaves no half cluster. */
async function makeCluster(place, cluster, password) {
  for (const name of fs.readdirSync(place.base))
    if (name.startsWith("pg.init-")) fs.rmSync(path.join(place.base, name), { recursive: true });
  const aside = path.join(place.base, `pg.init-${process.pid}`);
  fs.mkdirSync(aside, { mode: 0o700 });
  const passwordFile = `${aside}.password`;
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.as.uid !== undefined) {
    for (const file of [aside, passwordFile]) fs.chownSync(file, place.as.uid, place.as.gid);
  }
  // The builtin locale sorts alike on every machine.
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"];
  const login = ["-U", OWNER, "--auth=scram-sha-256", "--pwfile", passwordFile];
  const made = await program(place, "initdb", ["-D", aside, ...login, ...locale]);
  fs.rmSync(passwordFile, { force: true });
  if (made.status !== 0)
    throw new Stop(`PostgreSQL could not make its data folder:\n${made.stderr || made.stdout}`);
  fs.renameSync(aside, cluster);
}

async function checkVersion(place, cluster) {
  let made;
  try {
    made = readOr(path.join(cluster, "PG_VERSION")).trim();
  } catch (error) {
    if (error.code !== "EACCES") throw error;
    throw new Stop(
      `The database in ${cluster} belongs to another user. Start Rangebook as the user who made it.`,
    );
  }
  const { stdout } = await program(place, "postgres", ["--version"]);
  const has = /(\d+)/.exec(stdout)?.[1];
  if (made && has && made !== has)
    throw new Stop(`The database in ${cluster} was made by PostgreSQL ${made}; this checkout brings ${has}.`);
}

/** A server that already runs on this cluster, once it is ready; null when there is none. */
async function adopt(cluster) {
  forgetStalePostmaster(cluster);
  if (!runningPostmaster(cluster)) return null;
  await until(() => runningPostmaster(cluster)?.ready !== false, { within: 60_000 });
  const server = runningPostmaster(cluster);
  return server?.ready ? server : null;
}

async function launch(place, cluster, wantedPort, settings) {
  const logFile = path.join(cluster, "server.log");
  // Again: the last workers of a killed server may hold its memory for a moment, or a port be taken meanwhile.
  for (let attempt = 1; attempt <= 3; attempt++) {
    const port = wantedPort ?? (await freePort());
    const options = [`-p ${port}`, ...[...SETTINGS, ...settings].map((setting) => `-c ${setting}`)].join(" ");
    const args = ["start", "-w", "-t", "60", "-D", cluster, "-l", logFile, "-o", options];
    const { status } = await control(place, args, "ignore");
    const server = runningPostmaster(cluster);
    if (status === 0 && server) return server;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    forgetStalePostmaster(cluster);
  }
  throw new Stop(`PostgreSQL did not start; its own words are in ${logFile}.`);
}
