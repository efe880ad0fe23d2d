import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { TSX } from "./dossier.mjs";
import { distName, root } from "./paths.mjs";
import { until } from "./processes.mjs";
import { Stop } from "./say.mjs";

const READY_WITHIN = 60_000;
/** The exit code of server/main.ts when somebody else listens there. */
const PORT_TAKEN = 98;
const STOPPED_WITHIN = 10_000;
const LOG_LIMIT = 10 * 1024 * 1024;

/**
 * Starts the web process and waits until it serves; null when somebody was faster on that port.
 * It never sees the owner's address of the database. Its log goes to `web.log` in the data folder.
 * @param {{ dataDir: string; appUrl: string; authSecret: string; host: string; port: number; dev: boolean }} options
 */
export async function serve({ dataDir, appUrl, authSecret, host, port, dev }) {
  const { DATABASE_URL: _owner, ...inherited } = process.env;
  const local = `http://${host === "127.0.0.1" ? "localhost" : host}:${port}`;
  const env = {
    ...inherited,
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_DIST_DIR: distName(),
    DATABASE_APP_URL: appUrl,
    AUTH_SECRET: process.env.AUTH_SECRET ?? authSecret,
    BASE_URL: process.env.BASE_URL ?? local,
    HOST: host,
    PORT: String(port),
  };
  const logFile = path.join(dataDir, "web.log");
  const log = dev ? "inherit" : openLog(logFile);
  const child = spawn(process.execPath, [...TSX, "server/main.ts"], {
    cwd: root,
    env,
    stdio: ["ignore", log, log, "ipc"],
  });
  if (typeof log === "number") fs.closeSync(log);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const server = { pid: child.pid, address: env.BASE_URL, logFile: dev ? null : logFile, ended, stop };

  const lives = () => child.exitCode === null && child.signalCode === null;
  // Its own word, not an answer on the port: that might be somebody else's.
  let serving = false;
  child.once("message", () => {
    serving = true;
  });
  await until(() => serving || !lives(), { within: READY_WITHIN });
  if (serving && lives()) return server;
  if (child.exitCode === PORT_TAKEN) return null;
  await stop();
  throw new Stop(
    `The web server did not start; ${dev ? "its own words are above" : `its log is ${logFile}`}.`,
  );

  async function stop() {
    if (!lives()) return;
    child.kill("SIGTERM");
    const kill = setTimeout(() => child.kill("SIGKILL"), STOPPED_WITHIN);
    await ended;
    clearTimeout(kill);
  }
}

/** Opens the log for appending; a large one is set aside first. */
function openLog(file) {
  if (fs.existsSync(file) && fs.statSync(file).size > LOG_LIMIT) fs.renameSync(file, `${file}.1`);
  return fs.openSync(file, "a", 0o600);
}
