import fs from "node:fs";
import path from "node:path";
import { install } from "./launcher/install.mjs";
import { checkNode } from "./launcher/node-version.mjs";
import { dataDir, root } from "./launcher/paths.mjs";
import { choosePort } from "./launcher/ports.mjs";
import { endRunning } from "./launcher/processes.mjs";
import { endOrphan, forgetRun, readRun, writeRun } from "./launcher/run-file.mjs";
import { explain, Stop, say } from "./launcher/say.mjs";
import { secretsOf } from "./launcher/secrets.mjs";
import { takeLock } from "./launcher/single.mjs";

/**
 * `npm start`: from a clean clone to an address that answers. Needs only Node; it installs the rest.
 *   --empty  without the dossier
 *   --dev    for working on it: no build, pages follow the sources
 */

const OPTIONS = new Set(["--empty", "--dev"]);
const folder = dataDir();

/** What was started, in the order to stop it in. */
const started = { lock: null, server: null, database: null, watch: null };
let stopping = false;

async function stop(code) {
  if (stopping) return;
  stopping = true;
  clearInterval(started.watch);
  endRunning();
  try {
    await started.server?.stop();
    await started.database?.cluster?.stop();
    if (started.lock) forgetRun(folder); // without the lock it is another launcher's
  } catch (error) {
    explain(error);
  }
  started.lock?.release();
  process.exit(code);
}

function onSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => {
      if (!stopping) say("\nStopping …");
      void stop(0);
    });
  // A SIGTERM to npm ends npm and its shell only; then our parent changes.
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && void stop(0), 500).unref();
  }
}

async function main() {
  checkNode();
  const unknown = process.argv.slice(2).filter((option) => !OPTIONS.has(option));
  if (unknown.length > 0)
    throw new Stop(`Unknown option ${unknown.join(" ")}. There are: ${[...OPTIONS].join(", ")}.`);
  const dev = process.argv.includes("--dev");
  const empty = process.argv.includes("--empty");
  process.chdir(root);

  fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
  const lock = takeLock(path.join(folder, "launcher.pid"), "start.mjs");
  if (!lock.held) {
    const address = readRun(folder)?.address;
    throw new Stop(
      `Rangebook already runs here (process ${lock.pid})${address ? `: ${address}` : ", and is still starting"}.`,
    );
  }
  started.lock = lock;
  onSignals();
  await endOrphan(folder);
  await install();

  // These import packages, which are there only now.
  const [
    { openDatabase },
    { build, generateClient },
    { loadDossier },
    { settleDeals },
    { serve },
    { setupLink },
    { keepAlive },
  ] = await Promise.all([
    import("./launcher/database.mjs"),
    import("./launcher/build.mjs"),
    import("./launcher/dossier.mjs"),
    import("./launcher/settle.mjs"),
    import("./launcher/serve.mjs"),
    import("./launcher/setup-link.mjs"),
    import("./launcher/keep-alive.mjs"),
  ]);
  const database = await openDatabase({ dataDir: folder });
  started.database = database;
  await generateClient();
  await settleDeals(database);
  if (!empty) await loadDossier({ dataDir: folder, ...database });
  if (!dev) await build();

  const host = process.env.HOST ?? "127.0.0.1";
  const { authSecret } = secretsOf(folder);
  let server = null;
  while (!server) {
    const port = await choosePort(process.env.PORT, host);
    server = await serve({ dataDir: folder, appUrl: database.appUrl, authSecret, host, port, dev });
  }
  started.server = server;
  if (stopping) return;
  writeRun(folder, { address: server.address, launcher: process.pid, server: server.pid });
  started.watch = database.cluster && keepAlive(database, folder);
  void server.ended.then((code) => {
    if (stopping) return;
    explain(
      new Stop(`The web server ended unexpectedly${server.logFile ? `; its log is ${server.logFile}` : ""}.`),
    );
    void stop(code || 1);
  });

  const link = await setupLink({ ...database, authSecret, address: server.address });
  say(`\nRangebook is ready: ${server.address}`);
  if (link) say(`Set up the first account (this link works once): ${link}`);
  say("Stop it with Ctrl-C.");
}

main().catch((error) => {
  if (!stopping) explain(error);
  void stop(1);
});
