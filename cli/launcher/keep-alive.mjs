import { startCluster } from "./cluster.mjs";
import { explain, say } from "./say.mjs";

/**
 * Starts the embedded database again, on the same port, when its server was killed; the application's connections heal
 * by themselves.
 * @param {{ cluster: Awaited<ReturnType<typeof startCluster>> }} database its `cluster` is replaced
 * @param {string} dataDir
 * @returns {NodeJS.Timeout}
 */
export function keepAlive(database, dataDir) {
  let busy = false;
  return setInterval(async () => {
    if (busy || database.cluster.isAlive()) return;
    busy = true;
    say("The database server ended unexpectedly; starting it again …");
    try {
      database.cluster = await startCluster({ dataDir, port: database.cluster.port });
      say("The database is back.");
    } catch (error) {
      explain(error);
    }
    busy = false;
  }, 1_000);
}
